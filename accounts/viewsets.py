"""Wagtail's screens for users."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.users.views.users import IndexView as StockIndexView
from wagtail.users.views.users import UserViewSet as StockUserViewSet

from accounts.forms import UserCreationForm, UserEditForm
from accounts.models import User
from accounts.search import SEARCH_FIELDS, people_like


class IndexView(StockIndexView):
    """The list of users, found by name, phone number or e-mail address."""

    search_fields = SEARCH_FIELDS

    @cached_property
    def columns(self) -> list[Column]:
        """Sort by the full name, and show the address beside the phone number."""
        columns: list[Column] = list(super().columns)
        for column in columns:
            if column.name == "name":
                column.sort_key = "full_name"
            elif column.name == User.USERNAME_FIELD:
                column.label = _("Phone")
        columns.insert(3, Column("email", label=_("E-mail"), sort_key="email", width="20%"))
        return columns

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Keep the people who fit what was typed."""
        return queryset.filter(people_like(self.search_query)) if self.is_searching else queryset


class UserViewSet(StockUserViewSet):
    """Users with one full name, a phone number and an e-mail address."""

    index_view_class = IndexView
    ordering = "full_name"

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm | UserEditForm]:
        """Return our form for a new or an existing user."""
        return UserEditForm if for_update else UserCreationForm
