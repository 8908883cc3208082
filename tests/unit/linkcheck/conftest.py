"""What is asked at the same time is asked in a loop of its own."""

import pytest


@pytest.fixture(autouse=True)
def _loop(no_other_loop: None) -> None:
    """A test of a browser may have run before."""
