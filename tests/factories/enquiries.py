"""Letters to the office."""

import uuid

import factory
from factory.django import DjangoModelFactory

from cms.models import Enquiry


class EnquiryFactory(DjangoModelFactory[Enquiry]):
    """A question of somebody without an account, waiting for its answer."""

    form_key = factory.LazyFunction(uuid.uuid4)
    topic = Enquiry.Topic.QUESTION
    message = "Đặt quà Tết thế nào?"
    language = "vi"

    class Meta:
        model = Enquiry
