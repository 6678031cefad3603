"""GS1 numbers and links: GTINs with their check digit, lot codes, the Digital Link that a QR carries."""

from urllib.parse import quote

from django.conf import settings

#: A GTIN has one of these lengths; all are kept padded to the longest.
GTIN_LENGTHS = (8, 12, 13, 14)
GTIN_LENGTH = 14
#: Set 82 of the GS1 General Specifications: what a lot or serial number may be written with.
SET_82 = frozenset("!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
LOT_LENGTH = 20


def read_gtin(text: str) -> str:
    """Return a typed GTIN as it is stored: 14 digits. Spaces and dashes between digits are passed over.

    >>> read_gtin("9520 0010 0001-0")
    '09520001000010'

    Raises:
        ValueError: It has another number of digits, other characters, or a wrong check digit.
    """
    digits = text.replace(" ", "").replace("-", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in GTIN_LENGTHS:
        raise ValueError("a GTIN has 8, 12, 13 or 14 digits")
    padded = digits.zfill(GTIN_LENGTH)
    if not int(padded):
        raise ValueError("a GTIN is not all noughts")
    if padded[-1] != check_digit(padded[:-1]):
        raise ValueError("the check digit is wrong")
    return padded


def check_digit(digits: str) -> str:
    """Return the check digit that follows these digits (weights 3 and 1 from the right).

    >>> check_digit("629104150021")
    '3'
    """
    total = sum(int(digit) * (1 if place % 2 else 3) for place, digit in enumerate(reversed(digits)))
    return str(-total % 10)


def shown_gtin(gtin: str) -> str:
    """Return a stored GTIN as it stands under its bars: 8 digits or 13, or 14 for a carton.

    >>> shown_gtin("09520001000010")
    '9520001000019'
    """
    if gtin.startswith("000000"):
        return gtin[-8:]
    return gtin[1:] if gtin.startswith("0") else gtin


def is_lot_code(code: str) -> bool:
    """Say whether a lot or serial number can be printed and can stand in an address.

    A browser takes `.` and `..` for folders, and a slash at either end is lost on the way.
    """
    return (
        1 <= len(code) <= LOT_LENGTH
        and set(code) <= SET_82
        and code not in {".", ".."}
        and code == code.strip("/")
        and "//" not in code
        and not any(part in {".", ".."} for part in code.split("/"))
    )


def digital_link(gtin: str, lot: str = "") -> str:
    """Return the address that a QR carries (GS1 Digital Link): the item, or one lot of it."""
    address = f"{settings.SITE_URL}/01/{gtin}"
    return f"{address}/10/{quote(lot, safe='')}" if lot else address
