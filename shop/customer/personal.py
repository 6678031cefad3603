"""What Oscar's small tables may hold about a person: reviews, votes, notices, what they looked at, cards."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from catalogue.reviews.models import ProductReview, Vote
from core.personal_data import PersonalData
from shop.analytics.models import UserProductView, UserRecord, UserSearch
from shop.communication.models import Email, Notification
from shop.payment.models import Bankcard

if TYPE_CHECKING:
    from accounts.models import User


def review_data() -> PersonalData:
    """Reviews and votes on those of others."""
    return PersonalData("reviews", _export_reviews, _erase_reviews, title=_("Your reviews and votes"))


def notice_data() -> PersonalData:
    """Notices on the site and letters that Oscar wrote."""
    return PersonalData("notices", _export_notices, _erase_notices)


def habit_data() -> PersonalData:
    """What was looked at and looked for, and cards; this site writes none of it."""
    return PersonalData("habits", _export_habits, _erase_habits)


def _export_reviews(user: "User") -> dict[str, object]:
    reviews = ProductReview.objects.filter(user=user)
    return {
        "written": list(reviews.values("product__title", "score", "title", "body", "date_created")),
        "votes": list(Vote.objects.filter(user=user).values("review_id", "delta", "date_created")),
    }


def _erase_reviews(user: "User") -> None:
    """One by one: the means of the products and the totals of the reviews follow."""
    for vote in Vote.objects.filter(user=user).select_related("review"):
        review = vote.review
        vote.delete()
        review.update_totals()
    for written in ProductReview.objects.filter(user=user).select_related("product"):
        written.delete()


def _export_notices(user: "User") -> dict[str, object]:
    return {
        "notices": list(Notification.objects.filter(recipient=user).values("subject", "body", "date_sent")),
        "letters": list(Email.objects.filter(user=user).values("email", "subject", "body_text", "date_sent")),
    }


def _erase_notices(user: "User") -> None:
    Notification.objects.filter(recipient=user).delete()
    # A notice that the person wrote to others stays theirs, without its writer.
    Notification.objects.filter(sender=user).update(sender=None)
    Email.objects.filter(user=user).delete()
    if email := user.verified_email():
        Email.objects.filter(email__iexact=email).delete()


def _export_habits(user: "User") -> dict[str, object]:
    return {
        "looked_at": list(UserProductView.objects.filter(user=user).values("product__title", "date_created")),
        "looked_for": list(UserSearch.objects.filter(user=user).values("query", "date_created")),
        "cards": list(Bankcard.objects.filter(user=user).values("card_type", "name", "number")),
    }


def _erase_habits(user: "User") -> None:
    for model in (UserProductView, UserSearch, UserRecord, Bankcard):
        model._default_manager.filter(user=user).delete()
