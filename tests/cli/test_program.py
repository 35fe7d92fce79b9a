"""The program as it is started: options, help, what it loads, how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.cli import main, verbs
from tests.cli.conftest import Limber

VERBS = (
    "exercises", "routines", "measures", "rehearse", "record", "readings", "sessions", "check", "export", "import",
    "report", "backup", "restore", "demo", "screenshots",
)  # fmt: skip


def start(*words: str, code: str = "from app.__main__ import main; sys.exit(main())", **settings: str) -> str:
    """What a Python of its own prints that runs `code` with these words, and must end well."""
    program = [sys.executable, "-c", f"import sys; {code}", *words]
    ran = subprocess.run(program, capture_output=True, text=True, check=False, env={**os.environ, **settings})
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def modules_after(*words: str) -> set[str]:
    return set(start(*words, code="from app.cli import main; main(); print('MODULES', *sys.modules)").split())


def test_options_stand_before_or_after_the_verb(limber: Limber, tmp_path: Path) -> None:
    limber("--data-dir", tmp_path, "--profile", "ada", "record", "floor-touch", "4")
    found = limber("readings", "--json", "--profile", "ada", "--data-dir", tmp_path)
    assert len(found.document["readings"]) == 1


def test_the_data_folder_of_the_environment_is_used_unless_one_is_given(
    limber: Limber, tmp_path: Path, own_data_folder: Path
) -> None:
    limber("record", "floor-touch", "4", "--data-dir", tmp_path)
    assert list(own_data_folder.iterdir()) == []
    limber("record", "floor-touch", "4")
    assert (own_data_folder / "profiles" / "default" / "limber.db").is_file()


def test_the_version_is_told(limber: Limber) -> None:
    assert limber("--version").out == f"limber {__version__}\n"
    assert limber("readings", "--version").out == f"limber {__version__}\n"


def test_help_names_every_verb(limber: Limber) -> None:
    ran = limber("--help")
    assert ran.code == 0
    assert all(f"    {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize(
    "verb",
    [verb for verb in VERBS if verb not in {"export", "report", "backup", "restore", "demo", "screenshots"}],
)
def test_help_describes_the_keys_of_every_document(limber: Limber, verb: str) -> None:
    help_text = limber(verb, "--help").out
    assert "--json" in help_text
    assert 'JSON:\n  {"' in help_text


@pytest.mark.parametrize(
    "words",
    [
        ["dance"],
        ["--dance"],
        ["readings", "--dance"],
        ["rehearse"],
        ["readings", "a", "b"],
        ["readings", "--json", "--csv"],
    ],
)
def test_what_is_not_understood_is_wrong_usage(limber: Limber, words: list[str]) -> None:
    ran = limber(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: limber" in ran.err


def test_without_a_verb_the_window_opens_on_the_chosen_data(
    limber: Limber, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, str, bool, str]] = []

    def open_window(data: Path, profile: str, in_tray: bool, file: str) -> int:
        opened.append((data, profile, in_tray, file))
        return 0

    monkeypatch.setattr("app.bootstrap.open_window", open_window)
    assert limber("--data-dir", tmp_path, "--profile", "Ada").code == 0
    assert limber("--tray", "--data-dir", tmp_path, "--profile", "Ada").code == 0
    assert opened == [(tmp_path, "Ada", False, ""), (tmp_path, "Ada", True, "")]
    shared = tmp_path / "evening.limber"
    assert (
        limber("--data-dir", tmp_path, "--profile", "Ada", shared).complaint.strip()
        == f"limber: There is no file “{shared}”."
    )
    shared.touch()
    assert limber("--data-dir", tmp_path, "--profile", "Ada", shared).code == 0
    assert opened[-1] == (tmp_path, "Ada", False, str(shared))


def test_without_a_display_a_sentence_says_so(limber: Limber, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert "needs a screen" in limber().complaint


def test_an_interrupted_verb_ends_without_a_traceback(limber: Limber, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_anything: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(verbs, "readings", interrupted)
    ran = limber("readings")
    assert (ran.code, ran.out, ran.err) == (128 + signal.SIGINT, "", "")


def test_a_reader_that_has_seen_enough_gets_no_traceback() -> None:
    command = f"'{sys.executable}' -m app rehearse whole-back --json | head -c 1"
    ran = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "{", "")


def test_output_is_utf8_whatever_the_system_speaks() -> None:
    assert "1 series, 10 s a bend · 2.5 kg" in start("routines", PYTHONIOENCODING="ascii", LC_ALL="C")


def test_without_a_terminal_as_on_windows_it_does_its_work(tmp_path: Path) -> None:
    bare = "sys.stdout = sys.stderr = None; from app.__main__ import main; code = main(); sys.exit(code)"
    assert start("record", "floor-touch", "4", "--data-dir", str(tmp_path), code=bare) == ""
    assert (tmp_path / "profiles" / "default" / "limber.db").is_file()


def test_recording_loads_neither_the_window_nor_the_charts_nor_the_migrations() -> None:
    start("record", "floor-touch", "4")  # makes the store, which Alembic does
    loaded = modules_after("record", "floor-touch", "4")
    assert "sqlalchemy" in loaded
    assert not {"PySide6", "matplotlib", "numpy", "alembic", "fastjsonschema"} & loaded


def test_the_catalogue_is_listed_without_the_store() -> None:
    assert not {"PySide6", "matplotlib", "sqlalchemy", "alembic"} & modules_after("measures")


def test_main_takes_the_words_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["limber", "measures"])
    assert main() == 0
    assert "floor-touch" in capsys.readouterr().out
