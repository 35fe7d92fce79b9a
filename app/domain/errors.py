"""The one exception of this layer."""


class Refused(Exception):
    """Something asked for can't be done. `str()` is a whole sentence for the person: what, why, what is allowed."""


class NeedsConfirmation(Refused):
    """Unusual but possible: the person may say yes, and the same call with `confirmed=True` goes through."""
