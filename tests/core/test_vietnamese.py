import pytest

from core.vietnamese import fold, slug_of, strip_marks


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
