"""Out and in again: nothing of any store is lost on the way."""

from contextlib import closing
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.exchange.json_file import export_json, read_json
from app.paths import resources_dir
from app.store.check import check
from app.store.merge import MergeCounts
from app.store.store import Store
from app.store.tables import PEOPLES
from tests.exchange.random_stores import COMMANDS
from tests.fakes import FakeClock

CATALOGUE = load_catalogue(resources_dir())


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which nothing was done yet, to copy: making one takes longer than all that is done in it."""
    folder = tmp_path_factory.mktemp("new") / "store"
    Store.open(folder, FakeClock()).close()
    return folder


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_whatever_was_done_export_import_export_gives_the_same_bytes(new: Path, data: st.DataObject) -> None:
    clock = FakeClock()
    with TemporaryDirectory() as name, closing(_copied(new, Path(name, "mine"), clock)) as mine:
        for command in data.draw(st.lists(st.sampled_from(COMMANDS), min_size=3, max_size=12)):
            clock.advance(data.draw(st.sampled_from([0, 0.5, 86_400])))
            command(mine, clock, data)
        first, second = Path(name, "first.json"), Path(name, "second.json")
        export_json(mine, first)
        rows = read_json(first, CATALOGUE, clock.now())
        with closing(_copied(new, Path(name, "theirs"), clock)) as theirs:
            theirs.merge(rows)
            export_json(theirs, second)
            assert second.read_bytes() == first.read_bytes()
            assert theirs.merge(rows) == MergeCounts(unchanged=sum(map(len, rows.values())) - len(rows["trials"]))
            assert check(theirs.path) == []


def _copied(new: Path, folder: Path, clock: FakeClock) -> Store:
    copytree(new, folder)
    return Store.open(folder, clock)


def test_the_store_of_the_other_tests_has_rows_of_every_table_some_deleted(full: Store) -> None:
    """Who adds a table adds it there and to `random_stores`."""
    rows = full.dump()
    assert all(rows[table.name] for table in PEOPLES)
    deleted = {name for name, of_table in rows.items() if any(row["deleted_at"] for row in of_table)}
    assert deleted >= {table.name for table in PEOPLES} - {"settings", "own_measures"}  # these are never deleted
