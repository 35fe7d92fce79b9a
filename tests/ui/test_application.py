"""What the systems beside Linux do their own way: the language, and how a file is handed over."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.application import Application, system_language


@pytest.mark.parametrize(
    ("environ", "spoken", "expected"),
    [
        ({}, ["de-AT", "en-US"], "de_AT"),
        ({}, ["en-US", "de-DE"], "en_US"),
        ({}, [], ""),
        ({"LANG": "es_ES.UTF-8"}, ["de-AT"], ""),
        ({"LANGUAGE": "", "LC_ALL": ""}, ["ru-RU"], "ru_RU"),
    ],
)
def test_where_the_environment_names_no_language_the_system_does(
    environ: dict[str, str], spoken: list[str], expected: str
) -> None:
    assert system_language(environ, lambda: spoken) == expected


def test_a_file_that_macos_hands_over_is_asked_for(qtbot: QtBot, qapp: Application, tmp_path: Path) -> None:
    file = tmp_path / "Abendrunde für Ö.limber"
    with qtbot.waitSignal(qapp.file_asked) as asked:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    assert asked.args == [str(file)]
