"""The parts of a window, real but for the clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.catalogue import Catalogue, load_catalogue
from app.paths import resources_dir
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from tests.fakes import FakeClock


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


@pytest.fixture(scope="session")
def figures() -> Figures:
    return Figures(resources_dir())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def store(tmp_path: Path, clock: FakeClock) -> Iterator[Store]:
    opened = Store.open(tmp_path / "profile", clock)
    yield opened
    opened.close()


@pytest.fixture
def live(qapp: QApplication, store: Store) -> Iterator[Live]:
    made = Live(store)
    yield made
    made.deleteLater()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    made = Look(qapp, resources_dir(), "light")
    yield made
    made.setParent(None)
    made.deleteLater()
