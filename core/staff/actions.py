"""One page with one form for one verb of a service: revoke a certificate, confirm a report."""

from typing import Any, ClassVar

from django import forms
from django.contrib.admin.utils import quote
from django.db.models import Model, QuerySet
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import BaseObjectMixin, WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from . import log
from .forms import SaysRefusals


class StaffActionForm(forms.Form):
    """A form that asks why; the reason goes to the service and into the log."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Kept in the history; the producer may be told."),
    )


class _ServiceForm(PermissionCheckedMixin, BaseObjectMixin, WagtailAdminTemplateMixin, FormView):
    """Carries out and logs; refusals are said by the class in front of it."""

    def form_valid(self, form: Any) -> Any:
        """Call the service and write the log line, then say so."""
        self.form = form
        data = form.cleaned_data
        target = self.perform(data) or self.object
        log.record(
            target, self.log_action, self.request.user, reason=data.get("reason", ""), **self.log_data(data)
        )
        messages.success(self.request, f"{self.label}: {self.object}")
        return redirect(self.get_success_url())


class StaffActionView(SaysRefusals, _ServiceForm):
    """Subclasses say what is done and call the service in `perform`; the log line is written here.

    Attributes:
        name: Part of the address and of the log's action, such as "revoke".
        label: The button, such as "Revoke".
        explanation: What this does and what it does not, for the person about to do it.
        log_action: The registered action, such as "certificate.revoke".
        permission_required: "add", "change" or "delete" of the model.
        is_serious: It takes something away; the button is red.
    """

    name: ClassVar[str]
    label: ClassVar[Any]
    explanation: Any = ""
    icon = "edit"
    log_action: ClassVar[str]
    permission_required = "change"
    is_serious = False
    form_class = StaffActionForm
    template_name = "staff/action.html"
    rows: QuerySet[Any] | None = None
    index_url_name = ""
    inspect_url_name = ""
    edit_url_name = ""

    @classmethod
    def is_offered(cls, instance: Any) -> bool:
        """Say whether the button makes sense for this row; the service decides in the end."""
        return True

    def perform(self, data: dict[str, Any]) -> Model | None:
        """Call the service and return the object that the log line is about; None: this one.

        Raises:
            DomainError: A rule refuses; the sentence is shown in the form.
            ValidationError: As a model says it.
        """
        raise NotImplementedError

    def log_data(self, data: dict[str, Any]) -> dict[str, Any]:
        """Return what else the log should keep, as JSON types."""
        return {}

    def get_base_object_queryset(self) -> QuerySet[Any]:
        """Find only what the screen is about."""
        return super().get_base_object_queryset() if self.rows is None else self.rows.all()

    def get_page_title(self) -> str:
        return str(self.label)

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": self.get_index_url(), "label": capfirst(self.model._meta.verbose_name_plural)},
            {"url": self.get_object_url(), "label": str(self.object)},
            {"url": "", "label": self.get_page_title(), "sublabel": str(self.object)},
        ]

    def get_index_url(self) -> str:
        """Return the list."""
        return reverse(self.index_url_name)

    def get_object_url(self) -> str:
        """Return the page of the object: to look at, or else to edit."""
        return reverse(self.inspect_url_name or self.edit_url_name, args=[quote(self.object.pk)])

    def get_success_url(self) -> str:
        return self.get_object_url()

    def get_error_message(self) -> str:
        return _("Nothing was changed: see the words in red.")

    def form_invalid(self, form: Any) -> Any:
        messages.validation_error(self.request, self.get_error_message(), form)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            "explanation": self.explanation,
            "is_serious": self.is_serious,
            "back": self.get_object_url(),
        }
