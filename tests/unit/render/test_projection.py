"""Points of the globe in a frame."""

from math import cos, dist, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.projection import Box, Format, Projection, frame_around

FORMAT = Format(width=768, height=432, margin=0.2, least=24)
GENEVA, BRUSSELS, VIENNA = (6.14, 46.21), (4.33, 50.83), (16.37, 48.2)

points = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(points, min_size=1, max_size=6))
def test_every_point_of_the_globe_is_within_the_margins_of_its_frame(found: list[tuple[float, float]]) -> None:
    """At the poles and beyond 180 degrees too."""
    room = Box(0.2 * 768 - 0.01, 0.2 * 432 - 0.01, 0.8 * 768 + 0.01, 0.8 * 432 + 0.01)
    assert all(room.holds(point) for point in frame_around(found, FORMAT).place(found))


@given(points)
def test_a_place_that_is_alone_is_in_the_middle(point: tuple[float, float]) -> None:
    (placed,) = frame_around([point], FORMAT).place([point])
    assert placed == pytest.approx((384, 216), abs=0.01)


def test_north_is_up_and_east_is_right() -> None:
    geneva, brussels, vienna = frame_around([GENEVA, BRUSSELS, VIENNA], FORMAT).place([GENEVA, BRUSSELS, VIENNA])
    assert brussels[1] < vienna[1] < geneva[1]
    assert brussels[0] < geneva[0] < vienna[0]


def test_south_of_the_equator_north_is_up_too() -> None:
    """There the tip of the cone is below."""
    sydney, darwin = (151.2, -33.9), (130.8, -12.5)
    here, there = frame_around([sydney, darwin], FORMAT).place([sydney, darwin])
    assert there[0] < here[0]
    assert there[1] < here[1]


def test_a_route_across_the_pacific_does_not_go_around_the_world() -> None:
    """Tokyo and San Francisco are in one frame with the 180th meridian between them."""
    tokyo, san_francisco = (139.7, 35.7), (-122.4, 37.8)
    frame = frame_around([tokyo, san_francisco], FORMAT)
    (west, _), (middle, _), (east, _) = frame.place([tokyo, (180, 36), san_francisco])
    assert west < middle < east
    assert frame.projection.lon == pytest.approx(-171.35)


@pytest.mark.parametrize("lat", [-60, -20, 1, 20, 48, 75, 90])
def test_distances_along_a_meridian_and_the_middle_parallel_are_true(lat: float) -> None:
    """In degrees of latitude; a short step to the east is one of the cosine of its latitude."""
    here, north, east = Projection(10, lat).flat([(10, lat), (10, lat - 0.1), (10.1, lat)])
    assert dist(here, north) == pytest.approx(0.1)
    assert dist(here, east) == pytest.approx(0.1 * abs(cos(radians(lat))), abs=1e-4)


@given(points, points)
def test_nothing_in_a_frame_is_outside_its_window(centre: tuple[float, float], point: tuple[float, float]) -> None:
    """So that what is outside need not be projected."""
    frame = frame_around([centre], FORMAT)
    (turned,) = frame.projection.turned([point])
    (placed,) = frame.place([point])
    assert frame.window.holds(turned) or not Box(0, 0, 768, 432).holds(placed)
