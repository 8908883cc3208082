"""What stands on a map."""

from collections.abc import Mapping

import pytest

from generator.arranged import Chronology
from generator.config import shipped_layouts
from generator.languages import open_languages
from generator.model import Gazetteer, Location, Site
from generator.render.edition import Edition
from generator.render.map_parts import RouteMap, StopView
from generator.render.maps import Stop, places_map, route_map

POINTS: Mapping[str, tuple[float, float]] = {
    "geneva": (46.21, 6.14),
    "brussels": (50.83, 4.33),
    "vienna": (48.2, 16.37),
    "rome": (41.9, 12.48),
    "pratica-di-mare": (41.65, 12.45),
    "nato-hq": (50.876, 4.422),
    "crimea": (45.3, 34.4),
}
WITHIN = {"nato-hq": "brussels", "town-hall": "geneva", "old-town": "town-hall", "sevastopol": "crimea"}


@pytest.fixture(scope="module")
def edition() -> Edition:
    places = {id_: place(id_) for id_ in [*POINTS, "town-hall", "old-town", "remote"]}
    places["sevastopol"] = Location("sevastopol", {"en": "Sevastopol"}, within="crimea", lat=44.6, lon=33.465)
    languages = open_languages(["en"], [shipped_layouts()])
    site = Site({"en": "T"}, {"en": "D"}, "https://t.example/", ("en",))
    return Edition(site, Gazetteer({}, places, {}, {}, {}), Chronology((), ()), (), languages["en"], languages)


def place(id_: str) -> Location:
    lat, lon = POINTS.get(id_, (None, None))
    return Location(id_, {"en": id_.replace("-", " ").title()}, within=WITHIN.get(id_), lat=lat, lon=lon)


def route(edition: Edition, *steps: str) -> RouteMap:
    """The map of steps, each in the places that are named, a dash for one that is only announced."""
    stops = [
        Stop(
            tuple(step.removesuffix(" -").split()),
            StopView(f"step-{number}", number, step, f"{number} May 2021", step.endswith("-")),
        )
        for number, step in enumerate(steps, 1)
    ]
    found = route_map(stops, edition)
    assert found
    return found


def written(found: RouteMap) -> dict[str, list[str]]:
    return {label.name.text: [date.text for date in label.dates] for label in found.labels}


def test_the_stops_are_in_the_order_of_the_steps(edition: Edition) -> None:
    """Which is that of the keyboard."""
    found = route(edition, "vienna", "geneva", "vienna", "brussels")
    assert [stop.number for stop in found.stops] == [1, 2, 3, 4]
    assert [stop.place for stop in found.stops] == ["Vienna", "Geneva", "Vienna", "Brussels"]
    assert len(found.legs) == 3


def test_a_label_says_the_place_and_the_date(edition: Edition) -> None:
    assert written(route(edition, "geneva", "vienna")) == {"Geneva": ["1 May 2021"], "Vienna": ["2 May 2021"]}


def test_steps_in_one_place_stand_side_by_side_below_one_name(edition: Edition) -> None:
    """With up to two dates; of more, the list tells."""
    found = route(edition, "geneva", "vienna", "geneva")
    assert [stop.aside for stop in found.stops] == [-0.65, 0, 0.65]
    assert [(bar.left, bar.width) for bar in found.bars] == [(-1.55, 3.1)]
    assert written(found)["Geneva"] == ["1 May 2021", "3 May 2021"]
    assert written(route(edition, "geneva", "geneva", "geneva")) == {"Geneva": []}


def test_places_that_are_near_share_a_disc_and_the_shortest_of_their_names(edition: Edition) -> None:
    """A step in Rome and in an airfield near it is there once."""
    found = route(edition, "pratica-di-mare rome", "vienna")
    assert [stop.number for stop in found.stops] == [1, 2]
    assert found.stops[0].place == "Pratica Di Mare"
    assert set(written(found)) == {"Rome", "Vienna"}


def test_a_step_in_two_places_has_a_disc_in_each(edition: Edition) -> None:
    found = route(edition, "geneva vienna", "brussels")
    assert [(stop.number, stop.anchor) for stop in found.stops] == [(1, "step-1"), (1, "step-1"), (2, "step-2")]
    assert len(found.legs) == 2


def test_a_house_is_called_by_its_town_and_a_town_is_not_called_by_its_country(edition: Edition) -> None:
    """The headquarters are in Brussels; Sevastopol is a good way from the middle of Crimea."""
    assert set(written(route(edition, "nato-hq", "sevastopol"))) == {"Brussels", "Sevastopol"}


def test_a_place_without_a_point_is_where_the_place_is_that_it_lies_in(edition: Edition) -> None:
    """Or the place that this one lies in."""
    spots = {stop.spot for stop in route(edition, "geneva", "town-hall", "old-town").stops}
    assert len(spots) == 1


def test_a_step_that_has_no_point_is_named_below_the_map_and_the_route_goes_on(edition: Edition) -> None:
    found = route(edition, "geneva", "remote", "vienna")
    assert [(stop.number, stop.place) for stop in found.elsewhere] == [(2, "remote")]
    assert [stop.number for stop in found.stops] == [1, 3]
    assert len(found.legs) == 1


def test_the_way_to_an_announced_step_is_told_apart(edition: Edition) -> None:
    found = route(edition, "geneva", "brussels", "vienna -")
    assert [leg.is_announced for leg in found.legs] == [False, True]
    assert [stop.is_announced for stop in found.stops] == [False, False, True]


def test_the_way_back_is_not_the_way_there(edition: Edition) -> None:
    """Each is bent to its left."""
    there, back = route(edition, "geneva", "vienna", "geneva").legs
    assert there.path.split("Q")[1].split()[:2] != back.path.split("Q")[1].split()[:2]


def test_there_is_no_map_of_steps_without_any_point(edition: Edition) -> None:
    assert route_map([Stop(("remote",), StopView("step-1", 1, None, None, is_announced=False))], edition) is None
    assert places_map(("remote",), edition) is None
    assert places_map((), edition) is None


def test_the_map_of_an_entry_has_a_spot_for_each_of_its_places(edition: Edition) -> None:
    """Those that would cover one another share one."""
    found = places_map(("geneva", "town-hall", "vienna", "remote"), edition)
    assert found
    assert len(found.spots) == 2
