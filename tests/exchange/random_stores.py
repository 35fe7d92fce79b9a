"""Stores as people make them: any commands in any order, with any words and amounts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Reading, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.progress.goals import Goal
from app.domain.training.sessions import HEAVIEST_KG, FinishedSet, PainStop
from app.paths import resources_dir
from app.store.store import Store
from tests.fakes import A_MORNING, FakeClock
from tests.own_items import JPEG_TEXT, evening, hip_hinge

CATALOGUE = load_catalogue(resources_dir())
Command = Callable[[Store, FakeClock, st.DataObject], object]

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
AMOUNTS = st.floats(0, HEAVIEST_KG)
SIDES = st.sampled_from([Side.LEFT, Side.RIGHT])


def _record(store: Store, clock: FakeClock, data: st.DataObject) -> object:
    trials = tuple(data.draw(st.lists(st.floats(-19, 21, allow_nan=False), min_size=1, max_size=3)))
    reading = Reading("", "hand-to-knee", data.draw(SIDES), trials, "in", clock.now(), note=data.draw(WORDS))
    return store.readings.record(reading)


def _edit(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    there = store.find.readings()
    return there and store.readings.edit(replace(data.draw(st.sampled_from(there)), trials=(1.5,)))


def _delete(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    there = store.find.readings()
    return there and store.readings.delete(data.draw(st.sampled_from(there)).id)


def _play(store: Store, clock: FakeClock, data: st.DataObject) -> object:
    session = store.sessions.start("starter", "Starter", clock.now()).ids[0]
    for work in range(data.draw(st.integers(0, 3))):
        clock.advance(30)
        side, load = data.draw(SIDES), data.draw(AMOUNTS)
        store.sessions.save_set(
            session, FinishedSet(work, "side-bend", "Bend", "5 reps", side, 1, 5, None, load, clock.now()))  # fmt: skip
    if data.draw(st.booleans()):
        store.sessions.stop_for_pain(session, PainStop("side-bend", "Bend", Side.LEFT, None, clock.now()))
    return store.sessions.finish(session, clock.now(), data.draw(WORDS))


def _discard(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    there = store.find.sessions()
    return there and store.sessions.discard(data.draw(st.sampled_from(there)).id)


def _own_measure(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    own = OwnMeasure("", f"Test {len(store.dump()['own_measures'])}", Unit.CM, Better.LOWER, False, Range(0, 9.5))
    saved = store.measures.save(own).ids[0]
    return data.draw(st.booleans()) and store.measures.archive(saved)


def _goal(store: Store, clock: FakeClock, data: st.DataObject) -> object:
    side = data.draw(SIDES)
    store.goals.set(Goal("hand-to-knee", data.draw(st.floats(-10, 10)), side, date(2026, 12, 31), clock.now()))
    return data.draw(st.booleans()) and store.goals.remove("hand-to-knee", side)


def _week(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    monday = A_MORNING.date() - timedelta(weeks=data.draw(st.integers(0, 5)))
    return store.weeks.set_away(monday, data.draw(st.booleans()))


def _own_item(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    picture = {"picture": JPEG_TEXT} if data.draw(st.booleans()) else {}
    saved = store.items.save_exercise(hip_hinge(**picture), CATALOGUE).ids[0]
    store.items.save_routine(evening(voice=data.draw(st.booleans())), CATALOGUE)
    return data.draw(st.booleans()) and store.items.archive(saved)


def _mark(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    item_id = data.draw(st.sampled_from(["side-bend", "starter"]))
    store.marks.set_favourite(item_id, data.draw(st.booleans()))
    return store.marks.set_note(item_id, data.draw(WORDS))


def _setting(store: Store, _clock: FakeClock, data: st.DataObject) -> object:
    return store.settings.set(data.draw(st.sampled_from(["theme", "shown_in"])), data.draw(WORDS))


def _undo(store: Store, _clock: FakeClock, _data: st.DataObject) -> object:
    return store.undo.name and store.undo.undo()


def _redo(store: Store, _clock: FakeClock, _data: st.DataObject) -> object:
    return store.undo.redo_name and store.undo.redo()


COMMANDS: tuple[Command, ...] = (
    _record, _edit, _delete, _play, _discard, _own_measure, _goal, _week, _own_item, _mark, _setting, _undo, _redo,
)  # fmt: skip
