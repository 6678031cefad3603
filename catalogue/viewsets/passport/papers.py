"""Papers of producers: number, issuer, days, file and which product they are about."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.permissions import policy_registry

from catalogue.models import Product, ProductPaper
from catalogue.viewsets.choices import keep_chosen
from core.clock import today
from core.staff import SHOPS, DayColumn, StaffViewSet, StateColumn, staff_field
from core.staff.viewset import StaffCreateView, StaffInspectView
from core.uploads.fields import PaperField
from core.views.files import private_file
from producers.choosers import any_producer_chooser
from producers.models import Paper


class PaperForm(forms.ModelForm):
    """A paper; its file is checked before it is kept."""

    upload = PaperField(
        label=_("File"),
        required=False,
        help_text=_("PDF or photo, up to 10 MB. Nobody but staff sees it unless you say so below."),
    )
    products: "forms.ModelMultipleChoiceField[Product]" = forms.ModelMultipleChoiceField(
        label=_("About these products"),
        queryset=Product.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("None: the paper is about the producer as a whole."),
    )

    class Meta:
        model = Paper
        fields: ClassVar[list[str]] = [
            *("producer", "kind", "number", "issuer", "issued_on", "valid_until"),
            *("exemption", "checked_on", "upload", "file_is_public", "products"),
        ]
        widgets: ClassVar[dict[str, Any]] = {"producer": any_producer_chooser.widget_class}
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields["producer"].queryset = any_producer_chooser.get_object_list()
            self.fields["producer"].help_text = _("You choose among its products once the paper is saved.")
            del self.fields["products"]
            return
        keep_chosen(self.fields["producer"], self.instance.producer)
        self.initial["products"] = list(self.instance.product_links.values_list("product", flat=True))
        self.fields["products"].queryset = Product.objects.filter(
            parent__isnull=True, listing=Product.Listing.LISTED, producer=self.instance.producer_id
        )

    def clean(self) -> dict[str, Any]:
        """Put the checked file onto the paper."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("upload"):
            # The field's storage writes it with the row.
            self.instance.file = data["upload"]
        return data

    def _save_m2m(self) -> None:
        super()._save_m2m()
        wanted = set(self.cleaned_data.get("products") or ())
        links = ProductPaper.objects.filter(paper=self.instance)
        links.exclude(product__in=wanted).delete()
        known = set(links.values_list("product", flat=True))
        for product in wanted:
            if product.pk not in known:
                ProductPaper.objects.create(paper=self.instance, product=product)


class PaperCreateView(StaffCreateView):
    """A new paper; its products are chosen on the page that follows."""

    def get_success_url(self) -> str:
        return self.get_edit_url() if self.user_has_permission("change") else super().get_success_url()


class PaperPage(StaffInspectView):
    """One paper with its state and its file."""

    inspect_url_name = "staff_papers:inspect"

    def extra_rows(self) -> list[tuple[str, Any]]:
        paper: Paper = self.object
        titles = ", ".join(link.product.title for link in paper.product_links.select_related("product"))
        return [
            (gettext("State today"), paper.state_on(today()).label),
            (gettext("About these products"), titles or gettext("the producer as a whole")),
        ]

    def get_file_display_value(self) -> Any:
        """Lead to the file, which no public address hands out."""
        if not self.object.file:
            return ""
        return format_html(
            '<a href="{}">{}</a>', reverse("staff_papers:scan", args=[self.object.pk]), gettext("Open")
        )


def paper_state(paper: Paper) -> str:
    """Return the state of today."""
    return str(paper.state_on(today()).label)


class PaperViewSet(StaffViewSet):
    """Papers stay; a new one is a new row, so that its number and days remain on record."""

    name = "papers"
    model = Paper
    icon = "doc-full"
    menu_hook = SHOPS
    menu_order = 60
    add_view_class = PaperCreateView
    inspect_view_class = PaperPage
    select_related = ("producer", "exemption")
    ordering = ("valid_until", "pk")
    search_fields = ("number", "issuer", "producer__folded")
    list_display = (
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        "number",
        Column("producer", label=_("Producer"), accessor="producer", sort_key="producer__name"),
        StateColumn(
            "state",
            label=_("State today"),
            accessor=paper_state,
            good=lambda row: row.state_on(today()) in {Paper.State.VALID, Paper.State.EXEMPT},
        ),
        DayColumn("valid_until", label=_("Valid until"), sort_key="valid_until"),
        DayColumn("checked_on", label=_("Original seen"), sort_key="checked_on"),
    )
    list_filter: ClassVar[dict[str, list[str]]] = {
        "kind": ["exact"],
        "valid_until": ["gte", "lte"],
        "checked_on": ["isnull"],
        "file_is_public": ["exact"],
    }
    list_export = (
        *("kind", "number", "producer", "issuer", "issued_on", "valid_until"),
        *("exemption", "checked_on", "file_is_public"),
    )
    inspect_view_fields = (
        *("producer", "kind", "number", "issuer", "issued_on", "valid_until"),
        *("exemption", "checked_on", "file", "file_is_public"),
    )

    def get_form_class(self, for_update: bool = False) -> type[PaperForm]:
        return PaperForm

    def get_urlpatterns(self) -> list[Any]:
        """Add the file."""
        return [*super().get_urlpatterns(), path("scan/<int:pk>/", scan, name="scan")]


def scan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand the private file to staff who may see papers."""
    policy = policy_registry.get_by_type(Paper)
    if not policy.user_has_any_permission(request.user, ["add", "change", "delete", "view"]):
        raise PermissionDenied
    paper = get_object_or_404(Paper, pk=pk)
    return private_file(request, paper.file, f"{paper.kind}-{paper.pk}")


papers = PaperViewSet()
