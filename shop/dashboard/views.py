"""The first page of the dashboard."""

from datetime import timedelta
from typing import Any

from django.db.models import Count, Sum
from django.utils import timezone
from django.views.generic import TemplateView
from oscar.core.loading import get_model

from shop.dashboard.work import work_for


class IndexView(TemplateView):
    """What was ordered in the last day, and where to go; Oscar's own page counts what is not kept here."""

    template_name = "oscar/dashboard/index.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        if self.request.user.has_perm("order.view_order"):
            orders = get_model("order", "Order").objects.filter(
                date_placed__gt=timezone.now() - timedelta(days=1)
            )
            context["last_day"] = orders.aggregate(number=Count("pk"), total=Sum("total_incl_tax"))
        context["work"] = work_for(self.request.user)
        return context
