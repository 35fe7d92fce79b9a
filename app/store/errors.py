"""The one exception of this layer."""

from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.errors import Refused


class StoreError(Exception):
    """The data can't be opened, read or written. `str()` is a whole sentence for the person: what, why, the way out."""


@contextmanager
def refused_here() -> Iterator[None]:
    """The domain's refusals as this layer's."""
    try:
        yield
    except Refused as refused:
        raise StoreError(str(refused)) from refused
