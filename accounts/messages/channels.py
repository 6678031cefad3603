"""Where messages leave the site: the mail server, and the SMS provider."""

from smtplib import SMTPException, SMTPRecipientsRefused
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage

from accounts import sms
from accounts.errors import SmsNotSent
from accounts.messages.models import Message
from accounts.messages.texts import Words


class NotDelivered(Exception):
    """The message did not get out; the words name the kind of failure and nobody's address.

    Attributes:
        hopeless: Trying again cannot help, such as for an address that the server refuses for good.
    """

    def __init__(self, kind: str, *, hopeless: bool = False) -> None:
        super().__init__(kind)
        self.hopeless = hopeless


def send(message: Message, words: Words) -> str:
    """Send a message by its channel and return the provider's reference, if it gives one.

    Raises:
        NotDelivered: It did not get out.
    """
    if message.channel == Message.Channel.SMS:
        return _send_sms(message, words.body)
    return _send_email(message, words)


def _send_email(message: Message, words: Words) -> str:
    """Send by mail; the same id on every attempt lets mail servers drop a second copy."""
    reference = f"<message-{message.pk}@{urlsplit(settings.SITE_URL).hostname}>"
    mail = EmailMessage(words.subject, words.body, to=[message.address], headers={"Message-ID": reference})
    try:
        mail.send()
    except SMTPRecipientsRefused as error:
        codes = [code for code, _words in error.recipients.values()]
        hopeless = all(500 <= code < 600 for code in codes)
        raise NotDelivered(f"recipient refused {codes}", hopeless=hopeless) from None
    except (SMTPException, OSError) as error:
        raise NotDelivered(type(error).__name__) from None
    return reference


def _send_sms(message: Message, text: str) -> str:
    """Send through the SMS adapter; the same key on every attempt lets providers drop a second copy."""
    reference = f"message-{message.pk}"
    try:
        sms.send(message.address, text, key=reference)
    except SmsNotSent as error:
        raise NotDelivered(type(error).__name__) from None
    return reference
