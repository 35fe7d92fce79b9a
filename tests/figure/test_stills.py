"""The pictures that are kept are those that the figures show."""

import runpy
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.figure.shapes import Area, Shape
from app.figure.stills import read_stills
from app.paths import resources_dir
from app.ui.figures import Figures

FILE = resources_dir() / "figures" / "stills.json"
MAKE_STILLS = Path(__file__).parents[2] / "packaging" / "make_stills.py"
SEEN_PX = 0.1


def numbers(shapes: list[Shape]) -> Iterator[float]:
    for shape in shapes:
        yield from chain.from_iterable(shape.points) if isinstance(shape, Area) else shape[1:]


def test_they_are_made_from_the_figures_as_they_are_now() -> None:
    made = runpy.run_path(str(MAKE_STILLS))["make"]()

    assert made == FILE.read_text(encoding="utf-8"), "run .venv/bin/python packaging/make_stills.py"


@pytest.mark.parametrize("size", [(120, 84), (60, 200)])
def test_at_every_size_they_are_what_the_moving_figure_shows(size: tuple[int, int]) -> None:
    figures, stills = Figures(resources_dir()), read_stills(FILE)
    for exercise in load_catalogue(resources_dir()).exercises.values():
        scene = figures.still(exercise)
        assert scene.moment is not None
        moving = scene.stage.shapes(scene.moment, *size)
        kept = stills[exercise.id].fit(*size)
        assert [shape.role for shape in kept] == [shape.role for shape in moving]
        assert list(numbers(kept)) == pytest.approx(list(numbers(moving)), abs=SEEN_PX)
