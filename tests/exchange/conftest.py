"""Two stores, one with a made-up year and some edits in it, one empty."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.choices import Amount
from app.domain.demo import make_history
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Reading, Unit
from app.domain.own.measure import OwnMeasure
from app.domain.plan import Proposal, ProposalKind
from app.domain.progress.goals import Goal
from app.domain.training.sessions import PainStop
from app.exchange.json_file import export_json
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from tests.fakes import FakeClock
from tests.own_items import JPEG_TEXT, evening, hip_hinge


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    """Every kind of row: edited, deleted, noted in several scripts, a session cut off by a sharp pain, a setting."""
    clock = FakeClock()
    with closing(Store.open(tmp_path / "full", clock)) as store:
        store.merge(rows_of(*make_history(load_catalogue(resources_dir()), clock.now(), years=1, seed=3)))
        edited, deleted, *_rest = store.find.readings()
        clock.advance(5)
        store.readings.edit(replace(edited, trials=(1.5, 0.25), note="Ångström “x” \u2028 🙂\n=1"))
        store.readings.delete(deleted.id)
        cut_off = store.sessions.start("starter", "Starter", clock.now()).ids[0]
        stop = PainStop("chair-twist", "Seated chair twist", Side.RIGHT, set_number=2, stopped_at=clock.now())
        store.sessions.stop_for_pain(cut_off, stop)
        store.sessions.take_back_pain_stop(cut_off, store.sessions.stop_for_pain(cut_off, stop).ids[0])
        store.checkpoint.keep(cut_off, {"place": 4})
        store.sessions.discard(store.find.sessions()[0].id)
        _make_goals_and_measures(store, clock)
        _make_items(store)
        store.settings.set("shown_in", "in")
        yield store


def _make_items(store: Store) -> None:
    """An exercise with a picture, one that is archived and one taken back, a routine of them, and marks."""
    catalogue = load_catalogue(resources_dir())
    store.items.save_exercise(hip_hinge(picture=JPEG_TEXT), catalogue)
    store.items.save_exercise(hip_hinge(name="Old"), catalogue)
    store.items.archive("own-old")
    store.items.save_exercise(hip_hinge(name="Never", picture=JPEG_TEXT), catalogue)
    store.undo.undo()
    catalogue.show_own_items(store.find.own_exercises(), ())
    store.items.save_routine(evening(steps=[{"exercise": "own-hip-hinge-fruh"}, {"exercise": "own-old"}]), catalogue)
    store.items.save_routine(evening(name="Never"), catalogue)
    store.undo.undo()
    for item_id in ("own-evening", "chair-twist"):
        store.marks.set_favourite(item_id, favourite=True)
    store.marks.set_favourite("chair-twist", favourite=False)
    store.marks.set_note("side-bend", "Links — 4 kg\nx")
    store.marks.set_note("chair-twist", "wrong")
    store.marks.set_note("chair-twist", "")


def _make_goals_and_measures(store: Store, clock: FakeClock) -> None:
    """One of each that stays, one taken back."""
    old = OwnMeasure("", "Kyphose — früher", Unit.DEG, Better.LOWER, sided=False, hard=Range(0, 90))
    kept = replace(old, name="Tragus", unit=Unit.CM, sided=True, soft=Range(0.5, 40), steps=("Stand “tall”. 🙂",))
    old_id = store.measures.save(old).ids[0]
    store.readings.record(Reading("", old_id, None, (31.5, 30), "deg", clock.now()))
    store.measures.archive(old_id)
    store.measures.save(kept)
    touch = store.find.readings("floor-touch")[-1]
    store.goals.set(Goal("floor-touch", -4, due=date(2026, 12, 31), set_at=clock.now()))
    store.goals.mark_reached("floor-touch", None, touch.id)
    store.goals.set(Goal("hand-to-knee", 0.25, Side.LEFT))
    store.goals.set(Goal("hand-to-knee", 0.5, Side.RIGHT))
    store.goals.remove("hand-to-knee", Side.RIGHT)
    store.weeks.set_away(date(2026, 2, 4), away=True)
    store.weeks.set_away(date(2026, 2, 9), away=True)
    store.weeks.set_away(date(2026, 2, 9), away=False)
    left = Proposal("side-bend", ProposalKind.EXTRA_SET, Amount.EXTRA_LEFT, 0, 1, "Why.", "Whence.")
    store.plan.accept(left)
    store.plan.accept(replace(left, amount=Amount.EXTRA_RIGHT))
    store.plan.decline(replace(left, kind=ProposalKind.REPS))
    store.undo.undo()
    store.plan.postpone(replace(left, kind=ProposalKind.LOAD))
    store.plan.open_exercise("jefferson-curl")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "empty", FakeClock())) as store:
        yield store


@pytest.fixture
def exported(full: Store, tmp_path: Path) -> Path:
    path = tmp_path / "full.json"
    export_json(full, path)
    return path
