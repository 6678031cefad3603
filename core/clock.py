"""The day as the programme counts it: certificates end at midnight in Vietnam, wherever the server stands."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def today() -> date:
    """Return the current day in Vietnam (UTC+7, no summer time)."""
    return timezone.now().astimezone(VIETNAM).date()


def seconds_left_of(day: date) -> int:
    """Return the whole seconds until `day` ends in Vietnam; 0 in its last second and ever after."""
    midnight = datetime.combine(day + timedelta(days=1), datetime.min.time(), VIETNAM)
    return max(0, int((midnight - timezone.now()).total_seconds()))
