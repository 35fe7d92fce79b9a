"""What the window's menu is made of."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.i18n import _
from app.ui.live import Live
from app.ui.look import Look
from app.ui.themes import theme_names


def add_entry(menu: QMenu, text: str, do: Callable[[], object], enabled: bool = True, keys: str = "") -> None:
    action = menu.addAction(text)
    action.setEnabled(enabled)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here; the window's own shortcut acts
    action.triggered.connect(lambda: do())


def add_steps(menu: QMenu, live: Live, undo: Callable[[], object], redo: Callable[[], object]) -> None:
    """Undo and redo, each with the name of its step."""
    name, redo_name = live.ask(lambda: (live.store.undo.name, live.store.undo.redo_name)) or (None, None)
    add_entry(menu, _named(_("Undo: {name}"), _("Undo"), name), undo, bool(name), "Ctrl+Z")
    add_entry(menu, _named(_("Redo: {name}"), _("Redo"), redo_name), redo, bool(redo_name), "Ctrl+Shift+Z")


def add_themes(menu: QMenu, look: Look, choose: Callable[[str], object]) -> None:
    themes = menu.addMenu(_("Theme"))
    group = QActionGroup(themes)
    for choice, name in theme_names().items():
        action = QAction(name, group, checkable=True, checked=choice == look.choice)
        action.triggered.connect(lambda checked=False, c=choice: choose(c))
        themes.addAction(action)


def add_about(menu: QMenu, store: Path, window: QWidget) -> None:
    def show() -> None:
        from app.ui.about_dialog import open_about

        open_about(store, window)

    add_entry(menu, _("About Limber…"), show)


def _named(with_name: str, without: str, name: str | None) -> str:
    return with_name.format(name=name) if name else without
