"""The land of a map."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.render.land import Land, read_land
from generator.render.projection import Format, frame_around

FORMAT = Format(width=768, height=432, margin=0.2, least=24)
SQUARE = [(0.0, 40.0), (10.0, 40.0), (10.0, 50.0), (0.0, 50.0)]
TOPOLOGY = """{"type": "Topology", "transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": [%s],
"objects": {"land": {"type": "Polygon", "arcs": [[%s]]}}}"""

Points = list[tuple[int, int]]


def outlines(path: str) -> list[Points]:
    """The rings of the data of a path, in absolute coordinates."""
    assert re.fullmatch(r"(M-?\d+ -?\d+l(-?\d+[ -]?)+z)*", path)
    rings = []
    for ring in re.findall(r"M([^z]+)z", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        points = [(numbers[0], numbers[1])]
        for step in zip(numbers[2::2], numbers[3::2], strict=True):
            points.append((points[-1][0] + step[0], points[-1][1] + step[1]))
        rings.append(points)
    return rings


def drawn(land: Land, *points: tuple[float, float]) -> list[Points]:
    return outlines(land.outline(frame_around(points, FORMAT)))


def covers(rings: list[Points], x: int, y: int) -> bool:
    """Whether a point is on land: a ray from it crosses the coasts an odd number of times."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossings += (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1)
    return crossings % 2 == 1


def read(tmp_path: Path, text: str) -> Land:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "land.json").write_text(text, "utf-8")
    return read_land([tmp_path])


@pytest.fixture(scope="module")
def world() -> Land:
    return read_land([shipped_layouts()])


@given(st.floats(-180, 180), st.floats(-90, 90))
def test_land_is_drawn_around_any_point_and_not_far_beyond_the_frame(lon: float, lat: float) -> None:
    """At the poles and beyond 180 degrees too; the edge itself is out of sight."""
    land = read_land([shipped_layouts()])
    for ring in drawn(land, (lon, lat)):
        assert all(-4 <= x <= 772 and -4 <= y <= 436 for x, y in ring)


@pytest.mark.parametrize(
    ("place", "is_land"),
    {
        (6.14, 46.21): True,
        (37.6, 55.8): True,
        (-94.4, 39.1): True,
        (-30.0, 45.0): False,
        (0.0, -90.0): True,
        (0.0, 90.0): False,
        (178.0, 67.0): True,
        (-178.0, 66.5): True,
        (180.0, 0.0): False,
        (-180.0, 68.0): True,
    }.items(),
)
def test_the_middle_of_a_map_is_land_where_the_place_is(
    world: Land, place: tuple[float, float], *, is_land: bool
) -> None:
    """In Europe, Russia and America; at the South Pole, and on both sides of the meridian that cuts Chukotka."""
    assert covers(drawn(world, place), 384, 216) == is_land


def test_a_coast_ends_at_the_edge_of_the_frame() -> None:
    """Land that fills the frame is a rectangle a little larger than it."""
    (ring,) = drawn(Land([[(-60.0, 0.0), (70.0, 0.0), (70.0, 80.0), (-60.0, 80.0)]]), (5.0, 45.0))
    assert {(-4, -4), (772, -4), (772, 436), (-4, 436)} == set(ring)


def test_land_outside_of_the_frame_is_left_out() -> None:
    assert not drawn(Land([SQUARE]), (100.0, 45.0))


def test_a_speck_is_left_out() -> None:
    assert not drawn(Land([[(5.0, 45.0), (5.05, 45.0), (5.05, 45.05)]]), (5.0, 45.0))


def test_a_ring_that_jumps_at_the_180th_meridian_is_drawn_whole(tmp_path: Path) -> None:
    """An island around 180 degrees east, half of which is told as west."""
    land = read(tmp_path, TOPOLOGY % ("[[170, 40], [-340, 0], [0, 10], [340, 0], [0, -10]]", "0"))
    (ring,) = drawn(land, (180.0, 45.0))
    assert max(x for x, _ in ring) - min(x for x, _ in ring) > 300
    assert covers([ring], 384, 216)


def test_arcs_are_joined_in_their_order_and_may_be_turned_around(tmp_path: Path) -> None:
    """TopoJSON names the second arc of this square backwards, by the complement of its index."""
    land = read(tmp_path, TOPOLOGY % ("[[0, 40], [10, 0], [0, 10]], [[0, 40], [0, 10], [10, 0]]", "0, -2"))
    assert drawn(land, (5.0, 45.0)) == drawn(Land([SQUARE]), (5.0, 45.0))


def test_the_land_of_a_project_stands_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "land.json").write_text(TOPOLOGY % ("[[0, 40], [10, 0], [0, 10]]", "0"), "utf-8")
    assert read_land([tmp_path, shipped_layouts()]).digest != read_land([shipped_layouts()]).digest


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", TOPOLOGY % ("", "0"), TOPOLOGY.replace("Polygon", "Point") % ("[[0, 0]]", "0")]
)
def test_a_map_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    with pytest.raises(SettingsError, match=r"layouts/map/land\.json: .* \(layouts/map/README\.md\)"):
        read(tmp_path, text)


def test_a_map_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"layouts/map/land\.json is missing"):
        read_land([tmp_path])


def test_the_shipped_land_is_small() -> None:
    """It is a part of every installation."""
    assert (shipped_layouts() / "map" / "land.json").stat().st_size < 60_000
