"""Makes `resources/figures/stills.json`, the pictures that pages show of exercises at rest, from the figures."""

from app.domain.catalogue import load_catalogue
from app.figure.stills import SIDE, as_document, draw_still
from app.paths import resources_dir
from app.ui.figures import Figures

FILE = resources_dir() / "figures" / "stills.json"


def make() -> str:
    """The text of the file."""
    figures = Figures(resources_dir())
    stills = {}
    for exercise in load_catalogue(resources_dir()).exercises.values():
        scene = figures.still(exercise)
        if scene.moment is not None:
            shapes = scene.stage.shapes(scene.moment, SIDE, SIDE, loaded=scene.loaded)
            stills[exercise.id] = draw_still(*scene.stage.extent(), shapes)
    return as_document(stills)


if __name__ == "__main__":
    FILE.write_text(make(), encoding="utf-8")
