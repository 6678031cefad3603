"""The page that prints labels of lots; upper rooms route it for their readers, staff find it in `/cms/`."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from catalogue.models import Lot
from catalogue.models.lot import LotQuerySet
from catalogue.pages.label_sheet import LAYOUT_WORDS, MOST_LABELS, label_of_lot, sheets
from core.whole_numbers import whole_number

#: Lots offered to choose from; older ones are printed from their own address (`?lots=<id>`).
MOST_OFFERED = 200


class LabelSheetForm(forms.Form):
    """Which lots, how many of each, how large."""

    lots: "forms.ModelMultipleChoiceField[Lot]" = forms.ModelMultipleChoiceField(
        queryset=Lot.objects.none(), label=_("Lots"), widget=forms.CheckboxSelectMultiple
    )
    copies = forms.IntegerField(label=_("Labels of each lot"), min_value=1, max_value=MOST_LABELS, initial=24)
    layout = forms.ChoiceField(label=_("Labels on a sheet"), choices=LAYOUT_WORDS, initial="24")

    def __init__(self, *args: Any, lots: QuerySet[Lot], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lots"].queryset = lots  # type: ignore[attr-defined]
        for name in ("copies", "layout"):
            self.fields[name].widget.attrs["class"] = "form-field__control"

    def clean(self) -> dict[str, Any]:
        """Refuse more labels than a printer should get at once."""
        data: dict[str, Any] = super().clean() or {}
        if len(data.get("lots") or ()) * data.get("copies", 0) > MOST_LABELS:
            self.add_error("copies", _("At most %(most)s labels at once.") % {"most": MOST_LABELS})
        return data


class LabelSheetView(View):
    """Choose lots, then print: both by GET, since nothing is changed. A subclass says whose lots."""

    def lots_for(self, request: HttpRequest) -> LotQuerySet:
        """Return the lots that this person may print, such as those of one producer.

        A foreign lot is then no choice of the form.
        """
        raise NotImplementedError

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the form, or the sheets once it is filled in."""
        lots = (
            self.lots_for(request)
            .filter(product__upc__isnull=False)
            .select_related("product__parent")
            .newest_first()
        )
        asked = "layout" in request.GET
        initial = {"lots": request.GET.getlist("lots"), "copies": 24, "layout": "24"}
        form = LabelSheetForm(request.GET if asked else None, lots=lots, initial=initial)
        if asked and form.is_valid():
            layout = form.cleaned_data["layout"]
            labels = [label_of_lot(lot) for lot in form.cleaned_data["lots"]]
            context = {"layout": layout, "sheets": sheets(labels, form.cleaned_data["copies"], layout)}
            return render(request, "passport/label_sheet.html", context)
        chosen = lots.filter(
            pk__in=[key for key in request.GET.getlist("lots") if whole_number(key) is not None][
                :MOST_OFFERED
            ]
        )
        recent = lots[:MOST_OFFERED]
        form.fields["lots"].choices = [  # type: ignore[attr-defined]
            (lot.pk, f"{lot.code} – {lot.product.get_title()} {lot.product.pack_label or ''}".strip())
            for lot in dict.fromkeys([*chosen, *recent])
        ]
        return render(request, "passport/label_form.html", {"form": form, "page_title": _("Print labels")})


class StaffLabelSheetView(PermissionCheckedMixin, LabelSheetView):
    """All lots, for staff who may see lots."""

    any_permission_required = ("add", "change", "view")  # type: ignore[assignment]

    def lots_for(self, request: HttpRequest) -> LotQuerySet:
        return Lot.objects.all()
