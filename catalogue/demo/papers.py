"""Certificates of the demo products: fictional numbers, the real rules and authorities of their day."""

import hashlib
from datetime import date, timedelta
from decimal import Decimal

from catalogue.loading.changes import save_if_changed
from catalogue.models import Certificate, Product, RuleSet
from catalogue.models.certificate import CODE_LENGTH, CROCKFORD
from catalogue.periods import VALIDITY_MONTHS, expiry_of
from producers.models import Partner

from .shapes import ROUNDS, Paper

#: Plainly no number of any decision.
PROVINCE_DECISION, CENTRE_DECISION = "0000/QĐ-UBND", "0000/QĐ-BNNMT"
SOURCE = "Dữ liệu trình diễn"
GRACE_DAYS = 180
GRACE_REASON = "Trình diễn: hồ sơ đánh giá lại đã nộp, chưa có kết quả (Điều 12 Quyết định 26/2026/QĐ-TTg)."
#: Who recognised in the former Bình Phước, by first day; the latest comes first.
_PROVINCES = (
    (date(2026, 4, 30), "Ủy ban nhân dân thành phố Đồng Nai"),
    (date(2025, 7, 1), "Ủy ban nhân dân tỉnh Đồng Nai"),
    (date.min, "Ủy ban nhân dân tỉnh Bình Phước"),
)
_MINISTRIES = (
    (date(2025, 3, 1), "Bộ Nông nghiệp và Môi trường"),
    (date.min, "Bộ Nông nghiệp và Phát triển nông thôn"),
)
#: Codes printed since then name province and commune, earlier ones the district too (Decision 19/2025).
_NEW_CODES_SINCE = date(2025, 7, 1)
#: Lowest and highest score of each star, in tenths of a point.
_SCORES = {3: (500, 699), 4: (700, 899), 5: (900, 985)}


def load_papers(product: Product, papers: tuple[Paper, ...], number: int, day: date) -> int:
    """Bring the certificates of one product in line with what its shop says; return how many there are.

    Args:
        product: Its producer has a unit, a former commune and a former district.
        papers: In the order of their issue.
        number: The product's running number in its commune, printed in the code.
        day: From which the days of the papers are counted back.
    """
    writers = [_values_of(product, paper, number, day) for paper in papers]
    # On a later day all dates move forward: the latest first, so that none meets the old day of the next.
    for index in reversed(range(len(papers))):
        code = _public_code(f"{product.producer.code if product.producer else ''}-{product.slug_vi}-{index}")
        known = Certificate.objects.filter(code=code).first()
        save_if_changed(known or Certificate(code=code), product=product, **writers[index])
    return len(papers)


def _values_of(product: Product, paper: Paper, number: int, day: date) -> dict[str, object]:
    if paper.expired_ago is not None:
        expires_on = day - timedelta(days=paper.expired_ago)
        issued_on = expiry_of(expires_on, -VALIDITY_MONTHS)
    else:
        ago = ROUNDS[paper.round] if paper.round else paper.issued_ago or 0
        issued_on = day - timedelta(days=ago)
        expires_on = expiry_of(issued_on)
    rule_set = RuleSet.objects.in_force(issued_on).order_by("-valid_from")[0]
    level = Certificate.Level(rule_set.authorities[str(paper.stars)])
    producer = product.producer
    assert producer is not None
    revoked = paper.revoked_ago is not None
    decision = CENTRE_DECISION if level == Certificate.Level.CENTRE else PROVINCE_DECISION
    return {
        "stars": paper.stars,
        "rule_set": rule_set,
        "score": _score(f"{producer.code}-{product.slug_vi}", paper.stars),
        "decision_number": decision,
        "decided_on": issued_on,
        "authority_level": level,
        "authority_name": _authority(level, issued_on, producer),
        "issued_on": issued_on,
        "expires_on": expires_on,
        "printed_code": _printed_code(producer, number, issued_on),
        "grace_until": expires_on + timedelta(days=GRACE_DAYS) if paper.grace else None,
        "grace_reason": GRACE_REASON if paper.grace else "",
        "revoked_on": day - timedelta(days=paper.revoked_ago or 0) if revoked else None,
        "revoked_reason": f"Trình diễn: {paper.reason}" if revoked else "",
        "revocation_decision": decision if revoked else "",
        "source": SOURCE,
        "is_demo": True,
    }


def _authority(level: Certificate.Level, day: date, producer: Partner) -> str:
    if level == Certificate.Level.DISTRICT:
        name = producer.district.name if producer.district else ""
        return f"Ủy ban nhân dân {name[:1].lower()}{name[1:]}"
    names = _MINISTRIES if level == Certificate.Level.CENTRE else _PROVINCES
    return next(name for since, name in names if since <= day)


def _printed_code(producer: Partner, number: int, day: date) -> str:
    if day >= _NEW_CODES_SINCE:
        return f"75-{producer.unit_id}-{number:03d}-{day.year}"
    return f"70-{producer.district_id}-{producer.old_commune_id}-{number}-{day.year}"


def _score(seed: str, stars: int) -> Decimal:
    low, high = _SCORES[stars]
    return Decimal(low + _dice(seed) % (high - low + 1)) / 10


def _public_code(seed: str) -> str:
    """Return the same code on every machine, so that printed demo labels stay readable."""
    dice = _dice(f"demo-{seed}")
    return "".join(CROCKFORD[dice >> 5 * place & 31] for place in range(CODE_LENGTH))


def _dice(seed: str) -> int:
    return int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])
