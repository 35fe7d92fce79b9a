"""What is imported before the window is there: what is not needed for it is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "PySide6.QtMultimedia",
    "PySide6.QtPrintSupport",
    "PySide6.QtTextToSpeech",
    "alembic",
    "app.charts",
    "app.exchange.json_file",
    "app.store.commands",
    "app.store.profile",
    "app.store.tables",
    "app.ui.library.library_page",
    "app.ui.progress.progress_page",
    "app.ui.settings.settings_dialog",
    "app.ui.welcome.welcome",
    "asyncio",
    "fastjsonschema",
    "matplotlib",
    "numpy",
    "sqlalchemy",
    "wakepy",
}


def imported_at_start(data: Path) -> set[str]:
    """The modules of a window that was opened on `data` and painted."""
    program = "import sys; from app.cli import main; code = main(); print(*sys.modules); sys.exit(code)"
    ran = subprocess.run(
        [sys.executable, "-c", program, "--data-dir", str(data)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "LIMBER_EXIT_AFTER_FIRST_PAINT": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stdout.split())


def test_the_first_window_needs_neither_sqlalchemy_nor_another_page(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "app", "demo", "--data-dir", str(tmp_path)], check=True)
    assert imported_at_start(tmp_path) & HEAVY == set()


@pytest.mark.parametrize("page", ["library.library_tab", "progress.progress_page"])
def test_another_page_shows_what_is_there_without_sqlalchemy_and_matplotlib(page: str) -> None:
    program = f"import sys, app.ui.{page}; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"sqlalchemy", "matplotlib"} & set(ran.stdout.split()) == set()
