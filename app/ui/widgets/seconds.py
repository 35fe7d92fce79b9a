"""Seconds as people type and read them: "30", "30 s", "2.5", "1:30"."""

import re

from app.domain.errors import Refused
from app.domain.wording import format_plain
from app.i18n import _

_SECONDS = re.compile(r"(\d{1,4}(?:[.,]\d)?)\s*s?")
_MINUTES = re.compile(r"(\d{1,2}):([0-5]\d)")


def read_seconds(text: str, most: float) -> float:
    """The seconds of `text`. Refused where it is no time, or longer than `most` seconds."""
    typed = text.strip().lower()
    bare = typed.removesuffix(_("{seconds} s").format(seconds="").strip()).strip()  # the unit of this language
    if minutes := _MINUTES.fullmatch(bare):
        seconds = 60.0 * int(minutes[1]) + int(minutes[2])
    elif plain := _SECONDS.fullmatch(bare):
        seconds = float(plain[1].replace(",", "."))
    else:
        raise Refused(
            _("“{typed}” is no time. Type seconds, such as 30, or minutes, such as 1:30.").format(typed=typed)
        )
    if seconds > most:
        raise Refused(
            _("“{typed}” is too long. Up to {most} seconds will do.").format(typed=typed, most=format_plain(most))
        )
    return seconds


def show_seconds(seconds: float) -> str:
    """ "30 s"."""
    return _("{seconds} s").format(seconds=format_plain(seconds))
