"""Choosing sets and branches by their short names: their full ones cost a query each."""

from typing import Any

import django_filters
from django import forms

from catalogue.models import Category

SETS = Category.objects.filter(set_number__isnull=False).order_by("set_number")
BRANCHES = Category.objects.filter(depth=1).exclude(code="").order_by("path")


def set_label(category: Category) -> str:
    """Write "7. Chế biến từ hạt"."""
    return f"{category.set_number}. {category.label}" if category.set_number else category.label


class SetField(forms.ModelChoiceField):
    """One set."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=SETS, **kwargs)

    def label_from_instance(self, obj: Category) -> str:
        return set_label(obj)


class _SetsField(django_filters.fields.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Category) -> str:
        return set_label(obj)


class SetsFilter(django_filters.ModelMultipleChoiceFilter):
    """One of some sets."""

    field_class = _SetsField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=SETS, widget=forms.CheckboxSelectMultiple, **kwargs)


class _BranchField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, obj: Category) -> str:
        return set_label(obj)


class BranchFilter(django_filters.ModelChoiceFilter):
    """One branch."""

    field_class = _BranchField

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=BRANCHES, widget=forms.RadioSelect, **kwargs)


def keep_chosen(field: Any, chosen: Any) -> None:
    """Let a `ModelChoiceField` of a form show what was chosen once, and offer nothing else."""
    field.widget = forms.Select()
    field.queryset = type(chosen).objects.filter(pk=chosen.pk)
    field.disabled = True
