"""Undo and redo: by example, and over any sequence of commands."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.choices import Amount
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.plan import Proposal, ProposalKind
from app.domain.progress.goals import Goal
from app.domain.training.sessions import Session
from app.store.check import check
from app.store.commands import STEPS_KEPT
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import finished, live_rows, pain_stop, play, reading

SCHOBER = OwnMeasure("", "Schober", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 20))

LEFT_SET = Proposal("side-bend", ProposalKind.EXTRA_SET, Amount.EXTRA_LEFT, 0, 1, "Why.", "Whence.")


def _start(store: Store) -> object:
    return store.sessions.start("starter", "Starter", A_MORNING)


def _save_set_again(store: Store) -> object:
    return store.sessions.save_set(store.find.sessions()[0].id, finished(0, reps=7))


def _finish(store: Store) -> object:
    return store.sessions.finish(store.find.sessions()[0].id, A_MORNING, "later")


def _discard(store: Store) -> object:
    return store.sessions.discard(store.find.sessions()[0].id)


def _correct(store: Store) -> object:
    return store.sessions.correct_set(store.find.sessions()[0].id, finished(0, reps=7))


def _note(store: Store) -> object:
    return store.sessions.set_note(store.find.sessions()[0].id, "another")


def _answer(store: Store) -> object:
    return store.sessions.set_discomfort(store.find.sessions()[0].id, {0: 7, 1: None})


def _stop_for_pain(store: Store) -> object:
    return store.sessions.stop_for_pain(store.find.sessions()[0].id, pain_stop())


def _record(store: Store) -> object:
    return store.readings.record(reading(1, 2))


def _edit(store: Store) -> object:
    return store.readings.edit(replace(reading(9), id=store.find.readings()[0].id))


def _delete(store: Store) -> object:
    return store.readings.delete(store.find.readings()[0].id)


def _set(store: Store) -> object:
    return store.settings.set("theme", "dark", undoable=True)


def _set_goal(store: Store) -> object:
    return store.goals.set(Goal("floor-touch", -3))


def _remove_goal(store: Store) -> object:
    return store.goals.remove("hand-to-knee", Side.LEFT)


def _save_measure(store: Store) -> object:
    return store.measures.save(replace(SCHOBER, name="Another"))


def _change_measure(store: Store) -> object:
    return store.measures.save(replace(SCHOBER, id="own-schober", hard=Range(0, 30)))


def _archive(store: Store) -> object:
    return store.measures.archive("own-schober")


def _be_away(store: Store) -> object:
    return store.weeks.set_away(date(2026, 3, 2), away=True)


def _be_here(store: Store) -> object:
    return store.weeks.set_away(date(2026, 2, 2), away=False)


def _accept(store: Store) -> object:
    return store.plan.accept(replace(LEFT_SET, amount=Amount.EXTRA_RIGHT))


def _decline(store: Store) -> object:
    return store.plan.decline(LEFT_SET)


def _open(store: Store) -> object:
    return store.plan.open_exercise("jefferson-curl")


def _go_back(store: Store) -> object:
    return store.plan.go_back_to_usual("side-bend")


def _everything(store: Store) -> None:
    play(store)
    store.readings.record(reading(5, 6, 7))
    store.measures.save(SCHOBER)
    store.goals.set(Goal("hand-to-knee", 3, Side.LEFT))
    store.weeks.set_away(date(2026, 2, 2), away=True)
    store.plan.accept(LEFT_SET)


COMMANDS = (
    _start, _discard, _correct, _note, _answer, _record, _edit, _delete, _set, _set_goal, _remove_goal, _save_measure,
    _change_measure, _archive, _be_away, _be_here, _accept, _decline, _open, _go_back,
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_undo_takes_a_command_back_and_redo_does_it_again(
    store: Store, clock: FakeClock, command: Callable[[Store], object]
) -> None:
    _everything(store)
    before, step_before = live_rows(store), store.undo.name
    clock.advance(60)
    command(store)
    after = _without_update(store.dump())

    store.undo.undo()
    assert live_rows(store) == before
    assert store.undo.name == step_before

    store.undo.redo()
    assert _without_update(store.dump()) == after


@pytest.mark.parametrize("command", [_save_set_again, _finish, _stop_for_pain])
def test_what_is_done_in_a_session_is_undone_and_done_again_with_it(
    store: Store, clock: FakeClock, command: Callable[[Store], object]
) -> None:
    play(store)
    clock.advance(60)
    command(store)
    after = _without_update(store.dump())

    store.undo.undo()
    assert live_rows(store)["sessions"] == live_rows(store)["sets"] == []
    assert store.undo.name is None

    store.undo.redo()
    assert _without_update(store.dump()) == after


def _without_update(rows: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    return {table: [row | {"updated_at": ""} for row in of_table] for table, of_table in rows.items()}


def test_undo_takes_back_a_whole_session_even_with_a_reading_in_between(store: Store) -> None:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.sessions.save_set(session_id, finished(0))
    store.readings.record(reading(1))
    store.sessions.save_set(session_id, finished(1))

    assert store.undo.undo().op == "Record reading"
    changes = store.undo.undo()

    assert changes.op == "Session"
    assert changes.kinds == {"session", "set"}
    assert session_id in changes.ids
    assert store.find.sessions() == []
    assert store.undo.name is None


def test_a_set_after_an_undone_session_is_refused_and_redo_still_there(store: Store) -> None:
    session_id = store.sessions.start("starter", "Starter", A_MORNING).ids[0]
    store.undo.undo()

    with pytest.raises(StoreError, match="not there any more"):
        store.sessions.save_set(session_id, finished(0))

    assert store.undo.redo_name == "Session"


def test_a_new_command_ends_redo(store: Store) -> None:
    store.readings.record(reading(1))
    store.undo.undo()

    store.readings.record(reading(2))

    assert store.undo.redo_name is None
    with pytest.raises(StoreError, match="nothing to do again"):
        store.undo.redo()


def test_with_nothing_done_there_is_nothing_to_undo(store: Store) -> None:
    assert store.undo.name is None
    with pytest.raises(StoreError, match="nothing to undo"):
        store.undo.undo()


def test_a_step_is_taken_back_by_its_own_name_only_while_it_is_the_last(store: Store) -> None:
    step = store.readings.record(reading(1)).step
    elsewhere = store.readings.record(reading(2)).step
    assert step != elsewhere

    with pytest.raises(StoreError, match="Something else was recorded since"):
        store.undo.undo(only=step)
    assert len(store.find.readings()) == 2

    store.undo.undo(only=elsewhere)
    store.undo.undo(only=step)
    assert store.find.readings() == []


def test_an_old_step_is_never_taken_for_a_new_one(store: Store) -> None:
    dropped = store.readings.record(reading(1)).step
    store.undo.undo()
    new = store.readings.record(reading(2)).step
    assert new != dropped

    with pytest.raises(StoreError, match="Something else was recorded since"):
        store.undo.undo(only=dropped)

    assert [each.value for each in store.find.readings()] == [2]


def test_what_undo_passes_over_has_no_step(store: Store) -> None:
    assert store.settings.set("theme", "dark").step is None
    assert store.settings.set("theme", "light", undoable=True).step is not None
    assert store.undo.undo().step is None
    assert store.undo.redo().step is None


def test_all_of_a_session_has_one_step(store: Store) -> None:
    started = store.sessions.start("starter", "Starter", A_MORNING)
    assert started.step is not None
    assert store.sessions.save_set(started.ids[0], finished(0)).step == started.step
    assert store.sessions.finish(started.ids[0], A_MORNING).step == started.step


def test_a_step_that_fails_stays_where_it_was(store: Store) -> None:
    store.readings.record(reading(1))
    connection = store._database.connection
    for step, left in ((store.undo.undo, "Record reading"), (store.undo.redo, None)):
        rows = store.dump()
        connection.exec_driver_sql("PRAGMA query_only = ON")
        connection.rollback()
        with pytest.raises(StoreError, match="can't be written"):
            step()
        assert store.dump() == rows
        assert store.undo.name == left
        connection.exec_driver_sql("PRAGMA query_only = OFF")
        connection.rollback()
        step()


def test_steps_survive_a_restart(store: Store, folder: Path, clock: FakeClock) -> None:
    store.readings.record(reading(1))
    store.close()

    again = Store.open(folder, clock)
    again.undo.undo()

    assert again.find.readings() == []
    assert again.undo.redo_name == "Record reading"
    again.close()


def test_thirty_steps_are_kept(store: Store) -> None:
    for number in range(STEPS_KEPT + 5):
        store.readings.record(reading(number, day=number))

    for _step in range(STEPS_KEPT):
        store.undo.undo()

    assert store.undo.name is None
    assert [each.value for each in store.find.readings()] == [0, 1, 2, 3, 4]


def test_a_row_taken_back_counts_as_newer_even_if_the_clock_went_back(store: Store, clock: FakeClock) -> None:
    reading_id = store.readings.record(reading(1)).ids[0]
    moments = [_updated(store)]
    clock.wall = A_MORNING.replace(year=2020)

    for change in (store.undo.undo, store.undo.redo, lambda: store.readings.delete(reading_id)):
        change()
        moments.append(_updated(store))

    assert moments == sorted(set(moments))


def _updated(store: Store) -> str:
    return str(store.dump()["readings"][0]["updated_at"])


class AnyCommands(RuleBasedStateMachine):
    """Whatever is done: undoing all gives the first rows, doing all again the last, and the store stays sound."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.clock = FakeClock()
        self.store = Store.open(Path(self._folder.name), self.clock)
        self.store.settings.set("base", 1)
        self.session = ""
        self.exported: dict[str, list[dict[str, Any]]] = {}

    def teardown(self) -> None:
        assert check(self.store.path) == []
        self.store.close()
        self._folder.cleanup()

    @rule(seconds=st.integers(-100, 100))
    def time_passes(self, seconds: int) -> None:
        self.clock.advance(seconds)

    @rule()
    def start(self) -> None:
        self.session = self.store.sessions.start("starter", "Starter", self.clock.now()).ids[0]

    @precondition(lambda self: self.store.find.session(self.session))
    @rule(work=st.integers(0, 2), reps=st.integers(0, 20))
    def save_set(self, work: int, reps: int) -> None:
        self.store.sessions.save_set(self.session, finished(work, reps=reps))

    @precondition(lambda self: self.store.find.session(self.session))
    @rule()
    def finish(self) -> None:
        self.store.sessions.finish(self.session, self.clock.now(), "done")

    @precondition(lambda self: self.store.find.session(self.session))
    @rule(minute=st.integers(0, 9))
    def stop_for_pain(self, minute: int) -> None:
        self.store.sessions.stop_for_pain(self.session, pain_stop(minute))

    @precondition(lambda self: bool(_played(self).pain_stops))
    @rule()
    def take_the_pain_stop_back(self) -> None:
        self.store.sessions.take_back_pain_stop(self.session, _played(self).pain_stops[0].id)

    @precondition(lambda self: bool(_played(self).sets))
    @rule(reps=st.integers(0, 20), discomfort=st.integers(0, 10))
    def correct(self, reps: int, discomfort: int) -> None:
        done = replace(_played(self).sets[-1], reps=reps)
        self.store.sessions.correct_set(self.session, done)
        self.store.sessions.set_discomfort(self.session, {done.work: discomfort})

    @precondition(lambda self: self.store.find.session(self.session))
    @rule(note=st.text("ab", max_size=3))
    def note(self, note: str) -> None:
        self.store.sessions.set_note(self.session, note)

    @rule()
    def keep_checkpoint(self) -> None:
        self.store.checkpoint.keep(None, {"kept": True})

    @precondition(lambda self: self.store.find.session(self.session))
    @rule()
    def discard(self) -> None:
        self.store.sessions.discard(self.session)

    @rule(trials=st.lists(st.integers(-40, 80), min_size=1, max_size=3))
    def record(self, trials: list[int]) -> None:
        self.store.readings.record(reading(*trials))

    @precondition(lambda self: self.store.find.readings())
    @rule(trials=st.lists(st.integers(-40, 80), min_size=1, max_size=3))
    def edit(self, trials: list[int]) -> None:
        self.store.readings.edit(replace(reading(*trials), id=self.store.find.readings()[0].id))

    @precondition(lambda self: self.store.find.readings())
    @rule()
    def delete(self) -> None:
        self.store.readings.delete(self.store.find.readings()[-1].id)

    @rule(value=st.integers(-9, 9), side=st.sampled_from([None, Side.LEFT]))
    def set_goal(self, value: int, side: Side | None) -> None:
        self.store.goals.set(Goal("hand-to-knee", value, side))

    @precondition(lambda self: self.store.find.goals())
    @rule()
    def remove_goal(self) -> None:
        goal = self.store.find.goals()[0]
        self.store.goals.remove(goal.measure_id, goal.side)

    @rule(high=st.integers(1, 9))
    def save_measure(self, high: int) -> None:
        self.store.measures.save(replace(SCHOBER, id="own-schober", hard=Range(0, high)))

    @precondition(lambda self: self.store.find.measures())
    @rule()
    def archive_measure(self) -> None:
        self.store.measures.archive("own-schober")

    @rule(day=st.integers(1, 28), away=st.booleans())
    def be_away(self, day: int, away: bool) -> None:
        self.store.weeks.set_away(date(2026, 3, day), away=away)

    @rule(amount=st.sampled_from(Amount), kind=st.sampled_from(ProposalKind))
    def answer_a_proposal(self, amount: Amount, kind: ProposalKind) -> None:
        proposal = replace(LEFT_SET, amount=amount, kind=kind)
        self.store.plan.accept(proposal)
        self.store.plan.decline(proposal)

    @rule()
    def go_back_to_usual(self) -> None:
        self.store.plan.go_back_to_usual("side-bend")

    @rule()
    def log(self) -> None:
        now = self.clock.now()
        self.store.sessions.log(Session("", "elsewhere", "Class", now, now, note="", sets=(finished(0),)))

    @rule(value=st.integers(0, 3))
    def choose(self, value: int) -> None:
        self.store.settings.set("target", value, undoable=True)

    @rule()
    def export(self) -> None:
        self.exported = self.store.dump()

    @rule()
    def import_what_was_exported_as_newer(self) -> None:
        moment = "2027-01-01T00:00:00.000000Z"
        self.store.merge({table: [row | {"updated_at": moment} for row in rows]
                          for table, rows in self.exported.items()})  # fmt: skip

    @precondition(lambda self: self.store.undo.name)
    @rule()
    def undo(self) -> None:
        self.store.undo.undo()

    @precondition(lambda self: self.store.undo.redo_name)
    @rule()
    def redo(self) -> None:
        self.store.undo.redo()

    @invariant()
    def undo_all_and_redo_all_lead_back(self) -> None:
        if self.store.undo.redo_name is not None:
            return
        last, steps = _without_update(self.store.dump()), 0
        while self.store.undo.name is not None:
            self.store.undo.undo()
            steps += 1
        if steps < STEPS_KEPT:
            assert [row["key"] for row in live_rows(self.store)["settings"]] == ["base"]
            assert self.store.find.sessions() == []
            assert self.store.find.readings() == []
            assert (self.store.find.chosen(), self.store.find.answers()) == ({}, [])
            assert (self.store.find.goals(), self.store.find.own_measures(), self.store.find.weeks_away()) == (
                [],
                [],
                set(),
            )
        for _step in range(steps):
            self.store.undo.redo()
        assert _without_update(self.store.dump()) == last


def _played(machine: AnyCommands) -> Session:
    """The session that is played; one with nothing in it where there is none."""
    nothing = Session("", "", "", A_MORNING, finished_at=None, note="", sets=())
    return machine.store.find.session(machine.session) or nothing


TestAnyCommands = AnyCommands.TestCase
TestAnyCommands.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
