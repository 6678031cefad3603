"""Claims and registrations: the papers, and the decision with its reason."""

from typing import Any, ClassVar, cast

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry

from accounts.models import User
from accounts.phones import spaced
from core.staff import SHOPS, DayColumn, StaffActionView, StaffViewSet, StateColumn, record
from core.staff.viewset import StaffInspectView
from core.views.files import private_file
from producers.claims import services
from producers.models import Claim, ClaimPaper, Partner

State = Claim.State


class ApproveView(StaffActionView):
    """Open the shop to the asker."""

    name = "approve"
    label = _("Approve")
    explanation = _(
        "The asker becomes the owner and may change the shop at once. The reason is sent to them; write what "
        "you compared."
    )
    icon = "check"
    log_action = "claim.approve"

    @classmethod
    def is_offered(cls, instance: Any) -> bool:
        return bool(instance.state == State.SUBMITTED)

    def perform(self, data: dict[str, Any]) -> Model:
        claim = services.approve(
            claim_id=self.object.pk, by=cast(User, self.request.user), reason=data["reason"]
        )
        waiting = Claim.objects.waiting().rivals_of(claim).count()
        if waiting:
            words = ngettext(
                "%(count)s more request for this shop waits. Refuse it with a reason.",
                "%(count)s more requests for this shop wait. Refuse them with a reason.",
                waiting,
            )
            messages.warning(self.request, words % {"count": waiting})
        return claim


class RefuseView(StaffActionView):
    """Leave the shop as it is."""

    name = "refuse"
    label = _("Refuse")
    explanation = _("Nothing changes in public. The reason is sent to the asker, who may ask again.")
    icon = "cross"
    log_action = "claim.refuse"
    is_serious = True

    @classmethod
    def is_offered(cls, instance: Any) -> bool:
        return bool(instance.state == State.SUBMITTED)

    def perform(self, data: dict[str, Any]) -> Model:
        return services.refuse(
            claim_id=self.object.pk, by=cast(User, self.request.user), reason=data["reason"]
        )


def rivals_of(claim: Claim) -> Any:
    """List what others ask about the same shop, each with its state."""
    return format_html_join(
        "",
        '<p><a href="{}">{}</a>: {}</p>',
        (
            (
                reverse("staff_claims:inspect", args=[rival.pk]),
                f"{rival} ({rival.user})",
                rival.get_state_display(),
            )
            for rival in Claim.objects.rivals_of(claim).select_related("user")
        ),
    )


class ClaimPage(StaffInspectView):
    """One claim with its papers."""

    def get_object(self, queryset: Any = None) -> Claim:
        rows = Claim.objects.select_related("producer", "user", "unit", "decided_by")
        return get_object_or_404(rows, pk=self.pk)

    def extra_rows(self) -> list[tuple[str, Any]]:
        """Lead to the papers, which no public address hands out, and to what contradicts this request."""
        claim: Claim = self.object
        papers = format_html_join(
            ", ",
            '<a href="{}">{}</a>',
            ((reverse("staff_claims:scan", args=[paper.pk]), str(paper)) for paper in claim.papers.all()),
        )
        rows = [(_now("Papers"), papers or "–"), (_now("Other requests for this shop"), rivals_of(claim))]
        if claim.is_overtaken:
            words = _now("Somebody else runs this shop by now: this request can only be refused.")
            rows.insert(0, (_now("Conflict"), words))
        return rows

    def get_kind_display_value(self) -> Any:
        return Partner.Kind(self.object.kind).label

    def get_phone_display_value(self) -> str:
        return spaced(self.object.phone)


class ClaimViewSet(StaffViewSet):
    """Decided here and nowhere else; what an asker wrote is not edited."""

    name = "claims"
    model = Claim
    icon = "key"
    menu_hook = SHOPS
    menu_order = 10
    can_add = False
    form_fields: ClassVar[list[str]] = ["name"]  # Wagtail asks for them even where there is no form
    can_edit = False
    inspect_view_class = ClaimPage
    actions: ClassVar[tuple[type[StaffActionView], ...]] = (ApproveView, RefuseView)
    select_related = ("producer", "user", "decided_by")
    ordering = ("-created_at", "-pk")
    search_fields = ("code", "name", "legal_name", "registration_number", "representative")
    list_filter = ("state", "is_registration")
    list_display = (
        "code",
        "name",
        StateColumn(
            "state",
            label=_("State"),
            accessor=lambda row: row.get_state_display(),
            good=lambda row: row.state == State.APPROVED,
        ),
        Column(
            "what",
            label=_("What is asked"),
            accessor=lambda row: _now("New shop") if row.is_registration else _now("Page of a reported shop"),
        ),
        Column("user", label=_("Asker"), accessor="user"),
        DayColumn("created_at", label=_("Asked on"), sort_key="created_at"),
    )
    list_export = (
        "code",
        "name",
        "state",
        "is_registration",
        "legal_name",
        "created_at",
        "decided_at",
        "reason",
    )
    inspect_view_fields = (
        *(
            "code",
            "state",
            "is_registration",
            "producer",
            "name",
            "kind",
            "legal_name",
            "registration_number",
        ),
        *("tax_code", "representative", "unit", "street", "user", "phone", "position", "message"),
        *("created_at", "decided_at", "decided_by", "reason"),
    )

    def get_urlpatterns(self) -> list[Any]:
        """Route the papers."""
        return [*super().get_urlpatterns(), path("scan/<int:pk>/", self.scan, name="scan")]

    def scan(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """Hand out one paper to who may see claims, and write down who looked."""
        if not policy_registry.get_by_type(Claim).user_has_any_permission(request.user, {"view", "change"}):
            raise PermissionDenied
        paper = get_object_or_404(ClaimPaper.objects.select_related("claim"), pk=pk)
        response = private_file(request, paper.file, f"{paper.claim.code}-{paper.kind}")
        if response.status_code == 200:
            record(paper.claim, "claim.look", request.user, paper=paper.kind)
        return response


claims = ClaimViewSet()
