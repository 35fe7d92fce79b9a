"""A person's picture of an exercise: a JPEG of a few hundred kB at most, as text (base64) wherever documents are."""

import base64
from typing import Final

LONGEST_SIDE: Final = 1024  # pixels
MOST_BYTES: Final = 720_000
_JPEG: Final = b"\xff\xd8\xff"


def picture_text(jpeg: bytes) -> str:
    return base64.b64encode(jpeg).decode("ascii")


def picture_bytes(text: str) -> bytes:
    """ValueError for anything but a JPEG of at most `MOST_BYTES`; whether it can be drawn is seen when it is."""
    if len(text) > MOST_BYTES * 4 // 3 + 4:
        raise ValueError(f"more than {MOST_BYTES} bytes")
    jpeg = base64.b64decode(text, validate=True)
    if not jpeg.startswith(_JPEG) or len(jpeg) > MOST_BYTES:
        raise ValueError("no JPEG")
    return jpeg
