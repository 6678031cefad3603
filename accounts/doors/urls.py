"""Addresses of the doors, in both languages; allauth's names, which it and others reverse."""

from allauth.account import views as stock
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.utils.translation import pgettext_lazy

from accounts.doors.code_views import ConfirmCodeView, verify_phone
from accounts.doors.factor_views import ActivateAppView, AddPasskeyView, RecoveryCodesView
from accounts.doors.views import (
    CodeRequestView,
    ConfirmEmailView,
    EmailView,
    LoginView,
    NewPasswordView,
)

urlpatterns = [
    path(pgettext_lazy("url", "log-in/"), LoginView.as_view(), name="account_login"),
    path(pgettext_lazy("url", "log-out/"), stock.logout, name="account_logout"),
    path(pgettext_lazy("url", "sign-up/"), stock.signup, name="account_signup"),
    path(pgettext_lazy("url", "closed/"), stock.account_inactive, name="account_inactive"),
    path(pgettext_lazy("url", "log-in/code/"), CodeRequestView.as_view(), name="account_request_login_code"),
    path(
        pgettext_lazy("url", "log-in/code/enter/"),
        ConfirmCodeView.as_view(),
        name="account_confirm_login_code",
    ),
    path(
        pgettext_lazy("url", "password/forgotten/"),
        CodeRequestView.as_view(forgotten=True),
        name="account_reset_password",
    ),
    path(pgettext_lazy("url", "password/new/"), NewPasswordView.as_view(), name="account_new_password"),
    path(pgettext_lazy("url", "password/change/"), stock.password_change, name="account_change_password"),
    path(pgettext_lazy("url", "password/set/"), stock.password_set, name="account_set_password"),
    path(pgettext_lazy("url", "confirm-access/"), stock.reauthenticate, name="account_reauthenticate"),
    path(pgettext_lazy("url", "e-mail/"), EmailView.as_view(), name="account_email"),
    path(
        pgettext_lazy("url", "e-mail/sent/"),
        stock.email_verification_sent,
        name="account_email_verification_sent",
    ),
    path(
        pgettext_lazy("url", "e-mail/confirm/<str:key>/"),
        ConfirmEmailView.as_view(),
        name="account_confirm_email",
    ),
    path(pgettext_lazy("url", "phone/"), stock.change_phone, name="account_change_phone"),
    path(pgettext_lazy("url", "phone/confirm/"), verify_phone, name="account_verify_phone"),
    # The second factor
    path(pgettext_lazy("url", "security/"), factor.index, name="mfa_index"),
    path(pgettext_lazy("url", "security/log-in/"), factor.authenticate, name="mfa_authenticate"),
    path(pgettext_lazy("url", "security/confirm/"), factor.reauthenticate, name="mfa_reauthenticate"),
    path(pgettext_lazy("url", "security/app/"), ActivateAppView.as_view(), name="mfa_activate_totp"),
    path(pgettext_lazy("url", "security/app/remove/"), totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        pgettext_lazy("url", "security/recovery-codes/"),
        RecoveryCodesView.as_view(),
        name="mfa_view_recovery_codes",
    ),
    path(
        pgettext_lazy("url", "security/recovery-codes/new/"),
        recovery.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        pgettext_lazy("url", "security/recovery-codes/file/"),
        recovery.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(pgettext_lazy("url", "security/passkeys/"), passkeys.list_webauthn, name="mfa_list_webauthn"),
    path(pgettext_lazy("url", "security/passkeys/add/"), AddPasskeyView.as_view(), name="mfa_add_webauthn"),
    path(
        pgettext_lazy("url", "security/passkeys/confirm/"),
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(
        pgettext_lazy("url", "security/passkeys/log-in/"), passkeys.login_webauthn, name="mfa_login_webauthn"
    ),
    path(
        pgettext_lazy("url", "security/passkeys/<int:pk>/remove/"),
        passkeys.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path(
        pgettext_lazy("url", "security/passkeys/<int:pk>/rename/"),
        passkeys.edit_webauthn,
        name="mfa_edit_webauthn",
    ),
]
