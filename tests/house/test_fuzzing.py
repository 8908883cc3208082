"""Random input is tried in continuous integration, for a set time and with other examples each time."""

import re
from pathlib import Path

import yaml
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "fuzz.yml").read_text("utf-8"))
SCRIPT = (ROOT / ".ci" / "fuzz").read_text("utf-8")


def test_random_input_is_tried_each_week_for_ten_minutes_or_more() -> None:
    schedule = WORKFLOW[True]["schedule"]  # YAML 1.1 reads `on` so
    assert re.fullmatch(r"\d+ \d+ \* \* \d", schedule[0]["cron"])
    job = WORKFLOW["jobs"]["fuzz"]
    seconds = int(job["steps"][-1]["run"].removeprefix("bash .ci/fuzz "))
    assert 600 <= seconds < 60 * job["timeout-minutes"]


def test_each_round_tries_other_examples_in_continuous_integration_too() -> None:
    """Where CI=true, Hypothesis takes the same ones each time unless a profile says otherwise."""
    (profile,) = re.findall(r"--hypothesis-profile (\w+)", SCRIPT)
    assert not settings.get_profile(profile).derandomize
    assert '--hypothesis-seed "$RANDOM"' in SCRIPT
