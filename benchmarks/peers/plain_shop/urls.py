"""Oscar's own addresses, with a list from the database: its stock list is empty without a search engine."""

from types import SimpleNamespace
from typing import Any

from django.apps import apps
from django.conf import settings
from django.urls import include, path
from django.views.generic import ListView
from oscar.core.loading import get_model

Product = get_model("catalogue", "Product")


class ProductListView(ListView):
    """Oscar's template over its own queryset, 20 a page."""

    template_name = "oscar/catalogue/browse.html"
    paginate_by = settings.OSCAR_PRODUCTS_PER_PAGE

    def get_queryset(self) -> Any:
        return Product.objects.browsable().base_queryset()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        # The template expects search results, which carry the product as `object`.
        context["products"] = [SimpleNamespace(object=product) for product in context["object_list"]]
        context["summary"] = "All products"
        return context


urlpatterns = [
    path("i18n/", include("django.conf.urls.i18n")),
    path("catalogue/", ProductListView.as_view()),
    path("", include(apps.get_app_config("oscar").urls[0])),
]
