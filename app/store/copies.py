"""Second versions of the store that a program which keeps folders in step has put beside it.

Two computers that write the same synced file make two files of it: one keeps the name, the other gets one like
`limber (Anna's conflicted copy 2026-03-02).db`. What is in that one is missing here, and nobody tells.
"""

import re
from contextlib import suppress
from pathlib import Path

from app.i18n import _
from app.store.files import SIDES

# How each program names them; whatever else looks like the store is somebody's copy as well.
_PROGRAMS = (
    ("Syncthing", re.compile(r"limber\.sync-conflict-\d{8}-\d{6}-\w{7}\.db")),
    ("Nextcloud", re.compile(r"limber[ _]\(.*conflict(ed copy)?[- _]\d{4}-\d\d-\d\d[ -_]\d{6}.*\)\.db", re.IGNORECASE)),
    ("Dropbox", re.compile(r"limber \(.*conflicted copy \d{4}-\d\d-\d\d.*\)\.db", re.IGNORECASE)),
    ("Google Drive", re.compile(r"limber \(\d+\)\.db")),
    ("iCloud", re.compile(r"limber \d+\.db")),
    ("OneDrive", re.compile(r"limber-(?!\d{4}-\d\d-\d\dT)[^.]+\.db")),
)
_LOOKS_LIKE_IT = re.compile(r"limber[^a-z0-9].*\.db", re.IGNORECASE)


def other_versions(store: Path) -> list[tuple[Path, str]]:
    """The files beside the store that hold another version of it, with the program that made it ("" where unknown)."""
    own = {store.name, *(store.name + side for side in SIDES)}
    with suppress(OSError):
        names = sorted(file.name for file in store.parent.iterdir() if file.name not in own)
        return [(store.with_name(name), _program(name)) for name in names if _LOOKS_LIKE_IT.fullmatch(name)]
    return []


def told(store: Path) -> list[str]:
    """A sentence for each."""
    return [
        _(
            "“{name}” beside your data is another version of it{program}: both hold things the other has not. "
            "Close Limber on your other computer, and bring its records together by export and import."
        ).format(name=file.name, program=_(", made by {name}").format(name=name) if name else "")
        for file, name in other_versions(store)
    ]


def _program(name: str) -> str:
    return next((program for program, pattern in _PROGRAMS if pattern.fullmatch(name)), "")
