"""Who else has a file open."""

import subprocess
import sys
from pathlib import Path

from app.store.holders import holders


def test_another_program_that_has_the_file_open_is_named_and_this_one_is_not(tmp_path: Path) -> None:
    file = tmp_path / "limber.db"
    file.touch()
    waiting = "import sys; file = open(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with file.open():
        assert holders(file) == []
        with subprocess.Popen(
            [sys.executable, "-c", waiting, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as other:
            assert other.stdout is not None
            other.stdout.readline()
            (named,) = holders(file)
            other.communicate("")
    assert named.endswith(f" {other.pid}")
    assert holders(file) == []
