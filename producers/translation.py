"""What of a producer is written in both languages."""

from modeltranslation.translator import TranslationOptions, register

from .models import ExemptionGround, Partner


@register(Partner)
class PartnerTranslation(TranslationOptions):
    """Names stay as they are registered; the words about the producer are translated."""

    fields = ("story", "tagline")


@register(ExemptionGround)
class ExemptionGroundTranslation(TranslationOptions):
    """The ground as it is told to visitors."""

    fields = ("words",)
