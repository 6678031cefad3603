"""Forms of staff screens: what a service refuses stands in the form, what was typed is kept."""

from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateTimeInput

from core.errors import DomainError
from core.uploads.again import ask_for_files_again

from .days import DayInput


def staff_field(db_field: Any, **kwargs: Any) -> Any:
    """Return the form field of a column: Wagtail's calendar for days, https for addresses without a scheme.

    To be named as `formfield_callback` in the Meta of a form.
    """
    if isinstance(db_field, models.DateTimeField):
        kwargs.setdefault("widget", AdminDateTimeInput())
    elif isinstance(db_field, models.DateField):
        kwargs.setdefault("widget", DayInput())
    elif isinstance(db_field, models.URLField):
        kwargs.setdefault("assume_scheme", "https")
    return db_field.formfield(**kwargs)


class SaysRefusals:
    """For Wagtail's views with a form: a refusal of the house becomes an error in the form."""

    def form_valid(self, form: Any) -> Any:
        """Save; where a rule refuses, show the form again."""
        try:
            with transaction.atomic():
                return super().form_valid(form)
        except DomainError as error:
            form.add_error(None, str(error))
        except ValidationError as error:
            add_refusal(form, error)
        except IntegrityError:
            form.add_error(None, _("The register refuses this: it contradicts what is already recorded."))
        self.produced_error_code = "validation_error"
        self.produced_error_message = self.get_error_message()
        return self.form_invalid(form)

    def form_invalid(self, form: Any) -> Any:
        """Ask for the files anew, which the refused form lost."""
        ask_for_files_again(form)
        return super().form_invalid(form)


def refuse_backward_period(form: Any, first: str, last: str) -> None:
    """Refuse a last day before the first one; an empty day is open. To be called in `clean`."""
    begins, ends = form.cleaned_data.get(first), form.cleaned_data.get(last)
    if begins and ends and ends < begins:
        form.add_error(last, _("The last day must not come before the first one."))


def add_refusal(form: Any, error: ValidationError) -> None:
    """Put each sentence beside its field, or on top where the form has no such field."""
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for name, errors in error.error_dict.items():
        form.add_error(name if name in form.fields and name != NON_FIELD_ERRORS else None, errors)
