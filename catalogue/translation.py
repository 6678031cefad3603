"""What of products and sets is written in both languages, and their history.

History is registered after the translation: a `HistoricalRecords` field would copy the model before the
language columns exist, and every save would fail.
"""

import simple_history
from modeltranslation.translator import TranslationOptions, register

from .models import Category, Product
from .models.product import KEPT_ELSEWHERE


@register(Product)
class ProductTranslation(TranslationOptions):
    """Title, slug and texts of a product."""

    fields = ("title", "slug", "description", "story", "pack_label")


@register(Category)
class CategoryTranslation(TranslationOptions):
    """Name, slug and texts of a branch or set."""

    fields = ("name", "slug", "description", "short_name", "subgroup")


simple_history.register(Product, app="catalogue", excluded_fields=sorted(KEPT_ELSEWHERE))
