"""The pictures that are kept are those that the figures show."""

import runpy
from pathlib import Path

from app.paths import resources_dir

FILE = resources_dir() / "figures" / "stills.json"
MAKE_STILLS = Path(__file__).parents[2] / "packaging" / "make_stills.py"


def test_they_are_made_from_the_figures_as_they_are_now() -> None:
    made = runpy.run_path(str(MAKE_STILLS))["make"]()

    assert made == FILE.read_text(encoding="utf-8"), "run .venv/bin/python packaging/make_stills.py"
