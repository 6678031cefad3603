"""Days in words, as each language writes them (identity §7)."""

from datetime import date

_ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, language: str) -> str:
    """Write a day: `28/06/2029`, in English `28 Jun 2029`.

    >>> day_words(date(2029, 6, 28), "en")
    '28 Jun 2029'
    """
    if language == "en":
        return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"
    return f"{day:%d/%m/%Y}"
