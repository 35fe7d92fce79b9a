"""The ids of what a person makes: exercises, routines and tests of their own."""

import re
import unicodedata
from collections.abc import Collection
from itertools import chain, count

PREFIX = "own-"
LONGEST_ID = 60
_ID = re.compile(r"own-[a-z0-9]+(-[a-z0-9]+)*")


def is_own(item_id: str) -> bool:
    """Whether the id is that of something of the person's own, of whatever kind."""
    return item_id.startswith(PREFIX)


def can_be_own(item_id: str) -> bool:
    """Whether it is "own-" and then small letters, digits and hyphens, and not too long."""
    return bool(_ID.fullmatch(item_id)) and len(item_id) <= LONGEST_ID


def make_own_id(name: str, taken: Collection[str], otherwise: str) -> str:
    """An id to type on the command line, such as "own-tragus-to-wall", none of `taken`.

    `otherwise` is the word for a name of which no letter can be typed so.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    words = re.findall(r"[a-z0-9]+", plain) or [otherwise]
    first = (PREFIX + "-".join(words))[:40].rstrip("-")
    candidates = chain([first], (f"{first}-{number}" for number in count(2)))
    return next(each for each in candidates if each not in taken)


def is_line(text: str) -> bool:
    """No line breaks, no control characters, no half characters from a broken paste."""
    return text.isprintable() or not any(unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp") for letter in text)
