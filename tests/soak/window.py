"""The window, without a screen, whose session plays as fast as it can, and a reading after each: `… FOLDER`.

Says `offered SESSION` once (the unfinished one that it goes on with, "new" for one without stored sets, or "none"),
then `set-id ID` and `reading ID` once the store has said that it is kept.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from app.domain.catalogue import load_catalogue
from app.domain.clock import ManualClock, SystemClock
from app.domain.measurement import Reading
from app.paths import resources_dir
from app.store.changes import Changes
from app.store.store import Store

STEP_S = 0.5


def say(*words: object) -> None:
    sys.stdout.write(" ".join(str(word) for word in words) + "\n")
    sys.stdout.flush()


def tell_sets(store: Store) -> Callable[[Changes], None]:
    known: set[str] = set()

    def tell(changes: Changes) -> None:
        if "set" in changes.kinds:
            for finished in (done for session in store.find.sessions() for done in session.sets):
                if finished.id in changes.ids and finished.id not in known:
                    known.add(finished.id)
                    say("set-id", finished.id)

    return tell


def main(folder: Path) -> None:
    clock = ManualClock(SystemClock().now())
    store = Store.open(folder, clock)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from app.ui.figures import Figures
    from app.ui.live import Live
    from app.ui.look import Look
    from app.ui.main_window import MainWindow
    from app.ui.quiet import LetSleep, Silence

    application = QApplication([])
    resources, live = resources_dir(), Live(store)
    catalogue = load_catalogue(resources)
    look = Look(application, resources, "light")
    window = MainWindow(live, catalogue, look, clock, Figures(resources), Silence(), LetSleep())
    live.changed.connect(tell_sets(store))
    window.show()
    found = window.session.today.unfinished
    say("offered", "none" if found is None else found[0].id if found[0] else "new")
    if found is not None:
        window.session.go_on()

    def go() -> None:
        conductor = window.session.conductor
        if conductor is None:
            reading = Reading("", "floor-touch", None, (4.5, -1.5), "cm", clock.now())
            changes = live.do(store.readings.record, reading)
            if changes is not None:
                say("reading", changes.ids[0])
            window.play(catalogue.routine("desk-break"))
            return
        conductor.resume()
        clock.advance(STEP_S)
        conductor.advance()

    ticking = QTimer()
    ticking.timeout.connect(go)
    ticking.start(0)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
