"""What a screen reader says of our own widgets: their role, and a word when something happens.

A widget that Qt only knows as a plain QWidget names its role itself, as `accessible_role`.
"""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAccessibleWidget, QWidget


def announce(widget: QWidget, text: str) -> None:
    """A screen reader, where there is one, says `text` once it has said what it is saying."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def current_as_selected(view: QAbstractItemView) -> None:
    """To be called when `view`, of which one row is chosen, has its model.

    A screen reader selects a row, or none; that makes it the current one, which everything else goes by.
    """

    def follow() -> None:
        selected = view.selectionModel().selectedIndexes()
        chosen = selected[0] if selected else view.currentIndex()
        if not selected or chosen.row() != view.currentIndex().row():
            view.setCurrentIndex(chosen)

    # a moment later: arrows and clicks have made it so by then
    view.selectionModel().selectionChanged.connect(lambda: QTimer.singleShot(0, view, follow))


def tell_roles() -> None:
    """To be called once, with the application. Qt asks only while a screen reader or the like listens."""
    QAccessible.installFactory(_with_role)


def _with_role(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    role = getattr(thing, "accessible_role", None)
    if isinstance(thing, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(thing, role)
    return None
