import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.vietnamese import fold, is_marked, slug_of, strip_marks, vietnamese_runs


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đặc sản Chè Thái Nguyên", "dac-san-che-thai-nguyen"),
        ("Hạt điều rang muối vỏ lụa", "hat-dieu-rang-muoi-vo-lua"),
        ("S’tiêng, M'nông", "stieng-mnong"),
        ("  --  ", ""),
        ("Cà phê 100%", "ca-phe-100"),
    ],
)
def test_addresses_are_made_of_plain_letters(text, slug):
    assert slug_of(text) == slug


def test_folding_reads_an_icelandic_letter_as_the_stroked_d_it_was_typed_for():
    assert fold("ðặc sản Ðồng Nai") == "dac san dong nai"


def test_decomposed_and_composed_text_fold_alike():
    assert fold("hạt điều") == fold("ha\u0323t đie\u0302\u0300u") == "hat dieu"


def test_two_names_may_fold_alike_but_stay_two():
    assert fold("Lộc Thành") == fold("Lộc Thạnh")
    assert strip_marks("Lộc Thành") == "Loc Thanh"


@pytest.mark.parametrize(
    ("text", "vietnamese"),
    [
        ("Bù Gia Mập commune, Đồng Nai City", ["Bù Gia Mập", "Đồng Nai"]),
        ("HTX Rau Suối Cạn", ["HTX Rau Suối Cạn"]),
        ("Vườn hoa Dốc Gió", ["Vườn hoa Dốc Gió"]),
        ("By Decision 26/2026/QĐ-TTg. A certificate", ["26/2026/QĐ-TTg."]),
        ("Pepper from the Bà Rá mountain", ["Bà Rá"]),
        ("Bom Bo commune", []),
        ("", []),
    ],
)
def test_vietnamese_words_in_an_english_sentence_are_found(text, vietnamese):
    assert [words for words, is_vietnamese in vietnamese_runs(text) if is_vietnamese] == vietnamese


@given(st.text(alphabet="Đồng Nai by,.\n\u00a0commune 1", max_size=40))
def test_parting_a_text_loses_and_repeats_nothing_and_leaves_no_marked_word_outside(text):
    runs = vietnamese_runs(text)

    assert "".join(words for words, _ in runs) == text
    assert not any(is_marked(words) for words, is_vietnamese in runs if not is_vietnamese)
