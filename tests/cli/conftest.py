"""`limber(...)` runs one command line inside the test, on the test's own data folder."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cli import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line on standard error of something refused, with nothing on standard output."""
        assert (self.code, self.out) == (1, "")
        assert self.err.startswith("limber: ")
        assert self.err.count("\n") == 1
        return self.err


Limber = Callable[..., Ran]


@pytest.fixture
def limber(capsys: pytest.CaptureFixture[str]) -> Limber:
    def run(*words: str | Path) -> Ran:
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run
