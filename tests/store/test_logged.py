"""Sessions done elsewhere, and sessions that were at another time."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from app.domain.training.logged import ELSEWHERE
from app.domain.training.sessions import Session
from app.store.check import check
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING
from tests.store.samples import finished, pain_stop, play

YESTERDAY = A_MORNING - timedelta(days=1)
A_CLASS = Session(
    id="", routine_id=ELSEWHERE, routine_name="Yoga class", started_at=YESTERDAY,
    finished_at=YESTERDAY + timedelta(hours=1), note="with Ana",
    sets=(finished(3, finished_at=YESTERDAY), finished(3, reps=5, finished_at=YESTERDAY)),
    pain_stops=(pain_stop(),),
)  # fmt: skip


def test_a_whole_session_is_logged_in_one_step(store: Store) -> None:
    changes = store.sessions.log(A_CLASS)

    assert (changes.op, changes.kinds) == ("Logged session", frozenset({"session", "set"}))
    kept = store.find.session(changes.ids[0])
    assert kept is not None
    assert (kept.routine_id, kept.routine_name, kept.note) == (ELSEWHERE, "Yoga class", "with Ana")
    assert (kept.started_at, kept.finished_at) == (A_CLASS.started_at, A_CLASS.finished_at)
    assert [(done.work, done.reps) for done in kept.sets] == [(0, 20), (1, 5)]
    assert [stop.set_number for stop in kept.pain_stops] == [2]

    assert store.undo.name == "Logged session"
    store.undo.undo()
    assert store.find.sessions() == []
    store.undo.redo()
    assert store.find.sessions() == [kept]
    store.close()
    assert check(store.path) == []


def test_a_logged_session_can_be_without_sets_and_be_corrected_and_deleted(store: Store) -> None:
    session_id = store.sessions.log(replace(A_CLASS, sets=(), pain_stops=())).ids[0]
    store.sessions.set_note(session_id, "another")
    store.sessions.discard(session_id)
    assert store.find.sessions() == []
    store.undo.undo()
    assert [each.note for each in store.find.sessions()] == ["another"]


def test_a_session_that_can_not_have_been_is_refused_whole(store: Store) -> None:
    wrong = (finished(0), finished(1, reps=-1))
    for session in (
        replace(A_CLASS, finished_at=None),
        replace(A_CLASS, finished_at=A_MORNING + timedelta(minutes=1)),
        replace(A_CLASS, note="x" * 501),
        replace(A_CLASS, sets=wrong),
    ):
        with pytest.raises(StoreError):
            store.sessions.log(session)
    assert store.dump()["sessions"] == []
    assert store.undo.name is None


def test_what_was_done_moves_along_with_its_session(store: Store) -> None:
    session_id = play(store, at=A_MORNING - timedelta(days=3))
    store.sessions.stop_for_pain(session_id, pain_stop())
    before = store.find.sessions()
    start = before[0].started_at + timedelta(days=1)
    store.sessions.edit_time(session_id, start.astimezone(UTC), start + timedelta(minutes=30))

    (moved,) = store.find.sessions()
    assert (moved.started_at, moved.finished_at) == (start, start + timedelta(minutes=30))
    assert moved.started_at.utcoffset() == timedelta()
    for now, then in zip((*moved.sets,), (*before[0].sets,), strict=True):
        assert now.finished_at == then.finished_at + timedelta(days=1)
        assert now.finished_at.utcoffset() == timedelta()
    assert moved.pain_stops[0].stopped_at == before[0].pain_stops[0].stopped_at + timedelta(days=1)
    assert store.undo.name == "Move session"
    store.undo.undo()
    assert store.find.sessions() == before


def test_a_session_can_not_be_moved_to_where_it_can_not_have_been(store: Store) -> None:
    session_id = play(store, at=A_MORNING - timedelta(days=3))
    before = store.find.sessions()
    with pytest.raises(StoreError, match="is in the future"):
        store.sessions.edit_time(session_id, A_MORNING, A_MORNING + timedelta(hours=1))
    with pytest.raises(StoreError, match="ends after it begins"):
        store.sessions.edit_time(session_id, A_MORNING, A_MORNING - timedelta(hours=1))
    store.sessions.discard(session_id)
    with pytest.raises(StoreError, match="not there any more"):
        store.sessions.edit_time(session_id, YESTERDAY, A_MORNING)
    store.undo.undo()
    assert store.find.sessions() == before
