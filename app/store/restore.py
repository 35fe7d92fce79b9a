"""A backup in the place of the present data, which is kept aside; and a store begun anew beside a damaged one.

A sound store is written over in one transaction of SQLite's, so that a power cut leaves the one or the other. A damaged
file is moved out of the way as it is. Both need the store alone; who calls has seen to it that no window has it open.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from app.i18n import _
from app.store.backup import BEFORE_RESTORE, check_soundness, copy_whole, keep_copy, open_closed
from app.store.database import alone, cannot_write, errors_in_words, in_use, prepare_folder, reason
from app.store.errors import DamagedError, NewerError, StoreError
from app.store.files import SIDES, give_name, part_of, remove, sync_folder
from app.store.migrate import EMPTY, bring_up_to_date, look, make_new, revision_of


def restore(store: Path, copy: Path, scripts: Path, now: datetime) -> Path | None:
    """Put what is in `copy` in the place of the store at `store`, at the present schema.

    Answers where the present data is now; None where there was none. Raises StoreError, and nothing was changed:
    `copy` is not there, damaged, not Limber's, newer than this program, or the store is in use.
    """
    _check_copy(copy, store)
    prepare_folder(store.parent)
    with _made_ready(copy, store, scripts, now) as ready:
        if not _can_be_written_over(store, scripts):
            kept = set_aside(store, now)
            if not give_name(ready, store):
                raise StoreError(in_use(store))
            return kept
        with alone(store) as present, errors_in_words(store):
            kept = keep_copy(present, store, now, BEFORE_RESTORE)
            with closing(open_closed(ready)) as source:
                source.backup(present)
        return kept


def _check_copy(copy: Path, store: Path) -> None:
    if not copy.is_file():
        raise StoreError(_("{file} can't be restored: there is no such file.").format(file=copy))
    if store.exists() and copy.samefile(store):
        raise StoreError(_("{file} is your present data itself: there is nothing to restore.").format(file=copy))


def begin_anew(store: Path, scripts: Path, now: datetime) -> Path | None:
    """An empty store; what was in its place is kept: where it is now, None where there was nothing."""
    kept = set_aside(store, now)
    make_new(store, scripts)
    return kept


def set_aside(store: Path, now: datetime) -> Path | None:
    """Let a damaged file be `….damaged`, as it is and with all that belongs to it; where, None if there is none."""
    aside = store.with_name(f"{store.stem}-{now.strftime('%Y-%m-%dT%H%M%S')}{store.suffix}.damaged")
    try:
        for side in SIDES:  # before the file itself: SQLite would take them for the next one's
            if Path(f"{store}{side}").exists():
                Path(f"{store}{side}").rename(f"{aside}{side}")
        if not store.exists():
            return None
        store.rename(aside)
    except OSError as error:
        raise cannot_write(store.parent, reason(error)) from error
    sync_folder(store.parent)
    return aside


@contextmanager
def _made_ready(copy: Path, store: Path, scripts: Path, now: datetime) -> Iterator[Path]:
    """A copy of `copy` beside the store, checked and at the present schema; gone afterwards unless it got a name."""
    ready = part_of(store)
    try:
        with errors_in_words(copy), closing(open_closed(copy)) as source:
            check_soundness(source, copy)
            if revision_of(copy, source, scripts) == EMPTY:
                raise StoreError(_("{file} is empty: there is nothing to restore.").format(file=copy))
            copy_whole(source, copy, ready)
        bring_up_to_date(ready, scripts, now, snapshot=False)
        yield ready
    finally:
        remove(ready)


def _can_be_written_over(store: Path, scripts: Path) -> bool:
    """Whether SQLite can: not where there is no file, nor a damaged one, nor another program's."""
    try:
        with errors_in_words(store):
            return store.exists() and bool(look(store, scripts))
    except NewerError:
        return True
    except DamagedError:
        return False
