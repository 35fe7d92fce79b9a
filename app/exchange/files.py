"""Files that are either whole or not there."""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.errors import os_reason
from app.exchange.errors import ExchangeError
from app.i18n import _
from app.store.files import sync_folder

MOST_BYTES = 256 * 1024 * 1024


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` at `path`, for its owner alone: all of it on the disk, or what was there before stays."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise ExchangeError(_("{file} can't be written: {why}. What was there before is as it was.").format(
            file=path, why=os_reason(error))) from error  # fmt: skip
    sync_folder(path.parent)


def read_whole(path: Path, most_bytes: int = MOST_BYTES) -> bytes:
    """The content of an ordinary file; one of more than `most_bytes` is refused unread."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise ExchangeError(_("{file} can't be read: it is not a file.").format(file=path))
        if size > most_bytes:
            raise ExchangeError(_("{file} is too large: {size} MB, and at most {most} MB are read.").format(
                file=path, size=-(-size // 1024**2), most=most_bytes // 1024**2))  # fmt: skip
        return path.read_bytes()
    except OSError as error:
        raise ExchangeError(_("{file} can't be read: {why}.").format(file=path, why=os_reason(error))) from error
