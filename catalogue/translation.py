"""What of products and sets is written in both languages, and their history.

History is registered after the translation: a `HistoricalRecords` field would copy the model before the
language columns exist, and every save would fail.
"""

import simple_history
from modeltranslation.translator import TranslationOptions, register

from .models import Category, LabelContents, Lot, LotEvent, Product
from .models.label_contents import TRANSLATED
from .models.product import KEPT_ELSEWHERE


@register(Product)
class ProductTranslation(TranslationOptions):
    """Title, slug and texts of a product."""

    fields = ("title", "slug", "description", "story", "pack_label")


@register(Category)
class CategoryTranslation(TranslationOptions):
    """Name, slug and texts of a branch or set."""

    fields = ("name", "slug", "description", "short_name", "subgroup")


@register(LabelContents)
class LabelContentsTranslation(TranslationOptions):
    """Vietnamese as printed, English for readers."""

    fields = TRANSLATED


@register(Lot)
class LotTranslation(TranslationOptions):
    """The words of a recall."""

    fields = ("recall_reason", "recall_advice")


@register(LotEvent)
class LotEventTranslation(TranslationOptions):
    """What happened, in words."""

    fields = ("words", "place")


simple_history.register(Product, app="catalogue", excluded_fields=sorted(KEPT_ELSEWHERE))
simple_history.register(LabelContents, app="catalogue")
simple_history.register(Lot, app="catalogue")
simple_history.register(LotEvent, app="catalogue")
