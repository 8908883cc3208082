"""Names on a map."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.render.labels import NARROW, WIDE, Sign, labels
from generator.render.projection import Box

FRAME = Box(0, 0, 768, 432)
MIDDLE = Sign(384, 216, 1, ("Genève", "10 janvier 2022"))

signs = st.lists(
    st.builds(
        Sign,
        st.integers(100, 668),
        st.integers(60, 372),
        st.integers(1, 4),
        st.lists(st.text(min_size=1, max_size=24), min_size=1, max_size=3).map(tuple),
    ),
    min_size=1,
    max_size=6,
)


@given(signs)
def test_labels_are_in_the_frame_and_touch_no_disc_and_no_other_label(found: list[Sign]) -> None:
    """On a wide screen, and on a narrow one those that are shown there."""
    placed = [label for label in labels(found, (), FRAME) if label]
    for em, boxes in ((WIDE, [each.wide for each in placed]), (NARROW, [e.narrow for e in placed if not e.is_minor])):
        assert all(FRAME.holds((box.left, box.low)) and FRAME.holds((box.right, box.high)) for box in boxes)
        assert not any(box.meets(other) for box, other in combinations(boxes, 2))
        assert not any(box.meets(sign.room(em)) for box in boxes for sign in found)


def test_a_label_is_to_the_right_where_nothing_is_in_its_way() -> None:
    (label,) = labels([MIDDLE], (), FRAME)
    assert label
    assert (label.anchor, label.is_minor) == ("start", False)


def test_a_label_makes_way_for_the_route() -> None:
    """Here the route leaves to the right."""
    (label,) = labels([MIDDLE], [(x, 216) for x in range(384, 768, 10)], FRAME)
    assert label
    assert label.anchor == "end"


def test_a_label_stays_in_the_frame() -> None:
    """A disc near the right edge has its name on the left."""
    (label,) = labels([Sign(700, 216, 1, ("Moscou",))], (), FRAME)
    assert label
    assert label.anchor == "end"


def test_a_label_without_room_on_a_narrow_screen_is_minor() -> None:
    """Large letters need 400 units of the frame, small ones 200."""
    (label,) = labels([Sign(150, 216, 1, ("Independence (Missouri)",))], (), Box(0, 0, 400, 432))
    assert label
    assert label.is_minor


def test_a_label_without_any_room_is_left_out() -> None:
    """The list below the map has all names."""
    assert labels([MIDDLE], (), Box(380, 210, 388, 222)) == [None]


def test_whoever_chooses_first_no_label_crosses_the_route_if_that_can_be() -> None:
    """If Geneva took the right, Vienna would be left with what its way covers."""
    route = [(264 + 2.8 * step, 139 + step) for step in range(98)]
    cities = (264, 139, "Brussels"), (290, 300, "Geneva"), (540, 236, "Vienna")
    found = labels([Sign(x, y, 1, (name, "12 January 2022")) for x, y, name in cities], route, FRAME)
    assert not any(label.narrow.holds(point) for label in found if label for point in route)
    assert all(found)
