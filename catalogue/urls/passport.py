"""GS1 Digital Links, below `/01/` and `/en/01/`."""

from django.urls import path

from catalogue.views.passport import ItemView

app_name = "passport"
urlpatterns = [
    path("<str:gtin>/", ItemView.as_view(), name="item"),
    path("<str:gtin>", ItemView.as_view()),
    path("<str:gtin>/<path:rest>", ItemView.as_view()),
]
