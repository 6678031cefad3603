"""The day as the programme counts it: certificates end at midnight in Vietnam, wherever the server stands."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """Return the current day in Vietnam (UTC+7, no summer time)."""
    return timezone.now().astimezone(VIETNAM).date()


def seconds_until_midnight() -> int:
    """Return the whole seconds left of this day in Vietnam, at least 1."""
    now = timezone.now().astimezone(VIETNAM)
    midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), VIETNAM)
    return max(1, int((midnight - now).total_seconds()))
