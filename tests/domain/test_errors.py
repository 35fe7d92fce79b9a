"""What the system refuses is said in words of our own."""

import errno
import os

import pytest

from app.domain.errors import os_reason


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "you have no permission there"),
        (errno.EROFS, "it may only be read"),
        (errno.ENOENT, "there is no such file or folder"),
        (errno.EISDIR, "it is a folder"),
    ],
)
def test_what_happens_often_is_said_in_the_persons_language(number: int, words: str) -> None:
    assert os_reason(OSError(number, os.strerror(number))) == words


def test_what_is_rare_keeps_the_systems_words() -> None:
    assert os_reason(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert os_reason(OSError("nobody answers")) == "nobody answers"
