"""`manage.py forget_second_factor LOGIN`: for who has lost phone and recovery codes. Ask first who it is."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.doors.holders import holder_of_email, holder_of_phone
from accounts.phones import to_e164


class Command(BaseCommand):
    """Removes app, passkeys and recovery codes of one account; its password stays."""

    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("login", help="the account's confirmed phone number or e-mail address")

    def handle(self, *_args: Any, **options: Any) -> None:
        login = options["login"]
        try:
            user = holder_of_email(login) if "@" in login else holder_of_phone(to_e164(login))
        except ValidationError as error:
            raise CommandError(f"{login} is neither a phone number nor an e-mail address.") from error
        if user is None:
            raise CommandError(f"No account is held by {login}.")
        removed, _by_model = Authenticator.objects.filter(user=user).delete()
        self.stdout.write(f"{removed} removed; the next log-in of {user} asks for no second factor.")
