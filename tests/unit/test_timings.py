"""Seconds are counted by stage and by file."""

from itertools import count

from generator.timings import Drawing, Stage, Timings


def test_a_stage_lasts_until_the_next_begins() -> None:
    """One that comes twice counts both; what lies between an end and the next beginning is nobody’s."""
    moments = iter((0.0, 1.0, 3.0, 6.0, 10.0, 20.0))
    timings = Timings(lambda: next(moments))
    for stage in (Stage.LOADING, Stage.PLANNING, Stage.LOADING, None, Stage.WRITING, None):
        timings.begin(stage)
    assert timings.stages == {Stage.LOADING: 4.0, Stage.PLANNING: 2.0, Stage.WRITING: 10.0}


def test_the_slowest_come_first() -> None:
    """Templates by all their files together; what no template draws is a file alone."""
    timings = Timings(lambda: float(next(count())))
    timings.drawings += [Drawing("a", "x", 2), Drawing("b", "y", 3), Drawing("c", "x", 2), Drawing("d", "", 9)]
    assert [drawing.path for drawing in timings.slowest(2)] == ["d", "b"]
    assert timings.by_template() == [("x", [2, 2]), ("y", [3])]
