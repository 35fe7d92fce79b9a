"""The one kind of dialog."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.widgets.asking import Asking


def test_it_stands_over_the_middle_of_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 40, 720, 700)
    window.show()
    dialog = Asking("Restore a backup", "Restore", window)
    dialog.tell("Your data becomes what it was then. What you have now is kept as a backup, so you can go back. " * 3)
    dialog.open()
    apart = dialog.geometry().center() - window.geometry().center()
    assert max(abs(apart.x()), abs(apart.y())) <= 16  # a frame's share
    dialog.close()
