"""The exceptions of this layer: one, and those kinds of it for which there is something particular to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.errors import Refused


class StoreError(Exception):
    """The data can't be opened, read or written. `str()` is a whole sentence for the person: what, why, the way out."""


class DamagedError(StoreError):
    """The file is not there, damaged or none of Limber's: a backup can take its place."""


class NewerError(StoreError):
    """A newer Limber wrote the file, which only that one can read."""


class UnwritableError(StoreError):
    """The disk is full, or the folder can't be written: what is there can still be taken elsewhere."""


@contextmanager
def refused_here() -> Iterator[None]:
    """The domain's refusals as this layer's."""
    try:
        yield
    except Refused as refused:
        raise StoreError(str(refused)) from refused
