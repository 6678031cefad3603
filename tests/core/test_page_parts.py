from core.page_parts import shown_numbers


def test_a_gap_never_hides_a_single_page():
    for last in range(1, 40):
        for current in range(1, last + 1):
            numbers = shown_numbers(current, last)

            for before, number, after in zip(numbers, numbers[1:], numbers[2:], strict=False):
                assert number is not None or after - before > 2
            assert {1, last, current} <= set(numbers)
            shown = [number for number in numbers if number]
            assert shown == sorted(set(shown))


def test_the_numbers_of_a_long_list():
    assert shown_numbers(1, 4) == [1, 2, 3, 4]
    assert shown_numbers(7, 20) == [1, None, 6, 7, 8, None, 20]
    assert shown_numbers(4, 20) == [1, 2, 3, 4, 5, None, 20]
    assert shown_numbers(1, 1) == [1]
