"""The one exception of this layer."""


class StoreError(Exception):
    """The data can't be opened, read or written. `str()` is a whole sentence for the person: what, why, the way out."""
