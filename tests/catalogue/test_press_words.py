import csv

from catalogue.press_words import WORDINGS, when_words


def test_every_date_in_the_public_records_has_vietnamese_words():
    with (WORDINGS.parent / "binh-phuoc-products.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["row_kind"].startswith("named")]
    dates = {row["year_or_decision"] for row in rows}

    assert dates
    assert [date for date in dates if when_words(date, "vi") == date] == []


def test_english_pages_keep_the_wording_of_the_record():
    assert when_words("end of 2021", "en") == "end of 2021"
    assert when_words("end of 2021", "vi") == "cuối năm 2021"
