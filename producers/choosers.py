"""The dialogue in which staff choose a producer; found with or without marks."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from core.staff.choosers import FoldedSearchForm
from producers.models import Partner


class ProducerChooseView(ChooseView):
    """The dialogue for producers."""

    filter_form_class = FoldedSearchForm


class ProducerChooseResultsView(ChooseResultsView):
    """Its list of results."""

    filter_form_class = FoldedSearchForm


class ProducerChooserViewSet(ChooserViewSet):
    """Producers that visitors may see."""

    model = Partner
    icon = "group"
    choose_one_text = _("Choose a producer")
    choose_another_text = _("Choose another producer")
    choose_view_class = ProducerChooseView
    choose_results_view_class = ProducerChooseResultsView

    def get_object_list(self) -> QuerySet[Partner]:
        """Offer what visitors may see."""
        return Partner.objects.public()


class AnyProducerChooserViewSet(ProducerChooserViewSet):
    """Every producer that was not merged into another, shown to visitors or not."""

    def get_object_list(self) -> QuerySet[Partner]:
        """Offer all that go on."""
        return Partner.objects.filter(merged_into__isnull=True)


producer_chooser = ProducerChooserViewSet("producer_chooser", url_prefix="choose/producer")
any_producer_chooser = AnyProducerChooserViewSet("any_producer_chooser", url_prefix="choose/any-producer")
CHOOSERS = (producer_chooser, any_producer_chooser)
