"""The law behind labels and papers, as dated data."""

from typing import Any, ClassVar

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from catalogue.models import LabelRule
from core.staff import RULES, DayColumn, StaffViewSet
from core.staff.viewset import StaffInspectView
from producers.models import ExemptionGround


class LabelRulePage(StaffInspectView):
    """One rule with the piece of the label that it is about."""

    def extra_rows(self) -> list[tuple[str, Any]]:
        return [(gettext("Piece of the label"), self.object.get_field_display())]


class LabelRuleViewSet(StaffViewSet):
    """What the law asks of a set; a change of the law is a new row with its first day."""

    name = "label-rules"
    model = LabelRule
    icon = "list-ol"
    menu_hook = RULES
    menu_order = 40
    select_related = ("ocop_set",)
    ordering = ("ocop_set__set_number", "field")
    search_fields = ("law", "article", "note", "ocop_set__name")
    list_display = (
        Column("ocop_set", label=_("Set"), accessor="ocop_set.label", sort_key="ocop_set__set_number"),
        Column("field", label=_("Piece of the label"), accessor="get_field_display", sort_key="field"),
        Column("level", label=_("Level"), accessor="get_level_display", sort_key="level"),
        Column("basis", label=_("Law"), accessor="basis"),
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Last day"), sort_key="valid_to"),
    )
    list_filter: ClassVar[dict[str, list[str]]] = {
        "ocop_set": ["exact"],
        "field": ["exact"],
        "level": ["exact"],
        "evidence": ["exact"],
    }
    form_fields = (
        *("ocop_set", "field", "level", "valid_from", "valid_to"),
        *("law", "article", "source_url", "evidence", "note"),
    )
    list_export = form_fields
    inspect_view_class = LabelRulePage
    # Wagtail would take a field of the name "field" for a method of its view.
    inspect_view_fields = tuple(name for name in form_fields if name != "field")


class ExemptionGroundViewSet(StaffViewSet):
    """Grounds on which the law asks no paper."""

    name = "exemption-grounds"
    model = ExemptionGround
    icon = "list-ol"
    menu_hook = RULES
    menu_order = 50
    ordering = ("kind", "code")
    search_fields = ("words", "law", "article")
    list_display = (
        "words",
        Column("kind", label=_("Paper that is not needed"), accessor="get_kind_display", sort_key="kind"),
        "law",
        "article",
        DayColumn("valid_from", label=_("Valid from"), sort_key="valid_from"),
        DayColumn("valid_to", label=_("Last day"), sort_key="valid_to"),
    )
    form_fields = (
        *("code", "kind", "words_vi", "words_en", "law", "article"),
        *("source_url", "valid_from", "valid_to", "note"),
    )
    list_export = form_fields
    inspect_view_fields = form_fields


label_rules = LabelRuleViewSet()
exemption_grounds = ExemptionGroundViewSet()
