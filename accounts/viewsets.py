"""Wagtail's screens for users."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.users.views.users import DeleteView as StockDeleteView
from wagtail.users.views.users import IndexView as StockIndexView
from wagtail.users.views.users import UserViewSet as StockUserViewSet

from accounts.errors import EraseRefused
from accounts.forms import UserCreationForm, UserEditForm
from accounts.models import User
from accounts.personal.erase import erase_by_staff
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


class DeleteView(StockDeleteView):
    """Deleting somebody is erasing them as they could themselves: everywhere, but for what must stay."""

    # Without the name: the sentence travels in a cookie.
    success_message = _("The person is erased. What the law makes us keep is among the retained records.")

    def delete_action(self) -> None:
        """Write the log line, then erase; the line ends without the name."""
        staff = self.request.user
        assert isinstance(staff, User)
        erase_by_staff(self.object, by=staff)

    def form_valid(self, form: Any) -> Any:
        """Say what has to happen first where erasing is refused."""
        try:
            return super().form_valid(form)
        except EraseRefused as error:
            messages.error(self.request, str(error))
            return redirect(self.get_success_url())


class UserViewSet(StockUserViewSet):
    """Users with one full name, a phone number and an e-mail address."""

    index_view_class = IndexView
    delete_view_class = DeleteView
    ordering = "full_name"

    def get_form_class(self, for_update: bool = False) -> type[UserCreationForm | UserEditForm]:
        """Return our form for a new or an existing user."""
        return UserEditForm if for_update else UserCreationForm
