"""Who asks for help can say which Limber it is, and where its log lies."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app import __version__
from app.ui.about_dialog import AboutDialog


@pytest.mark.parametrize("licences", [None, Path("/usr/lib/limber/licences")])
def test_it_tells_the_version_the_log_and_where_the_licences_are(qtbot: QtBot, licences: Path | None) -> None:
    dialog = AboutDialog(Path("limber.log"), licences)
    qtbot.addWidget(dialog)
    said = " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert __version__ in said
    assert "limber.log" in said
    assert "training article, “Flexible back exercises”" in said
    assert ("/usr/lib/limber/licences" in said) is (licences is not None)
