"""Every store that a release has ever written opens and reads. `schema_NNNN.sql` is one, dumped by that release."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.choices import Amount, Choice
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.plan import Answer, ProposalAnswer, ProposalKind
from app.domain.progress.goals import Goal
from app.paths import resources_dir
from app.store.check import check
from app.store.store import Store
from tests.fakes import A_MORNING, FakeClock
from tests.own_items import JPEG

GOLDEN = sorted(Path(__file__).parent.glob("schema_*.sql"))


@pytest.mark.parametrize("dump", GOLDEN, ids=lambda path: path.stem)
def test_a_store_of_an_earlier_release_opens_with_everything_in_it(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())

    played, running = store.find.sessions()
    *_of_own_tests, touched, knee = store.find.readings()
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
    assert store.find.setting("theme", "system") == "dark"
    assert store.undo.name == "Discard session"
    store.undo.undo()
    assert len(store.find.sessions()) == 3
    store.close()
    assert check(store.path) == []


@pytest.mark.parametrize("dump", GOLDEN, ids=lambda path: path.stem)
def test_every_row_and_every_step_to_undo_is_kept_as_it_was(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript(dump.read_text(encoding="utf-8"))
        before = _rows(old)
    old.close()

    Store.open(tmp_path, FakeClock()).close()

    with sqlite3.connect(tmp_path / "limber.db") as new:
        after = _rows(new)
    new.close()
    assert len(before) >= 7
    assert {table: after[table] for table in before} == before


def _rows(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    """What is in each table that was not empty, but for the version and SQLite's own."""
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    rows = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608
    return {name: found for name, found in rows.items() if found and name not in ("alembic_version", "sqlite_sequence")}


def test_pain_stops_and_the_checkpoint_of_the_second_schema_are_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript((Path(__file__).parent / "schema_0002.sql").read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())

    (running,) = store.find.unfinished_sessions()
    (stop,) = running.pain_stops
    assert (stop.exercise_name, stop.side, stop.set_number) == ("Elephant walk", Side.LEFT, 2)
    assert stop.stopped_at == A_MORNING + timedelta(minutes=3, microseconds=1)
    kept = store.find.checkpoint()
    assert kept is not None
    assert (kept.session_id, kept.taken_at) == (running.id, A_MORNING)
    assert kept.content == {"place": {"segment": 4, "into_s": 2.5}, "words": "früh"}
    store.close()


def test_goals_own_tests_and_weeks_away_of_the_third_schema_are_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript((Path(__file__).parent / "schema_0003.sql").read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())

    touch, knee = store.find.goals()
    assert (touch.measure_id, touch.value, touch.due) == ("floor-touch", -2, date(2026, 12, 31))
    assert (touch.set_at, touch.reached_by) == (A_MORNING - timedelta(days=1), store.find.readings("floor-touch")[0].id)
    assert (knee.value, knee.side, knee.due, knee.set_at, knee.reached_by) == (3.5, Side.LEFT, None, None, None)
    assert store.find.own_measures() == [
        OwnMeasure(
            "own-tragus-fruh",
            "Tragus — früh",
            Unit.CM,
            Better.LOWER,
            sided=True,
            hard=Range(0, 60.5),
            soft=Range(8, 40),
            steps=("Stand against the wall.", "Measure."),
        )
    ]
    assert [each.id for each in store.find.measures(archived=True)] == ["own-kyphosis"]
    assert [each.trials for each in store.find.readings("own-kyphosis")] == [(31, 29.5)]
    assert store.find.weeks_away() == {date(2026, 2, 16)}
    store.close()


def test_choices_and_answers_of_the_fourth_schema_are_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript((Path(__file__).parent / "schema_0004.sql").read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())

    assert store.find.chosen() == {
        "jefferson-curl": {Amount.OPENED: Choice("jefferson-curl", Amount.OPENED, 1, A_MORNING)},
        "side-bend": {Amount.LOAD: Choice("side-bend", Amount.LOAD, 4, A_MORNING)},
    }
    day_before = A_MORNING - timedelta(days=1)
    assert store.find.answers() == [ProposalAnswer("side-bend", ProposalKind.LOAD, Answer.NO, day_before)]
    store.close()


def test_own_exercises_and_what_was_said_of_others_in_the_fifth_schema_are_read(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript((Path(__file__).parent / "schema_0005.sql").read_text(encoding="utf-8"))
    old.close()
    catalogue = load_catalogue(resources_dir())

    store = Store.open(tmp_path, FakeClock())

    assert catalogue.show_own_items(store.find.own_exercises(), store.find.own_routines()) == ()
    hinge, old_one = catalogue.exercise("own-hip-hinge-fruh"), catalogue.exercise("own-old-one")
    assert (hinge.name, hinge.dose.reps, hinge.archived, old_one.archived) == (
        "Hip hinge — früh", Range(8, 12), False, True)  # fmt: skip
    assert store.find.picture(hinge.id) == JPEG
    (step,) = catalogue.routine("own-evening").steps
    assert (step.exercise_id, step.dose.reps) == (hinge.id, Range(9, 9))
    assert store.find.favourites() == {"chair-twist"}
    assert store.find.item_note("chair-twist") == "Links — steif"
    store.close()


@pytest.mark.parametrize("dump", [path for path in GOLDEN if path.stem < "schema_0003"], ids=lambda path: path.stem)
def test_a_store_from_before_there_were_goals_takes_them(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript(dump.read_text(encoding="utf-8"))
    old.close()

    store = Store.open(tmp_path, FakeClock())
    assert (store.find.goals(), store.find.measures(), store.find.weeks_away()) == ([], [], set())
    store.goals.set(Goal("floor-touch", 0))
    store.weeks.set_away(A_MORNING.date(), away=True)
    (measure_id,) = store.measures.save(
        OwnMeasure("", "Schober", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 20))
    ).ids

    assert ([goal.value for goal in store.find.goals()], measure_id) == ([0], "own-schober")
    assert store.find.weeks_away() == {A_MORNING.date()}
    store.close()
    assert check(store.path) == []


@pytest.mark.parametrize("dump", GOLDEN, ids=lambda path: path.stem)
def test_steps_go_on_with_ids_that_were_never_given(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "limber.db") as old:
        old.executescript(dump.read_text(encoding="utf-8"))
        (highest,) = old.execute("SELECT max(id) FROM undo_steps").fetchone()
    old.close()

    store = Store.open(tmp_path, FakeClock())
    first = store.sessions.set_note(store.find.sessions()[0].id, "one").step
    store.undo.undo()
    second = store.sessions.set_note(store.find.sessions()[0].id, "two").step
    store.close()

    assert first is not None
    assert second is not None
    assert highest < first < second


def test_every_schema_has_its_golden_file() -> None:
    scripts = Path(__file__).parents[2].glob("migrations/versions/[0-9]*_*.py")
    assert [path.stem for path in GOLDEN] == sorted(f"schema_{script.name[:4]}" for script in scripts)
