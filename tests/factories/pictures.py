"""Pictures as editors send them."""

from typing import Any

import factory
from django.core.files.base import ContentFile
from factory.django import DjangoModelFactory

from cms.models import Picture
from tests.core.uploads.samples import picture


class PictureFactory(DjangoModelFactory[Picture]):
    """A JPEG with words and credit: red at the left, blue at the right; `size` in pixels."""

    title = factory.Sequence(lambda n: f"Ảnh thử {n}")
    alt_vi = factory.LazyAttribute(lambda o: f"Mô tả {o.title}")
    alt_en = factory.LazyAttribute(lambda o: f"Words of {o.title}")
    credit = "Người Thử"

    class Meta:
        model = Picture

    class Params:
        size = (120, 80)

    @factory.lazy_attribute
    def file(self: Any) -> ContentFile:  # type: ignore[type-arg]
        """Encode it."""
        return ContentFile(picture(size=self.size), "anh.jpg")
