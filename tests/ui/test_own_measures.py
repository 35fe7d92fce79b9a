"""How the open window learns of tests that a person adds: they appear in the catalogue that every page holds."""

from functools import partial

import pytest

from app.bootstrap import show_own_measures
from app.domain.catalogue import Catalogue
from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.store.changes import Changes
from app.store.store import Store
from app.ui.live import Live

SCHOBER = OwnMeasure("", "Schober", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 20))


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    """A catalogue of this test's own, since it is changed in place."""
    return catalogue.with_measures(())


def test_what_was_added_before_is_there_once_the_window_was_painted(live: Live, held: Catalogue) -> None:
    live.store.measures.save(SCHOBER)
    assert "own-schober" not in held.measures
    show_own_measures(live, held)
    assert list(held.measures)[-1] == "own-schober"


def test_a_page_that_hears_of_a_change_finds_it_in_the_catalogue(live: Live, held: Catalogue) -> None:
    live.changed.connect(partial(show_own_measures, live, held))
    seen: list[tuple[bool, bool]] = []

    def page(_changes: Changes) -> None:
        seen.append(("own-schober" in held.measures, "own-schober" in held.archived))

    live.changed.connect(page)
    live.do(live.store.measures.save, SCHOBER)
    live.do(live.store.measures.archive, "own-schober")
    live.do(live.store.undo.undo)
    assert seen == [(True, False), (False, True), (True, False)]


def test_other_changes_do_not_ask_the_store(live: Live, store: Store, held: Catalogue) -> None:
    live.changed.connect(partial(show_own_measures, live, held))
    store.measures.save(SCHOBER)
    live.do(store.settings.set, "theme", "dark")
    assert "own-schober" not in held.measures


def test_where_the_store_can_not_be_read_the_catalogue_stays_as_it_is(
    live: Live, store: Store, held: Catalogue
) -> None:
    live.do(store.measures.save, SCHOBER)
    show_own_measures(live, held)
    said: list[str] = []
    live.failed.connect(said.append)
    store._database.connection.exec_driver_sql("ALTER TABLE own_measures RENAME TO gone")
    store._database.connection.commit()
    show_own_measures(live, held)
    assert "own-schober" in held.measures
    assert said
    store._database.connection.exec_driver_sql("ALTER TABLE gone RENAME TO own_measures")
    store._database.connection.commit()
