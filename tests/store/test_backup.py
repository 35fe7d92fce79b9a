"""Copies of a store: whole or not there, whoever else is writing, and never in place of older ones while damaged."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path

import pytest

from app.store.backup import (
    _OUR_OWN,
    back_up,
    back_up_if_due,
    back_up_to,
    backups_of,
    clear_remains,
    contents,
    folder_of,
)
from app.store.check import check
from app.store.errors import UnwritableError
from app.store.store import Store, StoreError
from app.store.tables import PEOPLES, metadata, own_id, weeks_away
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import play, reading

HALF_AN_HOUR = 1800


def every_row(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}  # noqa: S608


def damage(path: Path) -> bytes:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 4096)
    return path.read_bytes()


def test_a_copy_beside_an_open_store_has_every_row_and_is_for_the_person_alone(store: Store) -> None:
    play(store)
    store.readings.record(reading(3, 2))
    copy = back_up(store.path, A_MORNING)
    assert every_row(copy) == every_row(store.path)
    assert check(copy) == []
    assert copy.name == "limber-2026-03-02T073000+0100.db"
    assert (copy.stat().st_mode & 0o777, copy.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert [file.name for file in copy.parent.iterdir()] == [copy.name]


def test_a_copy_goes_beside_a_writer_in_the_midst_of_its_work(store: Store, folder: Path, clock: FakeClock) -> None:
    store.readings.record(reading(1))
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM trials")
        copy = back_up(store.path, A_MORNING)
        connection.rollback()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    assert every_row(copy) == every_row(store.path)


def test_backups_are_listed_newest_first_with_what_is_in_them(store: Store) -> None:
    play(store)
    back_up(store.path, A_MORNING)
    store.readings.record(reading(1))
    back_up(store.path, A_MORNING + timedelta(days=1))
    back_up(store.path, (A_MORNING + timedelta(hours=3)).astimezone(timezone(-timedelta(hours=5))), "before-restore")
    (folder_of(store.path) / "mine.db").write_text("not one of ours")
    found = backups_of(store.path)
    assert [(backup.made_at, backup.why) for backup in found] == [
        (A_MORNING + timedelta(days=1), ""),
        (A_MORNING + timedelta(hours=3), "before-restore"),
        (A_MORNING, ""),
    ]
    inside = [contents(backup.path) for backup in found]
    assert [each and (each.sessions, each.readings) for each in inside] == [(1, 1), (1, 1), (1, 0)]
    assert all(backup.size == backup.path.stat().st_size for backup in found)
    damage(found[0].path)
    found[1].path.write_bytes(b"nothing of ours" * 99)
    assert contents(found[1].path) is None


def test_two_copies_within_a_second_are_two(store: Store) -> None:
    assert len({back_up(store.path, A_MORNING) for _copy in range(3)}) == 3


def test_a_copy_may_lie_anywhere_but_on_the_store_itself(store: Store, tmp_path: Path) -> None:
    store.readings.record(reading(1))
    target = tmp_path / "mine.db"
    target.write_text("an older one")
    back_up_to(store.path, target)
    assert every_row(target) == every_row(store.path)
    assert target.stat().st_mode & 0o777 == 0o600
    for wrong in (store.path, Path(f"{store.path}-wal")):
        with pytest.raises(StoreError, match="is your data itself"):
            back_up_to(store.path, wrong)
    with pytest.raises(StoreError, match="is a folder"):
        back_up_to(store.path, tmp_path)
    with pytest.raises(UnwritableError, match=r"No copy could be written in .*nowhere"):
        back_up_to(store.path, tmp_path / "nowhere" / "mine.db")


def test_a_damaged_store_is_not_copied_and_no_backup_goes(store: Store) -> None:
    play(store)
    for day in range(40):
        back_up(store.path, A_MORNING - timedelta(days=day, hours=1))
        back_up(store.path, A_MORNING - timedelta(days=day, hours=2))
    store.close()
    before = backups_of(store.path)
    broken = damage(store.path)
    with pytest.raises(StoreError, match="damaged"):
        back_up_if_due(store.path, A_MORNING)
    with pytest.raises(StoreError, match="damaged"):
        back_up(store.path, A_MORNING)
    assert backups_of(store.path) == before
    assert store.path.read_bytes() == broken


def test_a_copy_that_could_not_be_finished_leaves_nothing_and_the_older_one(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seam of a disk that fills: the copy is there but can't be brought to the disk."""

    def full(_path: Path) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "mine.db"
    back_up_to(store.path, target)
    older = target.read_bytes()
    monkeypatch.setattr("app.store.backup.sync", full)
    with pytest.raises(UnwritableError, match=r"the disk is full\. Your data itself is as it was"):
        back_up_to(store.path, target)
    assert target.read_bytes() == older
    with pytest.raises(UnwritableError):
        back_up(store.path, A_MORNING)
    assert list(folder_of(store.path).iterdir()) == []


