"""What the verbs work with, each made when it is first asked for: most verbs need little, and start fast for it."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.clock import Clock
from app.domain.errors import Refused
from app.domain.measurement import Measure, Reading
from app.i18n import _

if TYPE_CHECKING:
    from app.store.store import Store


@dataclass(frozen=True, slots=True)
class Answer:
    """What a verb has to say: `text` for people, `document` for `--json`, `complaint` for standard error."""

    text: str = ""
    document: dict[str, object] | None = None
    complaint: str = ""
    code: int = 0


Verb = Callable[["Parts", argparse.Namespace], Answer]


class Parts:
    """`data` is the folder that holds every profile; `profile` None is the first one."""

    def __init__(self, data: Path, profile: str | None, clock: Clock) -> None:
        self.data = data
        self.profile = profile
        self.clock = clock
        self._others: list[str] = []  # the names that may have been meant where nothing is kept under `profile` yet

    @cached_property
    def folder(self) -> Path:
        """The profile's own. Raises Refused for a name that can't be a profile's."""
        if self.profile is None:
            return self.data / "profiles" / paths.DEFAULT_PROFILE
        from app.store.database import FILE_NAME
        from app.store.profiles import Profiles

        profiles = Profiles(self.data)
        folder = profiles.folder(self.profile)
        if not (folder / FILE_NAME).exists():
            self._others = [each.name for each in profiles.all()]
        return folder

    def word_on_profile(self) -> str:
        """For a profile of which nothing was kept before, beside others: its name may be a slip. Else ""."""
        if not self._others:
            return ""
        words = _("There is no profile “{name}” yet, only: {others}. Recording under a new name begins one.")
        if self.store_file().exists():
            words = _("A new profile, “{name}”, was begun. Before there were: {others}.")
        return words.format(name=self.profile, others=", ".join(self._others))

    @cached_property
    def catalogue(self) -> Catalogue:
        return load_catalogue(paths.resources_dir())

    @cached_property
    def whole_catalogue(self) -> Catalogue:
        """The catalogue with what the person added; the store is looked into only where there is one."""
        if not self.folder.is_dir():
            return self.catalogue
        with self.store_if_any() as store:
            if store is None:
                return self.catalogue
            whole = self.catalogue.with_measures(store.find.measures(), store.find.measures(archived=True))
            whole.show_own_items(store.find.own_exercises(), store.find.own_routines())
            return whole

    def measure(self, measure_id: str) -> Measure:
        """A built-in one is found without looking into the store."""
        catalogue = self.catalogue if measure_id in self.catalogue.measures else self.whole_catalogue
        return catalogue.measure(measure_id)

    def catalogue_for_routine(self, routine_id: str) -> Catalogue:
        """One that has it; a built-in one needs no look into the store."""
        return self.catalogue if routine_id in self.catalogue.routines else self.whole_catalogue

    @contextmanager
    def store(self) -> "Iterator[Store]":
        """The person's store, made if there is none."""
        from app.store.store import Store

        with closing(Store.open(self.folder, self.clock)) as store:
            yield store

    @contextmanager
    def store_if_any(self) -> "Iterator[Store | None]":
        """The person's store, or None: looking makes nothing. Refused where the data folder is a file."""
        if self.data.exists() and not self.data.is_dir():
            raise Refused(_("{folder} is a file: your data needs a folder.").format(folder=self.data))
        if self.store_file().exists():
            with self.store() as store:
                yield store
        else:
            yield None

    @contextmanager
    def store_to_try(self) -> "Iterator[Store]":
        """The person's store, or where there is none an empty one that is gone afterwards: trying makes nothing."""
        from app.store.store import Store

        if self.store_file().exists():
            with self.store() as store:
                yield store
        else:
            from tempfile import TemporaryDirectory

            with TemporaryDirectory() as folder, closing(Store.open(Path(folder), self.clock)) as store:
                yield store

    def store_file(self) -> Path:
        from app.store.database import FILE_NAME

        return self.folder / FILE_NAME

    def readings(self, measure_id: str | None = None) -> list[Reading]:
        """What was recorded so far, oldest first."""
        with self.store_if_any() as store:
            return store.find.readings(measure_id) if store else []


def window(parts: Parts, words: argparse.Namespace) -> Answer:
    """The verb that is not written."""
    from app.bootstrap import open_window

    file = str(Path(words.file).resolve()) if getattr(words, "file", None) else ""
    if file and not Path(file).is_file():
        raise Refused(_("There is no file “{file}”.").format(file=file))
    in_tray = getattr(words, "tray", False)
    return Answer(code=open_window(parts.data, parts.profile, in_tray=in_tray, file=file))
