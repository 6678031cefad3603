"""Policies that the law asks for: each with a version, the day it takes effect, and its earlier versions."""

import re
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.search import index
from wagtail.url_routing import RouteResult

from cms.blocks import TextBlock
from cms.fields import StreamField
from core.clock import today

from .base import SitePage

_VERSION = re.compile(r"v([1-9]\d{0,3})")


class PolicyIndexPage(SitePage):
    """The list of all policies."""

    introduction = models.TextField(_("introduction"), blank=True, max_length=500)

    parent_page_types: ClassVar[list[str]] = ["cms.HomePage"]
    subpage_types: ClassVar[list[str]] = ["cms.PolicyPage"]
    content_panels: ClassVar[list[Panel]] = [*SitePage.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("list of policies")
        verbose_name_plural = _("lists of policies")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the policies in the order of the tree."""
        policies = list(PolicyPage.objects.child_of(self).live().order_by("path"))
        for policy in policies:
            policy.address = policy.get_url(request)  # the request keeps Wagtail's table of sites
        return {**super().get_context(request, *args, **kwargs), "policies": policies}


class PolicyPage(SitePage):
    """One policy. A new wording gets a new version number; the earlier ones stay readable."""

    class Kind(models.TextChoices):
        """The policies that Decree 248/2026/NĐ-CP, Art. 4–16, wants linked from the main screen."""

        OPERATOR = "operator", _("Operator identity (Art. 4)")
        PRIVACY = "privacy", _("Privacy (Art. 5)")
        RIGHTS = "rights", _("Rights and duties (Art. 6)")
        COMPLAINTS = "complaints", _("Complaints (Art. 7)")
        FEES = "fees", _("Prices and fees (Art. 8)")
        LIMITS = "limits", _("Limits of the service (Art. 9)")
        PAYMENT = "payment", _("Payment and refund (Art. 10)")
        RANKING = "ranking", _("Main ranking criteria (Art. 11)")
        DELIVERY = "delivery", _("Delivery and returns (Art. 13–14)")
        SERVICE = "service", _("Service and termination (Art. 15–16)")
        OTHER = "other", _("Other")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    effective_on = models.DateField(_("takes effect on"), default=today)
    is_demo_text = models.BooleanField(
        _("sample text"),
        default=False,
        help_text=_("Shown with a warning: not checked by a lawyer, binds nobody."),
    )
    body = StreamField(TextBlock(), verbose_name=_("body"), blank=True)

    parent_page_types: ClassVar[list[str]] = ["cms.PolicyIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Panel]] = [
        *SitePage.content_panels,
        FieldPanel("kind"),
        FieldRowPanel([FieldPanel("version"), FieldPanel("effective_on")]),
        FieldPanel("is_demo_text"),
        FieldPanel("body"),
    ]
    search_fields: ClassVar[list[index.BaseField]] = [*SitePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")

    def clean(self) -> None:
        """Refuse a number below one that readers have already seen."""
        super().clean()
        newest = self.versions.aggregate(newest=models.Max("number"))["newest"] if self.pk else None
        if newest is not None and self.version is not None and self.version < newest:
            raise ValidationError(
                {"version": _("Version %(number)s is published already.") % {"number": newest}}
            )

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer `v1/`, `v2/` … with what was published under that number."""
        if self.live and len(path_components) == 1 and (found := _VERSION.fullmatch(path_components[0])):
            return RouteResult(self, kwargs={"number": int(found[1])})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, number: int | None = None) -> HttpResponse:
        """Show the policy, or the wording of an earlier version."""
        if number is None:
            return super().serve(request)
        earlier = self.versions.filter(number=number).first()
        if earlier is None:
            raise Http404(f"no version {number}")
        return earlier.as_page().serve_version(request)

    def serve_version(self, request: HttpRequest) -> HttpResponse:
        """Show this wording under its own address, kept away from search engines."""
        response = super().serve(request)
        response.context_data.update(noindex=True, is_earlier_version=True)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the versions before this one."""
        return {
            **super().get_context(request, *args, **kwargs),
            "earlier_versions": list(self.versions.filter(number__lt=self.version)),
        }

    def keep_version(self) -> None:
        """Store the wording under its number; called when the page is published."""
        PolicyVersion.objects.update_or_create(
            policy=self,
            number=self.version,
            defaults={"effective_on": self.effective_on, "content": self.serializable_data()},
        )


class PolicyVersion(models.Model):
    """What a policy said under one version number; revisions may be purged, this stays.

    A slip mended under the same number replaces the wording: the number is the editors' promise to readers.
    """

    policy = models.ForeignKey(PolicyPage, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    effective_on = models.DateField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    published_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-number"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["policy", "number"], name="policy_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.policy_id}: {self.number}"

    @property
    def version(self) -> int:
        """The number, under the name that the page's template reads."""
        return self.number

    @property
    def url(self) -> str:
        """The address of this wording."""
        return f"{self.policy.url}v{self.number}/"

    def as_page(self) -> PolicyPage:
        """Return the policy with the words of that time, at today's place in the tree."""
        page: PolicyPage = self.policy.with_content_json(self.content)
        return page
