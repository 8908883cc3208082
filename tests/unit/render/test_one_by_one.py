"""A long list holds nothing of what it is made of but the things themselves."""

from generator.render.one_by_one import OneByOne


def test_each_is_made_when_it_is_asked_for_and_only_then() -> None:
    made = list[int]()

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    doubles = OneByOne(double, range(1000))
    assert (len(doubles), made) == (1000, [])
    assert (doubles[3], made) == (6, [3])
    assert [*doubles[:2]] == [0, 2]
    assert made == [3, 0, 1]


def test_it_is_read_like_any_other_list() -> None:
    doubles = OneByOne(lambda number: 2 * number, [1, 2, 3])
    assert [*doubles] == [2, 4, 6]
    assert repr(doubles) == "[2, 4, 6]"
