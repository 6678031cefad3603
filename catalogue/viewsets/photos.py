"""Photos of products: which picture shows which product, in which order."""

from typing import Any, ClassVar

from django import forms
from wagtail.images.widgets import AdminImageChooser

from catalogue.choosers import product_chooser
from catalogue.models import ProductImage
from core.staff import TRADE, StaffViewSet, staff_field


class PhotoForm(forms.ModelForm):
    """Chooses a product and a picture; pictures are sent on Wagtail's own screens."""

    class Meta:
        model = ProductImage
        fields: ClassVar[list[str]] = ["product", "original", "caption", "display_order"]
        formfield_callback = staff_field

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].widget = product_chooser.widget_class()
        self.fields["original"].widget = AdminImageChooser()


class PhotoViewSet(StaffViewSet):
    """Photos; taking one off a product leaves the picture itself where it is."""

    name = "photos"
    model = ProductImage
    icon = "image"
    menu_hook = TRADE
    menu_order = 60
    can_delete = True
    select_related = ("product", "original")
    ordering = ("product", "display_order")
    search_fields = ("product__folded", "original__title", "original__credit")
    list_display = ("product", "original", "caption", "display_order")
    list_export = ("product.pk", "product", "original", "caption", "display_order")
    inspect_view_fields = ("product", "original", "caption", "display_order")

    def get_form_class(self, for_update: bool = False) -> type[PhotoForm]:
        return PhotoForm


photos = PhotoViewSet()
