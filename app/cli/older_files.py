"""What stands where a verb is to write: Limber's own files are replaced, anybody else's is kept under another name."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from app.i18n import _

MOST_BYTES = 256 * 1024 * 1024  # as much as we would write or read


class Kept:
    """Where somebody else's file is now, if there was one."""

    path: Path | None = None

    @property
    def words(self) -> str:
        return _("Limber did not write the file that was there: it is kept as {file}.").format(file=self.path) if (
            self.path) else ""  # fmt: skip


def holds(mark: bytes) -> Callable[[Path], bool]:
    """Whether a file has that in it, as those that we write have."""
    return lambda path: path.stat().st_size <= MOST_BYTES and mark in path.read_bytes()


@contextmanager
def keeping_older(path: Path, is_ours: Callable[[Path], bool]) -> Iterator[Kept]:
    """Around what writes `path`: a file that is not ours gets a second name first, which goes again if writing fails.

    An empty file is nobody's. Raises OSError where it can't be read or kept.
    """
    kept = Kept()
    if path.is_file() and path.stat().st_size > 0 and not is_ours(path):
        kept.path = _free_name(path)
        try:
            os.link(path, kept.path)
        except OSError:  # a drive without hard links
            shutil.copy2(path, kept.path)
    try:
        yield kept
    except BaseException:
        if kept.path is not None:
            with suppress(OSError):
                kept.path.unlink()
        raise


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}-before{number or ''}{path.suffix}") for number in count())
    return next(name for name in names if not name.exists())
