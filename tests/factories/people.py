"""People."""

import factory
from factory.django import DjangoModelFactory

from accounts.models import User


class UserFactory(DjangoModelFactory[User]):
    """A person who signed up with a phone number."""

    full_name = factory.Sequence(lambda n: f"Người Thử {n}")
    phone = factory.Sequence(lambda n: f"+8490{n:07d}")
    email = factory.Sequence(lambda n: f"nguoi{n}@example.vn")
    password = factory.django.Password("mật khẩu để thử")

    class Meta:
        model = User
