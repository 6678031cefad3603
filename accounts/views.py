"""A member of staff's own account in Wagtail's admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView as StockAccountView
from wagtail.admin.views.account import NameEmailSettingsPanel

from accounts.forms import OwnNameForm


class OwnNamePanel(NameEmailSettingsPanel):
    """Name, phone number and e-mail address, in place of first and last name."""

    title = _("Name and contact")
    form_class = OwnNameForm


class AccountView(StockAccountView):
    """Wagtail's page with our panel."""

    def get_panels(self) -> list[Any]:
        """Put our panel in the place of Wagtail's."""
        return [
            OwnNamePanel(panel.request, panel.user, panel.profile)
            if type(panel) is NameEmailSettingsPanel
            else panel
            for panel in super().get_panels()
        ]


own_account = require_admin_access(AccountView.as_view())
