"""Files of the store on the disk: for the person alone, whole or not there, and kept through a power cut."""

import os
from contextlib import suppress
from pathlib import Path

SIDES = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a database


def part_of(path: Path) -> Path:
    """Where `path` is written before it is whole. Whoever finds one that nobody writes may remove it."""
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def make_empty(path: Path) -> None:
    """An empty file that only the person can read. Raises OSError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))


def sync(path: Path) -> None:
    """Have the file on the disk, not only promised. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make the names in it outlast a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def remove(path: Path) -> None:
    """The file and what SQLite kept beside it, as far as they are there."""
    for file in (path, *(Path(f"{path}{side}") for side in SIDES)):
        with suppress(OSError):
            file.unlink()


def give_name(part: Path, path: Path) -> bool:
    """Let a whole file have its name; False, and `part` goes, where somebody else was faster. Raises OSError."""
    try:
        os.link(part, path)
    except FileExistsError:
        return False
    except OSError:  # a drive without hard links
        if path.exists():
            return False
        part.rename(path)
    finally:
        remove(part)
    sync_folder(path.parent)
    return True
