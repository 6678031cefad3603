"""Somebody with an unmistakable name, put into every place of the site that can hold a person."""

from decimal import Decimal

from django.core.cache import caches
from django.core.files.base import ContentFile
from django.db.models import Sum
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.users.models import UserProfile

from accounts.consents.services import answer
from accounts.messages import queue
from accounts.messages.models import Message
from catalogue.reviews.models import ProductReview, Vote
from producers.models import Membership
from shop.address.models import Country, UserAddress
from shop.analytics.models import UserProductView, UserSearch
from shop.basket.models import Basket
from shop.communication.models import Email, Notification
from shop.customer.models import ProductAlert
from shop.order.models import BillingAddress, Order, OrderNote, ShippingAddress
from shop.payment.models import Bankcard
from shop.wishlists.models import WishList
from tests.accounts import dump
from tests.factories import (
    ClaimFactory,
    EnquiryFactory,
    InvitationFactory,
    OrderFactory,
    ProducerFactory,
    ProductFactory,
    UnitFactory,
    UserFactory,
)

NAME = "Xuyến Chi Quỳnh Diệp"
PHONE = "+84971357913"
EMAIL = "quynhdiep.xuyenchi@thu.example"
OTHER_EMAIL = "xuyenchi.cu@thu.example"
STREET = "77 hẻm Quạ Khoang"
STRINGS = [NAME, PHONE, "0971357913", "971357913", "971 357 913", EMAIL, OTHER_EMAIL, STREET]
EVENT = "test_erase"


def trade_with(user):
    """Addresses, orders, basket, wishes, reviews."""
    product = ProductFactory()
    country = Country.objects.get(pk="VN")
    address = {"line1": STREET, "country": country, "phone_number": PHONE, "notes": f"gọi {NAME}"}
    name = {"last_name": NAME}
    UserAddress.objects.create(user=user, first_name=NAME, unit=UnitFactory(), **address)
    order = OrderFactory(
        user=user,
        guest_email=EMAIL,
        shipping_address=ShippingAddress.objects.create(**address, **name),
        billing_address=BillingAddress.objects.create(line1=STREET, country=country, **name),
    )
    OrderNote.objects.create(order=order, user=user, message=f"{NAME} dặn gọi {PHONE}")
    order.lines.update(partner_line_notes=f"tặng {NAME}")
    order.lines.get().attributes.create(type="thiệp", value=f"Mừng {NAME}")
    OrderFactory(
        user=None, guest_email=EMAIL, shipping_address=ShippingAddress.objects.create(**address, **name)
    )
    Basket.objects.create(owner=user)
    WishList.objects.create(owner=user, name=f"Ước của {NAME}")
    ProductAlert.objects.create(user=user, product=product, email=EMAIL)
    review = ProductReview.objects.create(
        user=user,
        product=product,
        score=5,
        title=f"{NAME} khen",
        body=PHONE,
        name=NAME,
        email=EMAIL,
        status=1,
    )
    other = ProductReview.objects.create(
        user=UserFactory(), product=product, score=3, title="Vừa", body="Được", status=1
    )
    Vote.objects.create(user=user, review=other, delta=1)
    Vote.objects.create(user=UserFactory(), review=review, delta=1)
    UserProductView.objects.create(user=user, product=product)
    UserSearch.objects.create(user=user, query=NAME)
    Bankcard.objects.create(
        user=user, card_type="Visa", name=NAME, number="XXXX-1111", expiry_date="2030-01-01"
    )


