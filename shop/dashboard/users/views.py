"""Oscar's list of users is not routed, but mended, so that routing it would be no trap."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from oscar.apps.dashboard.users.views import IndexView as StockIndexView

from shop.dashboard.people import user_named


class IndexView(StockIndexView):
    """Users, also looked for by their full name."""

    def apply_search_filters(self, queryset: QuerySet[Any], data: dict[str, Any]) -> QuerySet[Any]:
        """Narrow the list down by e-mail address, as Oscar does, and by full name."""
        queryset = super().apply_search_filters(queryset, {**data, "name": ""})
        if data["name"]:
            queryset = queryset.filter(user_named(data["name"], "")).distinct()
            self.desc_ctx["name_filter"] = _(" with name matching '%s'") % data["name"]
        return queryset
