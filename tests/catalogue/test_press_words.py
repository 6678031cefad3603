import csv

import pytest
from django.utils.translation import override

from catalogue.press_words import WORDINGS, when_words
from catalogue.source_languages import foreign_words, source_language


def test_every_date_in_the_public_records_has_vietnamese_words():
    with (WORDINGS.parent / "binh-phuoc-products.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["row_kind"].startswith("named")]
    dates = {row["year_or_decision"] for row in rows}

    assert dates
    assert [date for date in dates if when_words(date, "vi") == date] == []


def test_english_pages_keep_the_wording_of_the_record():
    assert when_words("end of 2021", "en") == "end of 2021"
    assert when_words("end of 2021", "vi") == "cuối năm 2021"


@pytest.mark.parametrize(
    ("url", "page", "words"),
    [
        ("https://www.vietnam.vn/en/day-la-cac-dac-san", "vi", "bản tiếng Anh"),
        ("https://www.vietnam.vn/en/day-la-cac-dac-san", "en", ""),
        ("https://www.vietnam.vn/sv/thu-phu-dieu", "en", "in Swedish"),
        ("https://www.cashewinformation.com/news.php?newshead=9", "vi", "bản tiếng Anh"),
        ("https://vietnamnet.vn/binh-phuoc", "vi", ""),
        ("https://vietnamnet.vn/binh-phuoc", "en", "in Vietnamese"),
    ],
)
def test_a_source_in_another_language_says_so(url, page, words):
    with override(page):
        assert foreign_words(url) == words


def test_every_source_of_the_public_records_has_a_known_language():
    with (WORDINGS.parent / "binh-phuoc-products.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    languages = {bool(row["name_is_back_translation"]): set() for row in rows}
    for row in rows:
        languages[bool(row["name_is_back_translation"])].add(source_language(row["source_url"]))

    # Names that were rebuilt from a translation come from a source that is one.
    assert languages == {True: {"en", "sv"}, False: {"vi"}}
