from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from oscar.apps.dashboard.reviews.views import ReviewListView as StockReviewListView

from shop.dashboard.people import user_named


class ReviewListView(StockReviewListView):
    """Reviews, also looked for by the name of who wrote them."""

    def add_filter_name(self, queryset: QuerySet[Any], name: str) -> QuerySet[Any]:
        """Narrow the list down by the reviewer's full name."""
        if not name:
            return queryset
        self.desc_ctx["name_filter"] = _(" with customer name matching '%s'") % name
        return queryset.filter(user_named(name)).distinct()
