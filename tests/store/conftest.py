"""A real store in a folder of its own, and a clock that stands still."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.store import Store
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profiles" / "anna"


@pytest.fixture
def store(folder: Path, clock: FakeClock) -> Iterator[Store]:
    store = Store.open(folder, clock)
    yield store
    store.close()
