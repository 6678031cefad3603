"""The one account of a person: a phone number first, an e-mail address or both."""

from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: ITU-T E.164: a plus sign and at most 15 digits, the first not 0.
E164 = RegexValidator(
    r"^\+[1-9]\d{6,14}$", _("Enter the number with its country code, such as +84912345678.")
)


class UserManager(BaseUserManager["User"]):
    """Makes users from a phone number, an e-mail address or both."""

    def create_user(
        self,
        *,
        phone: str | None = None,
        email: str | None = None,
        password: str | None = None,
        **fields: Any,
    ) -> "User":
        """Save a user.

        Raises:
            ValueError: Neither a phone number nor an e-mail address is given.
        """
        if not phone and not email:
            raise ValueError("A user needs a phone number or an e-mail address.")
        user = self.model(phone=phone or None, email=self.normalize_email(email) or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(
        self,
        *,
        phone: str | None = None,
        email: str | None = None,
        password: str | None = None,
        **fields: Any,
    ) -> "User":
        """Save a user who may do everything; staff need an e-mail address.

        Who runs commands on the server vouches for number and address: no code is asked for.
        """
        from allauth.account.models import EmailAddress  # noqa: PLC0415  it needs our model first

        fields = {"is_staff": True, "is_superuser": True, **fields}
        if phone:
            fields.setdefault("phone_verified_at", timezone.now())
        user = self.create_user(phone=phone, email=email, password=password, **fields)
        if user.email:
            EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        return user

    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        """Write an address in small letters, as log-ins compare it."""
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> "User":
        """Find a user by phone number or e-mail address, as log-in forms send it."""
        lookup = Q(email__iexact=username) if username and "@" in username else Q(phone=username)
        return self.get(lookup)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who buys, sells or works here. A Vietnamese name is one field: no first, no last part."""

    full_name = models.CharField(_("full name"), max_length=150, blank=True)
    phone = models.CharField(
        _("phone"), max_length=16, unique=True, null=True, blank=True, validators=[E164], help_text=_("E.164")
    )
    phone_verified_at = models.DateTimeField(_("phone verified at"), null=True, blank=True)
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    #: In which messages are written.
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, default="vi")
    is_staff = models.BooleanField(_("staff"), default=False)
    is_active = models.BooleanField(_("active"), default=True)
    #: A fictional person whose password is public: may log in on demo sites only.
    is_demo = models.BooleanField(_("demo person"), default=False, editable=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    USERNAME_FIELD = "phone"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["email"]

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=Q(phone__isnull=False) | Q(email__isnull=False),
                name="user_phone_or_email",
                violation_error_message=_("Give a phone number or an e-mail address."),
            ),
            models.CheckConstraint(
                condition=Q(is_staff=False) | Q(email__isnull=False),
                name="user_staff_email",
                violation_error_message=_("Staff need an e-mail address."),
            ),
            # Two empty strings would meet in the unique index; absent is NULL and nothing else.
            models.CheckConstraint(condition=~Q(phone=""), name="user_phone_not_empty"),
            models.CheckConstraint(condition=~Q(email=""), name="user_email_not_empty"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.email or self.phone or str(self.pk)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; an empty number or address is absent, and allauth empties them by an empty text."""
        self.phone = self.phone or None
        self.email = self.email or None
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        self.phone = self.phone or None
        self.email = User.objects.normalize_email(self.email) or None

    def get_full_name(self) -> str:
        """Return the whole name; Oscar and Wagtail ask for it."""
        return self.full_name

    def get_short_name(self) -> str:
        """Return the given name, which stands last in Vietnamese."""
        return self.full_name.rsplit(" ", 1)[-1] if self.full_name else ""

    def verified_email(self) -> str:
        """Return the e-mail address when the person has shown that it is theirs, else nothing."""
        if not self.email:
            return ""
        # allauth's table, reached from here so that neither module imports the other.
        known = self.emailaddress_set.filter(email__iexact=self.email, verified=True)
        return self.email if known.exists() else ""

    def unconfirmed_email(self) -> str:
        """Return the newest address that waits for its link to be opened; sign-up keeps it only there."""
        newest = self.emailaddress_set.filter(verified=False).order_by("-pk").first()
        return str(newest.email) if newest else (self.email or "")


# The other models of this room.
from accounts.consents.models import ConsentRecord  # noqa: F401
from accounts.messages.models import Message  # noqa: F401
from accounts.retention.models import RetainedRecord, RetainedRecordLook  # noqa: F401
from accounts.sessions.models import Session  # noqa: F401
