"""Two stores, one with a made-up year and some edits in it, one empty."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.demo import make_history
from app.domain.exercise import Side
from app.domain.training import PainStop
from app.exchange.json_file import export_json
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from tests.fakes import FakeClock


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Store]:
    """Every kind of row: edited, deleted, noted in several scripts, a session cut off by a sharp pain, a setting."""
    clock = FakeClock()
    with closing(Store.open(tmp_path / "full", clock)) as store:
        store.merge(rows_of(*make_history(load_catalogue(resources_dir()), clock.now(), years=1, seed=3)))
        edited, deleted, *_rest = store.readings.all()
        clock.advance(5)
        store.readings.edit(replace(edited, trials=(1.5, 0.25), note="Ångström “x” \u2028 🙂\n=1"))
        store.readings.delete(deleted.id)
        cut_off = store.sessions.start("starter", "Starter", clock.now()).ids[0]
        stop = PainStop("chair-twist", "Seated chair twist", Side.RIGHT, set_number=2, stopped_at=clock.now())
        store.sessions.stop_for_pain(cut_off, stop)
        store.sessions.take_back_pain_stop(cut_off, store.sessions.stop_for_pain(cut_off, stop).ids[0])
        store.checkpoint.keep(cut_off, {"place": 4})
        store.sessions.discard(store.sessions.all()[0].id)
        store.settings.set("shown_in", "in")
        yield store


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with closing(Store.open(tmp_path / "empty", FakeClock())) as store:
        yield store


@pytest.fixture
def exported(full: Store, tmp_path: Path) -> Path:
    path = tmp_path / "full.json"
    export_json(full, path)
    return path
