from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.progress.goals import Goal
from app.store.check import check
from app.store.merge import MergeCounts
from app.store.shapes import rows_of
from app.store.store import Store, StoreError
from tests.fakes import FakeClock
from tests.store.samples import finished, live_rows, pain_stop, play, reading

Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture
def other(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    """The store of the same person on another machine."""
    other = Store.open(tmp_path / "other", clock)
    yield other
    other.close()


def _fill(store: Store) -> None:
    store.sessions.stop_for_pain(play(store), pain_stop())
    store.readings.record(reading(3, 2, 1))
    store.readings.delete(store.readings.record(reading(9)).ids[0])
    store.settings.set("theme", "dark")


def test_another_store_takes_every_row_over(store: Store, other: Store) -> None:
    _fill(store)

    counts = other.merge(store.dump())

    assert counts == MergeCounts(added=7)
    assert other.dump() == store.dump()
    assert other.find.sessions() == store.find.sessions()
    assert other.find.readings() == store.find.readings()
    assert check(other.path) == []


def test_merging_twice_changes_nothing_and_leaves_no_step(store: Store, other: Store) -> None:
    _fill(store)
    other.merge(store.dump())
    other.undo.undo()
    other.undo.redo()
    rows = other.dump()

    counts = other.merge(store.dump())

    assert counts == MergeCounts(unchanged=7)
    assert other.dump() == rows
    other.undo.undo()
    assert other.undo.name is None


def test_the_newer_edit_wins_whichever_way_it_travels(store: Store, other: Store, clock: FakeClock) -> None:
    _fill(store)
    other.merge(store.dump())
    older = store.dump()
    clock.advance(60)
    other.readings.edit(replace(other.find.readings()[0], trials=(8.0, 7.0)))

    assert other.merge(older) == MergeCounts(unchanged=7)
    assert store.merge(other.dump()) == MergeCounts(updated=1, unchanged=6)

    assert [each.trials for each in store.find.readings()] == [(8.0, 7.0)]
    assert store.dump() == other.dump()


def test_deletions_travel(store: Store, other: Store, clock: FakeClock) -> None:
    _fill(store)
    other.merge(store.dump())
    clock.advance(60)
    other.readings.delete(other.find.readings()[0].id)
    other.sessions.discard(other.find.sessions()[0].id)

    store.merge(other.dump())

    assert store.find.readings() == []
    assert store.find.sessions() == []


def test_a_set_saved_in_one_copy_of_a_session_discarded_in_the_other_stays_unseen(
    store: Store, other: Store, clock: FakeClock
) -> None:
    session_id = play(store, works=1)
    other.merge(store.dump())
    store.sessions.discard(session_id)
    clock.advance(60)
    other.sessions.save_set(session_id, finished(1))

    store.merge(other.dump())

    assert store.find.sessions() == []
    assert check(store.path) == []


def test_the_same_set_done_in_two_copies_meets_in_one_row(store: Store, other: Store, clock: FakeClock) -> None:
    session_id = play(store, works=1)
    other.merge(store.dump())
    store.sessions.save_set(session_id, finished(1, reps=5))
    clock.advance(60)
    other.sessions.save_set(session_id, finished(1, reps=8))

    store.merge(other.dump())

    session = store.find.session(session_id)
    assert session is not None
    assert [(done.work, done.reps) for done in session.sets] == [(0, 20), (1, 8)]


@pytest.mark.parametrize("first", ["store", "other"])
def test_two_edits_of_one_reading_never_meet_in_one_that_nobody_took(
    store: Store, other: Store, clock: FakeClock, first: str
) -> None:
    reading_id = store.readings.record(reading(1, 2)).ids[0]
    other.merge(store.dump())
    clock.advance(60)
    store.readings.edit(replace(reading(10, 20, 30), id=reading_id))
    clock.advance(60)
    other.readings.edit(replace(reading(4), id=reading_id))
    theirs, ours = other.dump(), store.dump()

    if first == "store":
        assert store.merge(theirs) == MergeCounts(updated=1)
        assert other.merge(store.dump()) == MergeCounts(unchanged=1)
    else:
        assert other.merge(ours) == MergeCounts(unchanged=1)
        assert store.merge(other.dump()) == MergeCounts(updated=1)

    for each in (store, other):
        assert [found.trials for found in each.find.readings()] == [(4.0,)]
        assert check(each.path) == []
    store.undo.undo()
    assert [found.trials for found in store.find.readings()] == [(10.0, 20.0, 30.0)]


def test_the_longer_of_two_edits_arrives_whole(store: Store, other: Store, clock: FakeClock) -> None:
    reading_id = store.readings.record(reading(1)).ids[0]
    other.merge(store.dump())
    clock.advance(60)
    store.readings.edit(replace(reading(4, 5), id=reading_id))
    clock.advance(60)
    other.readings.edit(replace(reading(10, 20, 30), id=reading_id))

    store.merge(other.dump())
    other.merge(store.dump())

    assert [found.trials for found in store.find.readings()] == [(10.0, 20.0, 30.0)]
    assert other.dump() == store.dump()


def test_an_edit_never_comes_back_to_a_reading_deleted_later(store: Store, other: Store, clock: FakeClock) -> None:
    reading_id = store.readings.record(reading(1)).ids[0]
    other.merge(store.dump())
    clock.advance(60)
    store.readings.edit(replace(reading(10, 20, 30), id=reading_id))
    clock.advance(60)
    other.readings.delete(reading_id)

    store.merge(other.dump())
    other.merge(store.dump())

    assert store.find.readings() == other.find.readings() == []
    assert live_rows(store)["trials"] == live_rows(other)["trials"] == []


def test_a_merge_is_one_step_to_undo(store: Store, other: Store) -> None:
    _fill(store)
    other.readings.record(reading(7))
    before = live_rows(other)

    other.merge(store.dump())

    assert other.undo.name == "Import"
    other.undo.undo()
    assert live_rows(other) == before
    other.undo.redo()
    assert len(other.find.readings()) == 2


def test_what_was_imported_by_mistake_can_be_imported_again(store: Store, other: Store, clock: FakeClock) -> None:
    """Undone, the rows that came are gone and older than the file, those that changed are as they were."""
    _fill(store)
    other.merge(store.dump())
    (mine,) = other.find.readings()
    clock.advance(60)
    store.readings.edit(replace(mine, trials=(9.0,)))
    store.sessions.start("starter", "Starter", clock.now())
    before = live_rows(other)
    for _turn in range(2):
        assert other.merge(store.dump()) == MergeCounts(added=1, updated=1, unchanged=6)
        clock.advance(60)
        other.undo.undo()
        assert live_rows(other) == before
    other.merge(store.dump())
    assert other.dump() == store.dump()
    other.undo.undo()
    other.undo.redo()
    assert other.dump() == store.dump()
    assert other.merge(store.dump()) == MergeCounts(unchanged=8)


def test_an_edit_after_an_import_taken_back_with_it_does_not_keep_the_file_out(
    store: Store, other: Store, clock: FakeClock
) -> None:
    _fill(store)
    other.merge(store.dump())
    clock.advance(60)
    (mine,) = other.find.readings()
    other.readings.edit(replace(mine, trials=(9.0,)))
    other.undo.undo()
    other.undo.undo()
    assert other.merge(store.dump()).added == 7
    assert other.dump() == store.dump()


def test_what_was_deleted_here_and_edited_there_is_added_and_what_was_deleted_there_updated(
    store: Store, other: Store, clock: FakeClock
) -> None:
    _fill(store)
    other.merge(store.dump())
    (mine,) = other.find.readings()
    other.readings.delete(mine.id)
    clock.advance(60)
    store.readings.edit(replace(mine, trials=(9.0,)))
    assert other.merge(store.dump()) == MergeCounts(added=1, unchanged=6)
    clock.advance(60)
    store.readings.delete(mine.id)
    assert other.merge(store.dump()) == MergeCounts(updated=1, unchanged=6)


def test_a_dry_run_counts_and_changes_nothing(store: Store, other: Store) -> None:
    _fill(store)
    rows = other.dump()

    assert other.merge(store.dump(), dry_run=True) == MergeCounts(added=7)

    assert other.dump() == rows
    assert other.undo.name is None
    assert not other.has_data()


def _set(table: str, column: str, value: object) -> Any:
    def damage(rows: Rows) -> None:
        rows[table][-1][column] = value

    return damage


def _drop(table: str, column: str) -> Any:
    def damage(rows: Rows) -> None:
        del rows[table][-1][column]

    return damage


@pytest.mark.parametrize(
    "damage",
    [
        _set("readings", "performed_at", "yesterday"),
        _set("readings", "performed_at", "2026-02-30T00:00:00.000000Z"),
        _set("readings", "performed_at", "9999-12-31T23:59:59.000000Z"),
        _set("readings", "performed_at", "2026-02-03T4:5:6.000000Z"),
        _set("readings", "updated_at", 5),
        _set("readings", "created_at", None),
        _set("readings", "side", "up"),
        _set("readings", "note", None),
        _set("readings", "warm", 2),
        _set("readings", "id", ["a", "list"]),
        _set("readings", "protocol_version", 2**70),
        _set("readings", "note", "\udcff"),
        _set("readings", "unknown", 1),
        _drop("readings", "aid"),
        _set("trials", "value", float("nan")),
        _set("trials", "value", float("inf")),
        _set("trials", "value", "3"),
        _set("trials", "reading_id", "not-there"),
        _set("trials", "ordinal", 0),
        lambda rows: rows["trials"].clear(),
        lambda rows: rows["readings"].clear(),
        lambda rows: [row.update(work=0) for row in rows["sets"]],
        _set("sets", "session_id", "not-there"),
        _set("pain_stops", "session_id", "not-there"),
        _set("pain_stops", "side", "up"),
        _set("pain_stops", "stopped_at", None),
        _set("pain_stops", "set_number", 0),
        _set("sessions", "finished_at", None),
        _set("settings", "value", "{"),
        lambda rows: rows["readings"].append(rows["readings"][0]),
        lambda rows: rows.update(alembic_version=[]),
    ],
)
def test_rows_that_are_not_ours_are_refused_as_a_whole(store: Store, other: Store, damage: Any) -> None:
    _fill(store)
    rows = store.dump()
    damage(rows)

    for dry_run in (True, False):
        with pytest.raises(StoreError, match="Nothing was changed"):
            other.merge(rows, dry_run=dry_run)

    assert not other.has_data()
    assert other.undo.name is None


def test_rows_from_before_there_were_pain_stops_are_taken_over(store: Store, other: Store) -> None:
    play(store)
    rows = store.dump()
    del rows["pain_stops"]

    other.merge(rows)

    assert other.find.sessions() == store.find.sessions()


def test_rows_from_before_there_were_goals_are_taken_over(store: Store, other: Store) -> None:
    play(store)
    rows = store.dump()
    for table in ("goals", "own_measures", "weeks_away", "choices", "proposal_answers"):
        del rows[table]
    other.goals.set(Goal("floor-touch", 0))

    other.merge(rows)

    assert other.find.sessions() == store.find.sessions()
    assert len(other.find.goals()) == 1


def test_what_was_made_in_two_copies_meets_and_the_newer_counts(store: Store, other: Store, clock: FakeClock) -> None:
    schober = OwnMeasure("", "Schober", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 20))
    for copy, value in ((store, 1), (other, 2)):
        copy.goals.set(Goal("hand-to-knee", value, Side.LEFT))
        copy.measures.save(replace(schober, hard=Range(0, 20 + value)))
        copy.weeks.set_away(date(2026, 2, 2), away=True)
        clock.advance(60)
    store.weeks.set_away(date(2026, 2, 2), away=False)

    store.merge(other.dump())
    other.merge(store.dump())

    for copy in (store, other):
        assert [goal.value for goal in copy.find.goals()] == [2]
        assert [each.hard.high for each in copy.find.own_measures()] == [22]
        assert copy.find.weeks_away() == set()
        assert check(copy.path) == []
    assert store.dump() == other.dump()


def test_made_up_sessions_bring_their_pain_stops(store: Store, other: Store) -> None:
    _fill(store)
    other.merge(rows_of(store.find.sessions(), store.find.readings()))
    assert other.find.sessions() == store.find.sessions()


def test_a_session_imported_while_it_is_played_is_undone_in_the_right_order(store: Store, other: Store) -> None:
    session_id = play(store, works=1)
    before = live_rows(store)
    other.merge(store.dump())
    other.sessions.save_set(session_id, finished(0, reps=3))
    store.merge(other.dump())
    store.sessions.save_set(session_id, finished(1))

    store.undo.undo()
    store.undo.undo()

    assert live_rows(store) == before
