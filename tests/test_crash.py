"""The log: for the person alone, and nothing of anybody's body in it."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import __version__, crash
from app.store.store import Store
from tests.fakes import FakeClock
from tests.store.samples import pain_stop, play, reading


@pytest.fixture(autouse=True)
def the_log_of_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


def test_the_log_and_the_one_before_it_are_for_the_person_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "_LOG_BYTES", 200)
    (tmp_path / "limber.log").touch(mode=0o644)
    crash.start_log(tmp_path)
    for number in range(20):
        logging.getLogger("limber").info("line %d, long enough to fill the log", number)
    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["limber.log", "limber.log.1"]
    assert {file.stat().st_mode & 0o777 for file in tmp_path.iterdir()} == {0o600}


def test_nothing_that_is_recorded_reaches_the_log(tmp_path: Path) -> None:
    """At its most talkative level, whatever is done and whatever fails."""
    log = crash.start_log(tmp_path)
    logging.getLogger().setLevel(logging.DEBUG)
    store = Store.open(tmp_path / "profile", FakeClock())
    session = play(store)
    store.sessions.stop_for_pain(session, pain_stop())
    store.sessions.set_note(session, "my knee hurt")
    store.readings.record(reading(31.25))
    store.undo.undo()
    store.close()
    store.path.write_bytes(b"no database")
    with pytest.raises(Exception, match="damaged"):
        Store.open(tmp_path / "profile", FakeClock())
    logging.getLogger("limber").info("the end")
    said = log.read_text(encoding="utf-8")
    assert "the end" in said
    assert not [word for word in ("31.25", "my knee hurt", "slept badly", "elephant") if word in said]


def test_the_details_tell_which_limber_and_where_it_was() -> None:
    try:
        raise RuntimeError("nobody expected this")
    except RuntimeError as error:
        details = crash.described(error)
    assert details.startswith(f"Limber {__version__}, ")
    assert "nobody expected this" in details
    assert "test_the_details_tell" in details


def test_an_update_over_an_open_limber_is_told_as_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "limber"
    program.write_text("the first")
    monkeypatch.setattr(sys, "executable", str(program))
    before = crash.program_file()
    assert crash.program_file() == before
    (tmp_path / "next").write_text("the second")
    (tmp_path / "next").replace(program)
    assert crash.program_file() != before
    assert "updated" in crash.sentence(updated=True)
    assert "updated" not in crash.sentence(updated=False)


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    crash.start_log(folder).unlink()
    folder.rmdir()
    logging.getLogger("limber").critical("unexpected error")
    assert "unexpected error" in capsys.readouterr().err
