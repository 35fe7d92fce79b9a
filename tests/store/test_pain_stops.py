from dataclasses import replace

import pytest

from app.store.check import check
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING
from tests.store.samples import finished, live_rows, pain_stop, play


def _begun(store: Store) -> str:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(session_id, finished(0))
    return session_id


def test_a_pain_stop_is_found_with_its_session_as_it_was_logged(store: Store) -> None:
    session_id = _begun(store)
    later = pain_stop(9, side=None, set_number=None)

    store.sessions.stop_for_pain(session_id, later)
    changes = store.sessions.stop_for_pain(session_id, pain_stop(3))

    (session,) = store.find.sessions()
    first, second = session.pain_stops
    assert (replace(first, id=""), replace(second, id="")) == (pain_stop(3), later)
    assert first.stopped_at.isoformat() == pain_stop(3).stopped_at.isoformat()
    assert changes.ids == (first.id,)
    assert changes.kinds == {"session"}
    assert store.find.session(session_id) == session
    assert check(store.path) == []


def test_a_pain_stop_pressed_by_mistake_is_taken_back(store: Store) -> None:
    session_id = _begun(store)
    kept = store.sessions.stop_for_pain(session_id, pain_stop(3)).ids[0]
    mistake = store.sessions.stop_for_pain(session_id, pain_stop(4)).ids[0]

    store.sessions.take_back_pain_stop(session_id, mistake)

    (session,) = store.find.sessions()
    assert [stop.id for stop in session.pain_stops] == [kept]


def test_a_pain_stop_that_is_not_there_can_not_be_taken_back(store: Store) -> None:
    session_id, other = _begun(store), play(store)
    stop_id = store.sessions.stop_for_pain(session_id, pain_stop()).ids[0]
    with pytest.raises(StoreError, match="pain stop is not there any more"):
        store.sessions.take_back_pain_stop(other, stop_id)
    store.sessions.take_back_pain_stop(session_id, stop_id)
    rows = store.dump()

    for gone in (stop_id, "never-there"):
        with pytest.raises(StoreError, match="pain stop is not there any more"):
            store.sessions.take_back_pain_stop(session_id, gone)

    assert store.dump() == rows


def test_pain_stops_are_undone_and_discarded_with_their_session(store: Store) -> None:
    session_id = _begun(store)
    step = store.sessions.stop_for_pain(session_id, pain_stop()).step
    played = store.find.sessions()

    store.sessions.discard(session_id)
    assert live_rows(store)["pain_stops"] == []
    store.undo.undo()
    assert store.find.sessions() == played

    store.undo.undo(only=step)
    assert live_rows(store)["pain_stops"] == []
    assert store.undo.name is None
    store.undo.redo()
    assert store.find.sessions() == played


def test_a_discarded_session_takes_no_pain_stop(store: Store) -> None:
    session_id = play(store)
    store.sessions.discard(session_id)

    with pytest.raises(StoreError, match="session is not there any more"):
        store.sessions.stop_for_pain(session_id, pain_stop())
