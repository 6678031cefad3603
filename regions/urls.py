from django.urls import path
from django.utils.translation import pgettext_lazy

from regions.views import UnitSuggestView

app_name = "units"
urlpatterns = [path(pgettext_lazy("url", "suggest/"), UnitSuggestView.as_view(), name="suggest")]
