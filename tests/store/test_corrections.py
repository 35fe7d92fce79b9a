"""What is written into a session afterwards, or while it is played: note, discomfort, what a set really was."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.domain.training.sessions import LONGEST_NOTE
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING
from tests.store.samples import finished, play, reading


def _started(store: Store) -> str:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(session_id, finished(0))
    store.sessions.save_set(session_id, finished(1))
    return session_id


def test_a_set_of_a_finished_session_is_corrected_in_what_was_done_alone(store: Store) -> None:
    session_id = play(store)
    wrong = replace(finished(1), planned="other", exercise_name="Other", discomfort=9)

    changes = store.sessions.correct_set(session_id, replace(wrong, reps=17, hold_s=2.5, load_kg=100))

    (session,) = store.find.sessions()
    expected = finished(1, reps=17, hold_s=2.5, load_kg=100)
    assert [replace(done, id="") for done in session.sets] == [finished(0), expected]
    assert (changes.op, changes.ids) == ("Correct set", (session.sets[1].id,))
    store.undo.undo(only=changes.step)
    assert [done.reps for done in store.find.sessions()[0].sets] == [20, 20]
    assert store.undo.name == "Session"


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"reps": -1}, "-1 reps can't be: a set has from 0 to 1000"),
        ({"reps": 1001}, "1001 reps"),
        ({"hold_s": 3601}, "hold of 3601 s can't be: it has from 0 to 3600 s"),
        ({"hold_s": float("nan")}, "hold of nan s"),
        ({"load_kg": 100.5}, "load of 100.5 kg can't be: from 0 to 100 kg"),
        ({"load_kg": float("inf")}, "load of inf kg"),
    ],
)
def test_what_nobody_can_have_done_is_refused_with_what_is_allowed(
    store: Store, wrong: dict[str, object], words: str
) -> None:
    session_id = play(store)
    rows = store.dump()

    with pytest.raises(StoreError, match=words):
        store.sessions.correct_set(session_id, finished(0, **wrong))

    assert store.dump() == rows


@pytest.mark.parametrize("right", [{"reps": 0}, {"reps": 1000, "hold_s": 3600, "load_kg": 0}, {"reps": None}])
def test_the_ends_of_what_is_allowed_are_kept(store: Store, right: dict[str, object]) -> None:
    session_id = play(store)
    store.sessions.correct_set(session_id, finished(0, **right))
    done = store.find.sessions()[0].sets[0]
    assert {name: getattr(done, name) for name in right} == right


def test_a_note_is_kept_and_a_second_end_leaves_it(store: Store) -> None:
    session_id = _started(store)
    store.sessions.set_note(session_id, "felt “easy”\n" * 3)

    store.sessions.finish(session_id, A_MORNING)
    store.sessions.finish(session_id, A_MORNING.replace(hour=9))

    (session,) = store.find.sessions()
    assert session.note == "felt “easy”\n" * 3
    assert session.finished_at == A_MORNING.replace(hour=9)
    store.sessions.set_note(session_id, "")
    assert store.find.sessions()[0].note == ""


@pytest.mark.parametrize(
    ("note", "words"), [("x" * (LONGEST_NOTE + 1), "501 characters long: up to 500"), ("\ud800", "no text")]
)
def test_a_note_too_long_or_broken_is_refused(store: Store, note: str, words: str) -> None:
    session_id = _started(store)
    rows = store.dump()
    for command in (
        lambda: store.sessions.set_note(session_id, note),
        lambda: store.sessions.finish(session_id, A_MORNING, note),
    ):
        with pytest.raises(StoreError, match=words):
            command()
    assert store.dump() == rows


def test_discomfort_of_several_exercises_is_one_command(store: Store) -> None:
    session_id = play(store, works=3)

    changes = store.sessions.set_discomfort(session_id, {0: None, 2: 10})

    assert [done.discomfort for done in store.find.sessions()[0].sets] == [None, 2, 10]
    assert (changes.op, len(changes.ids)) == ("Discomfort", 2)
    store.undo.undo(only=changes.step)
    assert [done.discomfort for done in store.find.sessions()[0].sets] == [2, 2, 2]


@pytest.mark.parametrize(
    ("answers", "words"), [({0: 11}, "from 0 to 10, not 11"), ({0: 1, 1: -1}, "not -1"), ({0: 1, 7: 1}, "set is not")]
)
def test_an_answer_off_the_scale_or_of_no_set_is_refused_with_all_others(
    store: Store, answers: dict[int, int | None], words: str
) -> None:
    session_id = play(store, works=2)
    rows = store.dump()
    with pytest.raises(StoreError, match=words):
        store.sessions.set_discomfort(session_id, answers)
    assert store.dump() == rows


COMMANDS: list[Callable[[Store, str], object]] = [
    lambda store, session_id: store.sessions.set_note(session_id, "later"),
    lambda store, session_id: store.sessions.set_discomfort(session_id, {0: 7}),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_while_a_session_is_played_it_all_belongs_to_the_sessions_step(
    store: Store, command: Callable[[Store, str], object]
) -> None:
    session_id = _started(store)
    command(store, session_id)
    assert store.undo.name == "Session"
    store.undo.undo()
    assert store.undo.name is None


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_written_into_an_old_session_is_undone_without_it(
    store: Store, command: Callable[[Store, str], object]
) -> None:
    session_id = play(store)
    store.readings.record(reading(4))
    before = store.find.sessions()

    command(store, session_id)
    assert store.find.sessions() != before

    store.undo.undo()
    assert store.find.sessions() == before
    assert store.undo.name == "Record reading"


def test_what_changes_nothing_leaves_no_step(store: Store) -> None:
    session_id = play(store)
    rows = store.dump()

    for changes in (
        store.sessions.set_note(session_id, "went well"),
        store.sessions.set_discomfort(session_id, {0: 2}),
        store.sessions.correct_set(session_id, finished(0)),
    ):
        assert (changes.step, changes.ids) == (None, ())

    assert store.dump() == rows


def test_what_follows_a_correction_is_undone_before_it(store: Store) -> None:
    session_id = _started(store)
    store.sessions.correct_set(session_id, finished(0, reps=5))
    store.sessions.save_set(session_id, finished(0, reps=9))

    store.undo.undo()
    assert [done.reps for done in store.find.sessions()[0].sets] == [5, 20]
    store.undo.undo()
    assert [done.reps for done in store.find.sessions()[0].sets] == [20, 20]


def test_a_set_or_session_that_is_not_there_can_not_be_corrected(store: Store) -> None:
    session_id = play(store, works=1)
    with pytest.raises(StoreError, match="set is not there any more"):
        store.sessions.correct_set(session_id, finished(1))
    store.sessions.discard(session_id)
    for command in (
        lambda: store.sessions.correct_set(session_id, finished(0)),
        lambda: store.sessions.set_note(session_id, "x"),
        lambda: store.sessions.set_discomfort(session_id, {0: 1}),
    ):
        with pytest.raises(StoreError, match="session is not there any more"):
            command()
