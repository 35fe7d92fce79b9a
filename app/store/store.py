"""One person's store: the front door of this layer."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.clock import Clock
from app.i18n import _
from app.paths import migrations_dir
from app.store.backup import backups_of
from app.store.database import FILE_NAME, Database, prepare_folder
from app.store.errors import DamagedError, StoreError
from app.store.finders import Finders
from app.store.migrate import Looked, begin_to_look, bring_up_to_date, make_new
from app.store.who import name_in, without_who

if TYPE_CHECKING:
    from app.store.changes import Changes
    from app.store.checkpoint import CheckpointRecord
    from app.store.commands import Commands
    from app.store.deleted import DeletedRecords
    from app.store.goals import GoalRecords
    from app.store.items import ItemRecords
    from app.store.marks import MarkRecords
    from app.store.measures import MeasureRecords
    from app.store.merge import MergeCounts
    from app.store.plan import PlanRecords
    from app.store.profile import ProfileRecord
    from app.store.readings import ReadingRecords
    from app.store.sessions import SessionRecords
    from app.store.settings import SettingRecords
    from app.store.undo import UndoSteps
    from app.store.weeks import WeekRecords

__all__ = ["Store", "StoreError"]


class Store:
    """Finders and commands over one open file, for the thread that opened it. Everything may raise StoreError.

    `find` is there at once. Everything else is made when it is first asked for, and SQLAlchemy comes in with it.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self.path = database.path
        self.find = Finders(database)

    @cached_property
    def _commands(self) -> "Commands":
        from app.store.commands import Commands

        return Commands(self._database, self._clock)

    @cached_property
    def sessions(self) -> "SessionRecords":
        from app.store.sessions import SessionRecords

        return SessionRecords(self.find, self._commands)

    @cached_property
    def readings(self) -> "ReadingRecords":
        from app.store.readings import ReadingRecords

        return ReadingRecords(self._commands)

    @cached_property
    def measures(self) -> "MeasureRecords":
        from app.store.measures import MeasureRecords

        return MeasureRecords(self._commands)

    @cached_property
    def goals(self) -> "GoalRecords":
        from app.store.goals import GoalRecords

        return GoalRecords(self._commands)

    @cached_property
    def weeks(self) -> "WeekRecords":
        from app.store.weeks import WeekRecords

        return WeekRecords(self._commands)

    @cached_property
    def items(self) -> "ItemRecords":
        from app.store.items import ItemRecords

        return ItemRecords(self._commands)

    @cached_property
    def marks(self) -> "MarkRecords":
        from app.store.marks import MarkRecords

        return MarkRecords(self._commands)

    @cached_property
    def plan(self) -> "PlanRecords":
        from app.store.plan import PlanRecords

        return PlanRecords(self._commands)

    @cached_property
    def settings(self) -> "SettingRecords":
        from app.store.settings import SettingRecords

        return SettingRecords(self._commands)

    @cached_property
    def profile(self) -> "ProfileRecord":
        from app.store.profile import ProfileRecord

        return ProfileRecord(self._commands)

    @cached_property
    def deleted(self) -> "DeletedRecords":
        from app.store.deleted import DeletedRecords

        return DeletedRecords(self._database, self._commands)

    @cached_property
    def checkpoint(self) -> "CheckpointRecord":
        from app.store.checkpoint import CheckpointRecord

        return CheckpointRecord(self._database, self._clock)

    @cached_property
    def undo(self) -> "UndoSteps":
        from app.store.undo import UndoSteps

        return UndoSteps(self._database, self._commands)

    @staticmethod
    def begin_to_look(folder: Path) -> Looked | None:
        """Whether the file is whole takes longer with every year: find out while others wait for something else."""
        path = folder / FILE_NAME
        return begin_to_look(path, migrations_dir()) if path.is_file() else None

    @classmethod
    def open(cls, folder: Path, clock: Clock, looked: Looked | None = None) -> "Store":
        """The store in `folder`, a profile's own: made at the first start, brought to the present schema if older.

        DamagedError, NewerError or UnwritableError where that can't be; the file is as it was. `looked` is the answer
        of `begin_to_look`.
        """
        path = prepare_folder(folder)
        if not path.exists():
            _be_first(path)
        bring_up_to_date(path, migrations_dir(), clock.now(), looked=looked)
        return cls(Database(path), clock)

    def close(self) -> None:
        self._database.close()

    def restore(self, copy: Path) -> Path | None:
        """Become what the backup `copy` holds; see `restore.restore`."""
        from app.store.restore import restore

        with self._database.released():
            return restore(self.path, copy, migrations_dir(), self._clock.now())

    def has_data(self) -> bool:
        """Whether anything was ever recorded, deleted or not."""
        from sqlalchemy import select

        from app.store.tables import PEOPLES, settings

        with self._database.reading() as connection:
            return any(
                connection.execute(select(table.c.id).limit(1)).first() for table in PEOPLES if table is not settings
            )

    def data_version(self) -> int:
        """Changes when another connection has written; what this one writes leaves it as it is."""
        return self._database.data_version()

    def dump(self) -> dict[str, list[dict[str, object]]]:
        """Every row of the people's tables, deleted ones too, in a stable order."""
        from app.store import merge

        with self._database.reading() as connection:
            return merge.dump(connection)

    def merge(self, rows: Mapping[str, Sequence[Mapping[str, object]]], *, dry_run: bool = False) -> "MergeCounts":
        """Take over rows as `dump` gives them; see `merge.merge`."""
        from app.store.merge import MergeCounts

        return sum(self._merge(rows, dry_run=dry_run)[0].values(), MergeCounts())

    def fill(self, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
        """The same for what was made up: nobody's work, and nothing to take back."""
        self._merge(rows, dry_run=False, undoable=False)

    def preview(self, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> "dict[str, MergeCounts]":
        """What a merge of `rows` would do, by table."""
        return self._merge(rows, dry_run=True)[0]

    def take_over(self, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> "Changes":
        """The same as a command that tells what changed."""
        _counts, changes = self._merge(rows, dry_run=False)
        assert changes is not None  # noqa: S101  for mypy: None is a dry run's
        return changes

    def whose_else(self, rows: Mapping[str, Sequence[Mapping[str, object]]]) -> str:
        """The name in `rows` where they are another person's than this store; "" where they may be the same one's."""
        mine, theirs = self.find.profile().name, name_in(rows)
        return theirs if mine and theirs != mine else ""

    def _merge(
        self, rows: Mapping[str, Sequence[Mapping[str, object]]], *, dry_run: bool, undoable: bool = True
    ) -> "tuple[dict[str, MergeCounts], Changes | None]":
        from app.store import merge

        taken = without_who(rows) if self.whose_else(rows) else rows
        return merge.merge(self._commands, taken, dry_run=dry_run, undoable=undoable)


def _be_first(path: Path) -> None:
    """Make the store, unless there was one before: then an empty one would only seem to be it."""
    if backups_of(path):
        raise DamagedError(
            _("{file} is not there any more, but there are backups of it: restore one, or start afresh.").format(
                file=path
            )
        )
    make_new(path, migrations_dir())
