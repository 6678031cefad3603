"""A letter, and what the office answered."""

import secrets
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: Crockford's letters: none is taken for another when read aloud over the phone.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 8
TOKEN_BYTES = 24


def new_enquiry_code() -> str:
    """Return a random code of eight letters and digits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


def new_enquiry_token() -> str:
    """Return a random token for a link: 192 bits, 32 characters."""
    return secrets.token_urlsafe(TOKEN_BYTES)


class EnquiryQuerySet(models.QuerySet["Enquiry"]):
    """Questions about letters."""

    def waiting(self) -> Self:
        """Keep those that nobody has answered."""
        return self.filter(state=Enquiry.State.NEW)


class Enquiry(models.Model):
    """One letter; who wrote it may stay unknown, then the answer stands on its status page alone."""

    class State(models.TextChoices):
        """How far it is."""

        NEW = "new", _("Waiting for the office")
        ANSWERED = "answered", _("Answered")

    class Topic(models.TextChoices):
        """What a letter is about."""

        QUESTION = "question", _("A question")
        ORDER = "order", _("An order")
        DATA = "data", _("My personal data")
        OTHER = "other", _("Something else")
        WRONG = "wrong", _("Something on the page is wrong")
        CERTIFICATE = "certificate", _("A star or certificate that is not true")
        COUNTERFEIT = "counterfeit", _("Counterfeit or banned goods")
        UNSAFE = "unsafe", _("Unsafe food or goods")
        RIGHTS = "rights", _("My name, picture or mark is used without leave")

    #: What a report of a page may be about; the others are for letters.
    REPORTS = (Topic.WRONG, Topic.CERTIFICATE, Topic.COUNTERFEIT, Topic.UNSAFE, Topic.RIGHTS)

    code = models.CharField(_("code"), max_length=CODE_LENGTH, unique=True, default=new_enquiry_code)
    token = models.CharField(max_length=40, default=new_enquiry_token, editable=False)
    #: Made with the empty form: sent twice, it is one letter.
    form_key = models.UUIDField(unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW)
    topic = models.CharField(_("topic"), max_length=12, choices=Topic.choices)
    product = models.ForeignKey(
        "catalogue.Product", models.SET_NULL, null=True, related_name="+", verbose_name=_("product")
    )
    producer = models.ForeignKey(
        "partner.Partner", models.SET_NULL, null=True, related_name="+", verbose_name=_("producer")
    )
    #: What the page was called then.
    about = models.CharField(_("about"), max_length=255, blank=True)
    message = models.TextField(_("message"), max_length=4000)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", verbose_name=_("account")
    )
    full_name = models.CharField(_("name"), max_length=120, blank=True)
    phone = models.CharField(_("phone"), max_length=16, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES)
    is_demo = models.BooleanField(_("fictional"), default=False, editable=False)
    created_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)
    answer = models.TextField(_("answer"), blank=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        ordering: ClassVar[list[str]] = ["-created_at", "-pk"]
        verbose_name = _("letter or report")
        verbose_name_plural = _("letters and reports")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(state="new") | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="enquiry_answered_with_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_topic_display()}"

    @property
    def is_report(self) -> bool:
        """Say whether a page is reported."""
        return self.topic in self.REPORTS

    @property
    def status_url(self) -> str:
        """The page that tells how it stands; its link opens without a log-in."""
        return reverse("enquiries:status", kwargs={"code": self.code, "token": self.token})
