"""The theme in use."""

from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.ui.look import Look


def test_a_theme_that_this_version_does_not_know_becomes_the_systems(qapp: QApplication) -> None:
    look = Look(qapp, resources_dir(), "high-contrast")
    assert look.choice == "system"
    look.setParent(None)
    look.deleteLater()
