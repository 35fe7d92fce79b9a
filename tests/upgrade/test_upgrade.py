"""Every store that a release has ever written opens and reads. `schema_NNNN.sql` is one, dumped by that release."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.exercise import Side
from app.store.check import check
from app.store.store import Store
from tests.fakes import A_MORNING, FakeClock

GOLDEN = sorted(Path(__file__).parent.glob("schema_*.sql"))


@pytest.mark.parametrize("dump", GOLDEN, ids=lambda path: path.stem)
def test_a_store_of_an_earlier_release_opens_with_everything_in_it(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())

    played, running = store.sessions.all()
    touched, knee = store.readings.all()
    assert (played.routine_id, played.note, played.started_at) == ("starter", "went well", A_MORNING)
    assert played.started_at.isoformat() == "2026-03-02T07:30:00+01:00"
    assert [(done.work, done.reps, done.load_kg, done.side) for done in played.sets] == [
        (0, 20, 7.5, Side.ALTERNATE),
        (1, 20, 7.5, Side.ALTERNATE),
    ]
    assert (running.routine_name, running.finished_at, running.sets) == ("Whole back — früh", None, ())
    assert (touched.trials, touched.value, touched.entered_unit) == ((-3.0, -2.5, 4.0), -2.5, "in")
    assert touched.performed_at == A_MORNING + timedelta(microseconds=7)
    assert (knee.measure_id, knee.side, knee.trials) == ("hand-to-knee", Side.LEFT, (12.0,))
    assert store.settings.get("theme", "system") == "dark"
    assert store.undo.name == "Discard session"
    store.undo.undo()
    assert len(store.sessions.all()) == 3
    store.close()
    assert check(store.path) == []


def test_every_schema_has_its_golden_file() -> None:
    scripts = Path(__file__).parents[2].glob("migrations/versions/[0-9]*_*.py")
    assert [path.stem for path in GOLDEN] == sorted(f"schema_{script.name[:4]}" for script in scripts)
