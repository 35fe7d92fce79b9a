"""The one exception of this layer."""


class ExchangeError(Exception):
    """A file can't be read or written. `str()` is a whole sentence for the person: what, why, what was kept."""
