"""allauth: phone first, e-mail optional, codes, limits, second factor."""

LOGIN_URL = "account_login"
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
# Passwords are forgotten, changed and e-mails edited in the account, not in Wagtail.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["accounts.doors.adapter.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

ACCOUNT_ADAPTER = "accounts.doors.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"phone", "email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# Neither is starred: the form asks for one of the two. "phone*" would lock out users without a phone.
ACCOUNT_SIGNUP_FIELDS = ["phone", "email", "password1*"]
# allauth refuses "mandatory" where an address is no must; accounts.doors.stages asks for the confirmation.
ACCOUNT_EMAIL_VERIFICATION = "optional"
# Only in the session that signed up; a link opened elsewhere logs nobody in.
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_MAX_EMAIL_ADDRESSES = 3
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "login": "accounts.doors.forms.LoginForm",
    "signup": "accounts.doors.forms.SignupForm",
    "add_email": "accounts.doors.forms.AddEmailForm",
    "change_password": "accounts.doors.forms.ChangePasswordForm",
    "set_password": "accounts.doors.forms.SetPasswordForm",
    "change_phone": "accounts.doors.forms.ChangePhoneForm",
    "verify_phone": "accounts.doors.forms.VerifyPhoneForm",
    "request_login_code": "accounts.doors.forms.RequestLoginCodeForm",
    "confirm_login_code": "accounts.doors.forms.ConfirmLoginCodeForm",
    "reauthenticate": "accounts.doors.forms.ReauthenticateForm",
}

# Codes: 6 digits, 5 minutes, 3 tries, sent again twice.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 300
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 2
ACCOUNT_PHONE_VERIFICATION_ENABLED = True
ACCOUNT_PHONE_VERIFICATION_TIMEOUT = 300
ACCOUNT_PHONE_VERIFICATION_MAX_ATTEMPTS = 3
ACCOUNT_PHONE_VERIFICATION_SUPPORTS_RESEND = 2

# How often, and per what: "ip" is core.client's address (a village may share its carrier's one), "key" the
# number or address that is meant, "user" who is logged in. accounts.doors.limits counts codes, by the hour.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "signup": "60/m/ip",
    "request_login_code": "60/m/ip",
    "verify_phone": "60/m/ip,2/m/key",
    "confirm_email": "1/m/key,10/h/key",
    "reset_password": "60/m/ip,5/m/key",
    "reset_password_from_key": "60/m/ip",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
    "change_phone": "3/m/user",
    "manage_email": "10/m/user",
}

MFA_ADAPTER = "accounts.doors.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_TOLERANCE = 1
# An unconfirmed address beside a confirmed number gives nobody a way in (accounts.doors.holders).
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_FORMS = {
    "authenticate": "accounts.doors.factor_forms.AuthenticateForm",
    "reauthenticate": "accounts.doors.factor_forms.ReauthenticateForm",
    "activate_totp": "accounts.doors.factor_forms.ActivateTOTPForm",
    "login_webauthn": "accounts.doors.factor_forms.LoginWebAuthnForm",
    "authenticate_webauthn": "accounts.doors.factor_forms.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "accounts.doors.factor_forms.ReauthenticateWebAuthnForm",
    "add_webauthn": "accounts.doors.factor_forms.AddWebAuthnForm",
    "edit_webauthn": "accounts.doors.factor_forms.EditWebAuthnForm",
}
