"""Certificates of invented products: most in force, some run out, plainly fictional numbers."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from catalogue.models import Certificate, RuleSet
from catalogue.models.certificate import CODE_LENGTH, CROCKFORD
from catalogue.periods import expiry_of

from .tables import Row, Table, next_id

#: Shares of products, out of a hundred: a certificate in force, one that ran out; the others have none.
IN_FORCE, EXPIRED = 60, 10
#: A certificate runs 36 months, at least 1095 days: counted back less than that it is in force.
_LONGEST_AGO = 1094
#: Odd, so that multiplying by it modulo a power of two gives every number once.
_STRIDE = 0x9E3779B97F4A7C15
_CODES = 32**CODE_LENGTH


@dataclass(frozen=True)
class Made:
    """A certificate's row, and the star and last day its product stores where it is in force."""

    row: Row
    star: tuple[int, str] | None


class PaperMaker:
    """Rolls certificates and writes them."""

    def __init__(self, dice: random.Random, day: date) -> None:
        self._dice = dice
        self._day = day
        self._rules = list(RuleSet.objects.order_by("-valid_from"))
        self._table = Table(
            Certificate, is_demo=True, source="Dữ liệu thử tải", decision_number="0000/QĐ-UBND", score="0"
        )
        self._next = next_id(Certificate)
        self._taken = set(Certificate.objects.values_list("code", flat=True))

    def paper_of(self, product: int) -> Made | None:
        """Roll the certificate of a product, by its primary key."""
        roll = self._dice.randrange(100)
        if roll >= IN_FORCE + EXPIRED:
            return None
        valid = roll < IN_FORCE
        ago = self._dice.randint(0, _LONGEST_AGO) if valid else self._dice.randint(1120, 1800)
        stars = self._dice.choices((3, 4, 5), (60, 36, 4))[0]
        issued_on = self._day - timedelta(days=ago)
        last_day = expiry_of(issued_on).isoformat()
        # Of days before the first decision the first one stands in; such days come only with odd clocks.
        rules = next((rule for rule in self._rules if rule.valid_from <= issued_on), self._rules[-1])
        level = rules.authorities[str(stars)]
        row = self._table.row(
            id=self._next,
            code=self._code(),
            product_id=product,
            stars=stars,
            rule_set_id=rules.pk,
            decided_on=issued_on.isoformat(),
            authority_level=level,
            authority_name="Cơ quan hư cấu",
            issued_on=issued_on.isoformat(),
            expires_on=last_day,
            effective_from=issued_on.isoformat(),
            effective_until=last_day,
            printed_code=f"75-00000-{product}-{issued_on.year}",
        )
        self._next += 1
        return Made(row, (stars, last_day) if valid else None)

    def insert(self, rows: Sequence[Row]) -> None:
        """Write the rows."""
        self._table.insert(rows)

    def _code(self) -> str:
        """Return a public code that no other certificate has."""
        number = self._next
        while True:
            scattered = number * _STRIDE % _CODES
            code = "".join(CROCKFORD[scattered >> 5 * place & 31] for place in range(CODE_LENGTH))
            if code not in self._taken:
                return code
            number += _CODES // 2 + 1
