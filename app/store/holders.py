"""Who has a file open, where the system tells: Linux does, of the person's own programs."""

import os
from contextlib import suppress
from pathlib import Path

_PROCESSES = Path("/proc")


def holders(path: Path) -> list[str]:
    """`limber 4711` for every other process that has the file open; empty where there is none or nobody knows."""
    wanted = str(path.resolve())
    found = []
    with suppress(OSError):
        for process in _PROCESSES.iterdir():
            if process.name.isdigit() and int(process.name) != os.getpid() and _has_open(process, wanted):
                found.append(f"{_name(process)} {process.name}")
    return sorted(found)


def _has_open(process: Path, wanted: str) -> bool:
    try:
        return any(_target(handle) == wanted for handle in (process / "fd").iterdir())
    except OSError:  # somebody else's, or it has just ended
        return False


def _target(handle: Path) -> str:
    try:
        return str(handle.readlink())
    except OSError:
        return ""


def _name(process: Path) -> str:
    with suppress(OSError):
        return (process / "comm").read_text(encoding="utf-8", errors="replace").strip()
    return ""
