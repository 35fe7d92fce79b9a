import sqlite3
from datetime import date
from pathlib import Path

import pytest

from app.domain.choices import Amount
from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.plan import Proposal, ProposalKind
from app.domain.progress.goals import Goal
from app.store.check import check
from app.store.store import Store
from app.store.tables import goals, own_id
from tests.store.samples import pain_stop, play, reading


@pytest.fixture
def closed(store: Store) -> Path:
    """The file of a good store that nobody has open."""
    session_id = play(store)
    store.sessions.stop_for_pain(session_id, pain_stop())
    store.checkpoint.keep(session_id, {"place": 3})
    store.readings.record(reading(3, 2))
    store.readings.delete(store.readings.record(reading(3, 2)).ids[0])
    store.settings.set("theme", "dark")
    store.measures.save(OwnMeasure("", "Back scratch", Unit.CM, Better.LOWER, sided=True, hard=Range(-30, 50)))
    store.goals.set(Goal("floor-touch", -2, due=date(2026, 12, 31)))
    store.weeks.set_away(date(2026, 2, 2), away=True)
    store.plan.open_exercise("jefferson-curl")
    store.plan.decline(Proposal("side-bend", ProposalKind.EASE, Amount.LOAD, 2, 0, "Why.", "Whence."))
    store.close()
    return store.path


def test_a_good_store_has_no_problems_open_or_closed(store: Store) -> None:
    play(store)
    store.readings.record(reading(3, 2))

    assert check(store.path) == []
    store.close()
    assert check(store.path) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM trials", "has no trials"),
        ("UPDATE trials SET deleted_at = updated_at", "has no trials"),
        ("DELETE FROM sessions", "belongs to a row of “sessions” that is not there"),
        ("UPDATE readings SET side = 'up'", "breaks the rule side IN ('left', 'right')"),
        ("UPDATE trials SET ordinal = ordinal - 5", "breaks the rule ordinal >= 1"),
        ("UPDATE readings SET performed_at = 'yesterday'", "“performed_at” is yesterday, not a moment"),
        ("UPDATE sets SET finished_at = '2026-13-01T00:00:00.000000Z'", "“finished_at” is 2026-13-01"),
        ("UPDATE sets SET load_kg = 9e999", "“load_kg” is not a number"),
        ("UPDATE pain_stops SET session_id = 'x'", "A row of “pain_stops” belongs to a row of “sessions”"),
        ("UPDATE pain_stops SET stopped_at = 'x'", "“stopped_at” is x, not a moment"),
        ("UPDATE checkpoint SET session_id = 'x'", "A row of “checkpoint” belongs to a row of “sessions”"),
        ("UPDATE checkpoint SET content = '{'", "Row 1 of “checkpoint”: “content” is not JSON"),
        ("UPDATE checkpoint SET id = 2", "Row 2 of “checkpoint” breaks the rule id = 1"),
        ("UPDATE goals SET side = 'up'", "Row {goal} of “goals” breaks the rule side IN ('left', 'right')"),
        ("UPDATE goals SET side = 'left'", "Row {goal} of “goals”: its id must be "),
        ("UPDATE goals SET due = '2026-02-30'", "“due” is 2026-02-30, not a day such as 2026-01-31"),
        ("UPDATE goals SET due = '20260302'", "“due” is 20260302, not a day"),
        ("UPDATE goals SET set_offset_min = 60", "breaks the rule (set_at IS NULL) = (set_offset_min IS NULL)"),
        ("UPDATE own_measures SET measure_id = 'floor-touch'", "breaks the rule measure_id GLOB 'own-*'"),
        ("UPDATE own_measures SET hard_low = 50", "breaks the rule hard_low < hard_high"),
        ("UPDATE own_measures SET soft_low = 5", "breaks the rule (soft_low IS NULL) = (soft_high IS NULL)"),
        ("UPDATE own_measures SET steps = '[7]'", "“steps” is not a list of texts in JSON"),
        ("UPDATE weeks_away SET monday = '2026-02-03'", "“monday” is 2026-02-03, not a Monday"),
        ("UPDATE choices SET amount = 'size'", "of “choices” breaks the rule amount IN ('load_kg', 'reps'"),
        ("UPDATE choices SET value = -1", "of “choices” breaks the rule value >= 0"),
        ("UPDATE choices SET exercise_id = 'x'", "of “choices”: its id must be"),
        ("UPDATE proposal_answers SET kind = 'load'", "of “proposal_answers”: its id must be"),
        ("UPDATE proposal_answers SET answer = 'perhaps'", "breaks the rule answer IN ('later', 'no')"),
        ("UPDATE settings SET key = 'other'", "of “settings”: its id must be"),
        ("UPDATE settings SET value = '{'", "“value” is not JSON"),
        ("UPDATE alembic_version SET version_num = '9999'", "of version 9999"),
        ("UPDATE alembic_version SET version_num = 'abc'", "no version of Limber's data"),
        ("DROP TABLE alembic_version", "no version of Limber's data"),
    ],
)
def test_planted_problems_are_found(closed: Path, damage: str, said: str) -> None:
    with sqlite3.connect(closed) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(damage)
    connection.close()

    said = said.format(goal=own_id(goals, {"measure_id": "floor-touch", "side": None}))
    assert any(said in problem for problem in check(closed)), check(closed)


def test_what_is_no_store_is_said_in_a_sentence(tmp_path: Path, closed: Path) -> None:
    garbage, empty = tmp_path / "garbage.db", tmp_path / "empty.db"
    garbage.write_bytes(b"not a database" * 100)
    empty.touch()

    assert "damaged or not Limber's" in check(garbage)[0]
    assert "too short" in check(empty)[0]
    garbage.write_bytes(b"x")
    assert check(garbage)
    assert "is not there" in check(tmp_path / "none.db")[0]


def test_every_overwritten_page_is_survived_and_nothing_written(closed: Path) -> None:
    good = closed.read_bytes()
    page = 4096
    found = 0
    for start in range(0, len(good), page):
        broken = good[:start] + b"\x5a" * page + good[start + page :]
        closed.write_bytes(broken)
        found += bool(check(closed))
        assert closed.read_bytes() == broken

    assert found >= len(good) // page - 1  # a free page may hold anything


def test_single_flipped_bits_never_end_in_a_traceback(closed: Path) -> None:
    good = closed.read_bytes()
    for at in [*range(120), *range(120, len(good), 997)]:
        closed.write_bytes(good[:at] + bytes([good[at] ^ 1 << at % 8]) + good[at + 1 :])
        assert all(isinstance(problem, str) for problem in check(closed))