def test_at_close_a_copy_is_made_where_something_changed_and_half_an_hour_has_passed(
    store: Store, clock: FakeClock
) -> None:
    def due() -> bool:
        return back_up_if_due(store.path, clock.now()) is not None

    assert not due()  # nothing recorded yet
    store.readings.record(reading(1))
    assert due()
    clock.advance(HALF_AN_HOUR)
    store.settings.set("window", "moved")
    assert not due()  # only the window moved
    store.readings.record(reading(2))
    assert due()
    clock.advance(HALF_AN_HOUR - 1)
    store.undo.undo()
    assert not due()  # the last one is too young
    clock.advance(1)
    assert due()
    store.settings.set("theme", "dark")
    clock.advance(-90 * 86400)
    assert due()  # a clock that went back holds up nothing


def test_at_close_the_spare_ones_go_and_the_two_kinds_are_counted_apart(store: Store, clock: FakeClock) -> None:
    play(store)
    for day in range(2, 60):
        back_up(store.path, A_MORNING - timedelta(days=day))
        back_up(store.path, A_MORNING - timedelta(days=day, hours=1), "before-restore")
    store.readings.record(reading(1))
    back_up_if_due(store.path, clock.now())
    stay = backups_of(store.path)
    assert len([each for each in stay if each.why]) == 19
    assert len([each for each in stay if not each.why]) == 20


def test_what_a_killed_program_left_half_written_is_removed(store: Store) -> None:
    copy = back_up(store.path, A_MORNING)
    remains = [copy.with_name(f".{copy.name}.1.part"), store.path.with_name(".limber.db.7.part-journal")]
    for part in remains:
        part.write_bytes(b"half")
    clear_remains(store.path)
    assert all(part.exists() for part in remains)  # somebody may be writing them
    for part in remains:
        os.utime(part, (0, 0))
    clear_remains(store.path)
    assert not any(part.exists() for part in remains)
    assert copy.exists()
    assert store.path.exists()


def test_every_table_of_a_persons_is_looked_at_for_changes(store: Store) -> None:
    """A new table is either people's, or it is named among our own."""
    theirs = {table.name for table in PEOPLES}
    assert set(metadata.tables) - theirs == _OUR_OWN - {"alembic_version", "sqlite_sequence"}


@pytest.mark.parametrize(
    "change",
    ["note", "deletion", "undo", "import"],
)
def test_each_kind_of_change_is_one(store: Store, clock: FakeClock, change: str) -> None:
    session = play(store)
    made = store.readings.record(reading(1)).ids[0]
    assert back_up_if_due(store.path, clock.now())
    clock.advance(HALF_AN_HOUR)
    rows = store.dump()
    {
        "note": lambda: store.sessions.set_note(session, "better"),
        "deletion": lambda: store.readings.delete(made),
        "undo": store.undo.undo,
        "import": lambda: store.merge({"weeks_away": [week_away(rows["readings"][0])]}),
    }[change]()
    assert back_up_if_due(store.path, clock.now())
    clock.advance(HALF_AN_HOUR)
    assert back_up_if_due(store.path, clock.now()) is None


def week_away(like: dict[str, object]) -> dict[str, object]:
    """A row from elsewhere, as old as `like`."""
    row: dict[str, object] = {name: like[name] for name in ("created_at", "updated_at", "deleted_at")}
    row["monday"] = "2026-01-05"
    return {**row, "id": own_id(weeks_away, row)}
