"""Oscar's forms for products and categories, without doors of their own for files."""

from typing import Any, ClassVar

from django import forms
from oscar.apps.dashboard.catalogue.forms import CategoryForm as StockCategoryForm
from oscar.apps.dashboard.catalogue.forms import ProductImageForm as StockProductImageForm

from catalogue.models import ProductImage


class CategoryForm(StockCategoryForm):
    """Branches and sets are drawn; a picture sent here would be shown nowhere."""

    image = None


class ProductImageForm(StockProductImageForm):
    """Chooses among the pictures that passed Wagtail's screens."""

    class Meta:
        model = ProductImage
        fields: ClassVar[list[str]] = ["product", "original", "caption", "display_order"]
        widgets: ClassVar[dict[str, Any]] = {"display_order": forms.HiddenInput()}
