"""The library of somebody who has brought in ten thousand exercises: a keystroke, and a page of cards.

As a program (`python -m tests.benchmarks.library`) it measures and writes JSON; `searching` runs it and gives rows.
"""

import json
import os
import random
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.own.items import OwnItem
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.library.card_view import CardView
from app.ui.library.catalogue_model import CatalogueModel, Wish
from app.ui.look import Look
from tests.benchmarks.calibration import calibrate, scale
from tests.benchmarks.runs import DEADLINE_S, measured
from tests.benchmarks.table import Measure
from tests.own_items import hip_hinge

MANY = 10_000
KEYSTROKE_MS, MOST_WIDGETS = 30, 20
TYPED = ("s", "se", "sea", "seated", "seated d", "seated dum", "seated dumbell", "zzzzz", "shoulder pres", "rotaton")
FIRST = ("Seated", "Standing", "Lying", "Kneeling", "Incline", "Single-arm", "Alternating", "Reverse", "Close-grip")
SECOND = ("dumbbell", "barbell", "cable", "kettlebell", "band", "machine", "plate", "smith", "medicine ball")
THIRD = (
    "press",
    "row",
    "curl",
    "raise",
    "fly",
    "rotation",
    "extension",
    "lunge",
    "shrug",
    "pulldown",
    "shoulder press",
)


def made_up(count: int) -> list[OwnItem]:
    """Exercises such as a large collection has, each with five long steps."""
    dice = random.Random(1)  # noqa: S311  # no secret
    items = []
    for number in range(count):
        name = " ".join(dice.choice(words) for words in (FIRST, SECOND, THIRD)) + f" {number}"
        steps = [f"{' '.join(dice.choice(FIRST + SECOND + THIRD) for _word in range(25))}." for _step in range(5)]
        document = hip_hinge(name=name, steps=steps, muscles=["chest", "shoulders"], equipment=[dice.choice(SECOND)])
        items.append(OwnItem(f"own-{number}", json.dumps(document)))
    return items


def measure() -> dict[str, float]:
    """Milliseconds of the processor by what was done."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # the one just made
    catalogue: Catalogue = load_catalogue(resources_dir())
    found: dict[str, float] = {"calibration": calibrate()}

    def timed(what: str, start: float) -> None:
        found[what] = (time.process_time() - start) * 1000

    start = time.process_time()
    refused = catalogue.show_own_items(made_up(MANY), ())
    assert refused == ()  # what is measured is whole
    timed("read", start)
    start = time.process_time()
    model = CatalogueModel(catalogue)
    model.look_again((), ())
    timed("entries", start)
    look = Look(application, resources_dir(), "light")
    view = CardView(look, model, Figures(resources_dir()))
    view.resize(820, 700)
    start = time.process_time()
    view.show()
    application.processEvents()
    timed("first page", start)
    for typed in TYPED:
        start = time.process_time()
        model.show_only(Wish(typed))
        view.show_entry(model.named_id())
        view.viewport().repaint()
        timed(f"search “{typed}”", start)
        application.processEvents()
    model.show_only(Wish())
    application.processEvents()
    start = time.process_time()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    view.viewport().repaint()
    timed("scroll", start)
    found["widgets"] = len(view.findChildren(QWidget))
    return found


def searching() -> list[Measure]:
    """The slowest keystroke, and how many widgets show the ten thousand."""
    found = measured("library", deadline_s=4 * DEADLINE_S)
    slower = scale(found["calibration"])
    keystrokes = [value for what, value in found.items() if what.startswith("search")]
    return [
        Measure(f"a keystroke of a search in {MANY} exercises (machine × {slower:.2f})", max(keystrokes), "ms",
                KEYSTROKE_MS * slower),
        Measure(f"scrolling to the middle of {MANY} cards", found["scroll"], "ms", KEYSTROKE_MS * slower),
        Measure(f"widgets of the list of {MANY} cards", found["widgets"], "", MOST_WIDGETS),
    ]  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
