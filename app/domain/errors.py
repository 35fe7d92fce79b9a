"""The one exception of this layer, and what the system refuses in words of our own."""

import errno

from app.i18n import _


class Refused(Exception):
    """Something asked for can't be done. `str()` is a whole sentence for the person: what, why, what is allowed."""


class NeedsConfirmation(Refused):
    """Unusual but possible: the person may say yes, and the same call with `confirmed=True` goes through."""


def os_reason(error: OSError) -> str:
    """Why the system did not do it, to stand in a sentence; its own English words only for what is rare."""
    number = error.errno
    if number in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return _("the disk is full")
    return {
        errno.EACCES: _("you have no permission there"),
        errno.EPERM: _("you have no permission there"),
        errno.EROFS: _("it may only be read"),
        errno.ENOENT: _("there is no such file or folder"),
        errno.EISDIR: _("it is a folder"),
        errno.ENOTDIR: _("what should be a folder is a file"),
        errno.ENAMETOOLONG: _("its name is too long"),
        errno.EIO: _("the disk did not do it"),
    }.get(number or 0, error.strerror or str(error))
