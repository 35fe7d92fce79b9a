"""The people who use Limber on this computer: one folder and one store each, below one data folder.

A person's name is kept in their own store; which profile was open last and which are archived stands beside them, in
`profiles.json`. A folder keeps its name when its person is renamed.
"""

import json
import logging
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Any

from app.domain.errors import Refused, os_reason
from app.domain.profile import clean_name
from app.i18n import _
from app.paths import DEFAULT_PROFILE, profile_dir, slug
from app.store.database import FILE_NAME, cannot_write, open_to_look
from app.store.files import make_empty, part_of
from app.store.who import KEY, profile_of

NOTES = "profiles.json"


@dataclass(frozen=True, slots=True)
class KnownProfile:
    """`name` is what people see; where none was told it comes of the folder's."""

    slug: str
    name: str
    archived: bool
    folder: Path


class Profiles:
    """Looks anew each time: another window may have changed them."""

    def __init__(self, data: Path) -> None:
        self._data = data

    def all(self) -> list[KnownProfile]:
        """By name; the archived ones too."""
        archived = self._notes()["archived"]
        stores = (self._data / "profiles").glob(f"*/{FILE_NAME}")
        found = [
            KnownProfile(path.parent.name, name_kept_in(path), path.parent.name in archived, path.parent)
            for path in stores
        ]
        return sorted(found, key=lambda each: (each.name.casefold(), each.slug))

    def folder(self, name: str | None) -> Path:
        """Of the profile of that name or folder, there or not; None is the first one. Raises Refused."""
        if name is None:
            return self._data / "profiles" / DEFAULT_PROFILE
        try:
            wanted = slug(name)
        except ValueError as error:
            raise Refused(_("“{name}” can't be a profile's name: it needs at least one letter or digit.").format(
                name=name)) from error  # fmt: skip
        named = [each for each in self.all() if _same(each.name, wanted)]
        return named[0].folder if named else profile_dir(self._data, name)

    def to_open(self) -> Path:
        """The one that was open last, while it is there and not archived; else another, else the first start's."""
        notes = self._notes()
        for name in (notes["last"], DEFAULT_PROFILE):
            folder = self._data / "profiles" / name
            if name and name not in notes["archived"] and (folder / FILE_NAME).exists():
                return folder
        return next((each.folder for each in self.all() if not each.archived), self.folder(None))

    def new_folder(self, name: str) -> Path:
        """Where a new person's store will be. Raises Refused for a name that is taken or none."""
        self.check_name(name)
        first = profile_dir(self._data, name)
        folders = chain([first], (first.with_name(f"{first.name}-{number}") for number in count(2)))
        return next(folder for folder in folders if not folder.exists())

    def check_name(self, name: str, but: Path | None = None) -> None:
        """Raises Refused for what is no name, or that of another profile than the one in the folder `but`."""
        wanted = slug(clean_name(name))
        for each in self.all():
            if each.folder != but and _same(each.name, wanted):
                raise Refused(_("There is a profile “{name}” already: choose another name.").format(name=each.name))

    def remember(self, folder: Path) -> None:
        """Open that one at the next start."""
        self._note(last=folder.name)

    def archive(self, known: KnownProfile, archived: bool = True) -> None:
        """Off the list or on it again; all data stays where it is. Raises StoreError where that can't be written."""
        others = [each for each in self._notes()["archived"] if each != known.slug]
        self._note(archived=[*others, known.slug] if archived else others)

    def _notes(self) -> dict[str, Any]:
        try:
            notes = json.loads((self._data / NOTES).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            notes = {}
        notes = notes if isinstance(notes, dict) else {}
        last, archived = notes.get("last"), notes.get("archived")
        return {
            "last": last if isinstance(last, str) and Path(last).name == last else "",
            "archived": [each for each in archived if isinstance(each, str)] if isinstance(archived, list) else [],
        }

    def _note(self, **changed: Any) -> None:
        path = self._data / NOTES
        notes = self._notes()
        if all(notes[name] == value for name, value in changed.items()):
            return
        part = part_of(path)
        try:
            make_empty(part)
            part.write_text(json.dumps({**notes, **changed}, ensure_ascii=False), encoding="utf-8")
            part.replace(path)
        except OSError as error:
            raise cannot_write(self._data, os_reason(error)) from error


def name_kept_in(store: Path) -> str:
    """The name in a store that may be of an older Limber, damaged or in use; else what its folder tells."""
    try:
        with closing(open_to_look(store)) as connection:
            row = connection.execute(
                "SELECT value FROM settings WHERE key = ? AND deleted_at IS NULL", (KEY,)
            ).fetchone()
        name = profile_of(json.loads(row[0])).name if row else ""
    except (sqlite3.Error, ValueError, RecursionError):
        logging.getLogger("limber").info("a profile's name can't be read")
        name = ""
    return name or name_of_folder(store.parent)


def name_of_folder(folder: Path) -> str:
    return _("Me") if folder.name == DEFAULT_PROFILE else folder.name.replace("-", " ").title()


def _same(name: str, wanted: str) -> bool:
    try:
        return slug(name) == wanted
    except ValueError:
        return False
