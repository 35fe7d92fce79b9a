"""A second version of the store that a synced folder has brought is noticed and named."""

from pathlib import Path

import pytest

from app.store.check import check
from app.store.copies import other_versions
from app.store.restore import set_aside
from app.store.store import Store
from tests.fakes import A_MORNING


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("limber (Anna's conflicted copy 2026-03-02).db", "Dropbox"),
        ("limber (conflicted copy 2026-03-02 073000).db", "Nextcloud"),
        ("limber_(conflict 2026-03-02-073000).db", "Nextcloud"),
        ("limber.sync-conflict-20260302-073000-ABCDEFG.db", "Syncthing"),
        ("limber-DESKTOP-4711.db", "OneDrive"),
        ("limber 2.db", "iCloud"),
        ("limber (1).db", "Google Drive"),
        ("limber (In Konflikt stehende Kopie von Anna 2026-03-02).db", ""),
        ("limber.conflict.db", ""),
    ],
)
def test_it_is_named_with_the_program_that_made_it(store: Store, name: str, program: str) -> None:
    store.path.with_name(name).write_bytes(store.path.read_bytes())
    assert other_versions(store.path) == [(store.path.with_name(name), program)]
    (told,) = check(store.path)
    assert f"“{name}”" in told
    assert program in told


def test_what_is_limbers_own_is_none(store: Store, folder: Path) -> None:
    for name in ("limber.log", "limber.log.1", "window.lock", "notes.db", "limber.txt", ".limber.db.1.part"):
        (folder / name).touch()
    assert other_versions(store.path) == []
    store.close()
    set_aside(store.path, A_MORNING)
    assert other_versions(store.path) == []
