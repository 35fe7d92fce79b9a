from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from app.store.commands import STEPS_KEPT
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import finished, play, reading


def test_a_session_is_found_as_it_was_played(store: Store) -> None:
    session_id = play(store, works=2)

    session = store.find.session(session_id)

    assert session is not None
    assert (session.routine_id, session.routine_name, session.note) == ("starter", "Starter", "went well")
    assert session.started_at == A_MORNING
    assert session.finished_at == A_MORNING + timedelta(minutes=20)
    assert [replace(done, id="") for done in session.sets] == [finished(0), finished(1)]
    assert len({done.id for done in session.sets} - {""}) == 2


def test_a_moment_keeps_its_microseconds_and_the_offset_it_was_lived_in(store: Store) -> None:
    at = datetime(2026, 7, 1, 23, 59, 59, 999_999, tzinfo=timezone(-timedelta(hours=9, minutes=30)))

    session_id = play(store, at=at)

    session = store.find.session(session_id)
    assert session is not None
    assert session.started_at == at
    assert session.started_at.isoformat() == at.isoformat()


def test_a_running_session_has_no_end(store: Store) -> None:
    changes = store.sessions.start("starter", "Starter", A_MORNING)

    assert changes.kinds == {"session"}
    assert [session.finished_at for session in store.find.sessions()] == [None]


def test_doing_a_work_again_replaces_its_set(store: Store) -> None:
    session_id = play(store, works=2)

    changes = store.sessions.save_set(session_id, finished(1, reps=12, discomfort=None))

    session = store.find.session(session_id)
    assert changes.kinds == {"set"}
    assert session is not None
    assert [(done.work, done.reps) for done in session.sets] == [(0, 20), (1, 12)]
    assert session.sets[1].id == changes.ids[0]


def test_sessions_come_oldest_first_and_from_a_day_on(store: Store) -> None:
    late = play(store, at=A_MORNING + timedelta(days=2))
    early = play(store, at=A_MORNING)

    assert [session.id for session in store.find.sessions()] == [early, late]
    since = (A_MORNING + timedelta(days=1)).astimezone(UTC)
    assert [session.id for session in store.find.sessions_since(since)] == [late]
    assert [session.id for session in store.find.sessions_since(A_MORNING + timedelta(days=2))] == [late]


def test_a_discarded_session_is_gone_with_its_sets_and_undo_brings_it_back(store: Store) -> None:
    session_id = play(store)
    before = store.find.sessions()

    changes = store.sessions.discard(session_id)

    assert changes.kinds == {"session", "set"}
    assert store.find.sessions() == []
    assert store.find.session(session_id) is None
    assert store.has_data()
    store.undo.undo()
    assert store.find.sessions() == before


def test_nothing_is_added_to_a_discarded_session(store: Store) -> None:
    session_id = play(store)
    store.sessions.discard(session_id)
    rows = store.dump()

    for command in (
        lambda: store.sessions.save_set(session_id, finished(5)),
        lambda: store.sessions.finish(session_id, A_MORNING),
        lambda: store.sessions.discard(session_id),
    ):
        with pytest.raises(StoreError, match="not there any more"):
            command()

    assert store.dump() == rows


def test_a_session_cut_off_is_gone_on_with_after_a_restart_in_its_own_step(
    store: Store, folder: Path, clock: FakeClock
) -> None:
    play(store)
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    step = store.sessions.save_set(session_id, finished(0)).step
    store.close()

    again = Store.open(folder, clock)
    (cut_off,) = again.find.unfinished_sessions()
    assert (cut_off.id, len(cut_off.sets)) == (session_id, 1)
    assert again.sessions.save_set(cut_off.id, finished(0, reps=21)).step == step
    assert again.sessions.save_set(cut_off.id, finished(1)).step == step
    assert again.sessions.finish(cut_off.id, A_MORNING).step == step

    assert again.find.unfinished_sessions() == ()
    assert [len(session.sets) for session in again.find.sessions()] == [2, 2]
    again.undo.undo(only=step)
    assert len(again.find.sessions()) == 1
    again.close()


def test_a_session_cut_off_too_long_ago_to_undo_is_gone_on_with(store: Store) -> None:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(session_id, finished(0))
    for number in range(STEPS_KEPT):
        store.readings.record(reading(number))

    store.sessions.save_set(session_id, finished(1))
    assert [len(session.sets) for session in store.find.unfinished_sessions()] == [2]

    store.undo.undo()
    assert [len(session.sets) for session in store.find.unfinished_sessions()] == [1]


def test_an_impossible_value_is_refused_and_nothing_of_it_kept(store: Store, clock: FakeClock) -> None:
    session_id = play(store)
    rows = store.dump()

    for wrong in ({"discomfort": 11}, {"reps": -1}, {"set_number": 0}, {"side": "up"}):
        with pytest.raises(StoreError, match="Nothing was changed"):
            store.sessions.save_set(session_id, finished(0, **wrong))

    assert store.dump() == rows
    store.sessions.save_set(session_id, finished(0, reps=3))