def talk_to(user):
    """Consents, messages sent and waiting, notices, tasks."""
    answer(user, {"marketing_email": True, "marketing_sms": True})
    queue(event=EVENT, about="order:1", user=user, context={"who": NAME})
    queue(event=EVENT, about="order:2", phone=PHONE, context={"who": NAME})
    sent = queue(event=EVENT, about="order:3", email=EMAIL, context={"who": NAME})
    Message.objects.filter(pk=sent.pk).update(address="", context={}, state="sent")
    Notification.objects.create(recipient=user, subject=f"Chào {NAME}", body=PHONE)
    Email.objects.create(user=user, email=EMAIL, subject=NAME, body_text=PHONE)
    for status, mention in ((TaskResultStatus.FAILED, NAME), (TaskResultStatus.SUCCESSFUL, EMAIL)):
        DBTaskResult.objects.create(
            status=status,
            args_kwargs={"args": [mention], "kwargs": {}},
            task_path="accounts.messages.tasks.send_message",
            run_after=timezone.now(),
            traceback=f"SMTPRecipientsRefused: {EMAIL} {NAME}",
            exception_class_path="",
            queue_name="default",
            backend_name="default",
        )


def write_to_the_office(user):
    """Letters of theirs, from the account and from before it, and one that they answered as staff."""
    letter = {"message": f"Xin gọi {NAME}, số {PHONE}", "full_name": NAME}
    EnquiryFactory(user=user, **letter)
    EnquiryFactory(phone=PHONE, **letter)
    EnquiryFactory(email=EMAIL.upper(), **letter)
    log(instance=EnquiryFactory(email=OTHER_EMAIL, **letter), action="wagtail.edit", user=UserFactory())
    EnquiryFactory(answered_by=user, answered_at=timezone.now(), answer="Đã gửi")


def ask_for_shops(user):
    """Requests for the page of a shop, with a paper; invitations sent to them, accepted, and made by them."""
    asked = {"representative": NAME, "street": STREET, "phone": PHONE, "message": f"{NAME} xin nhận"}
    claim = ClaimFactory(user=user, name=f"Cơ sở {NAME}", **asked)
    paper = ContentFile(f"giấy của {NAME}".encode(), name="giay-0971357913.pdf")
    claim.papers.create(kind="registration", file=paper)
    log(instance=claim, action="wagtail.edit", user=UserFactory(), data={"reason": f"theo {EMAIL}"})
    ClaimFactory(user=user, state="refused", decided_at=timezone.now(), reason=f"{NAME} thiếu giấy", **asked)
    ClaimFactory(state="refused", decided_at=timezone.now(), decided_by=user, reason="Thiếu giấy")
    InvitationFactory(phone=PHONE)
    InvitationFactory(phone="", email=EMAIL)
    log(
        instance=InvitationFactory(phone="", email=OTHER_EMAIL, accepted_by=user, accepted_at=timezone.now()),
        action="wagtail.edit",
        user=UserFactory(),
    )
    InvitationFactory(invited_by=user)


def work_as(user):
    """A shop of theirs and of another, a picture in the staff's screens, actions in the log, a page seen."""
    membership = Membership.objects.create(user=user, producer=ProducerFactory(), role="owner")
    Membership.objects.create(user=UserFactory(), producer=membership.producer, role="owner")
    Membership.objects.create(user=UserFactory(), producer=membership.producer, role="viewer", added_by=user)
    membership.role = "sales"
    membership.save()
    profile = UserProfile.get_for_user(user)
    profile.avatar.save("anh-0971357913.png", ContentFile(f"ảnh của {NAME}".encode()))
    log(instance=user, action="wagtail.edit", user=UserFactory())
    log(instance=membership, action="wagtail.create", user=user)
    log(instance=ProductFactory(), action="wagtail.edit", user=user, data={"ghi chú": f"theo lời {NAME}"})
    page = Page.objects.get(depth=1)
    log(instance=page, action="wagtail.edit", user=user, data={"comment": {"text": f"hỏi {EMAIL}"}})
    caches["pages"].set("page:1", ("text/html", "etag", f"đánh giá của {NAME}".encode()))


def sums():
    """What was sold and what lies in stock: erasing a person must not change it."""
    orders = Order.objects.aggregate(Sum("total_incl_tax"), Sum("shipping_incl_tax"), Sum("lines__quantity"))
    return orders | {"lines": Decimal(Order.objects.aggregate(n=Sum("lines__line_price_incl_tax"))["n"])}


def search(without=()):
    return dump.places_of(STRINGS, dump.tables(without), dump.files(), dump.cached())
