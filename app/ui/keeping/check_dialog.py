"""Is everything whole? The answer, and where it is no, what is wrong word for word."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.i18n import _, ngettext
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button

LINES = 8
WIDTH = 640


class CheckDialog(Asking):
    """`problems` are those that `store.check` found; `newest` tells in words of the newest backup, if there is one."""

    def __init__(self, problems: list[str], newest: str, parent: QWidget | None = None) -> None:
        super().__init__(_title(problems), "", parent, width=WIDTH)
        self.tell(*_sentences(problems, newest))
        self.leave_button.setFocus()
        if not problems:
            return
        self.told = QPlainTextEdit("\n\n".join(problems))
        self.told.setReadOnly(True)
        self.told.setAccessibleName(_("What was found"))
        self.told.setTabChangesFocus(True)
        self.told.setFixedHeight(LINES * self.told.fontMetrics().lineSpacing() + 32)
        self.inside.addWidget(self.told)
        copy = button(_("Copy"), lambda: QGuiApplication.clipboard().setText("\n".join(problems)))
        self.copy_button = self.add_answer(copy)


def _title(problems: list[str]) -> str:
    if not problems:
        return _("Your data is whole")
    return ngettext("{count} thing is not as it should be", "{count} things are not as they should be",
                    len(problems)).format(count=len(problems))  # fmt: skip


def _sentences(problems: list[str], newest: str) -> tuple[str, ...]:
    if problems:
        way_out = _("Nothing was changed. A backup from before may be whole: the menu offers “Restore…”.")
        return tuple(sentence for sentence in (way_out, newest) if sentence)
    looked = _("The file, what belongs to what, and every value were looked at. Nothing is missing or impossible.")
    return tuple(sentence for sentence in (looked, newest) if sentence)
