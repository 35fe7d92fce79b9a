"""A dialog to pick exercises for a routine: search, look, Enter adds; it stays open for the next one."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from app.i18n import _, ngettext
from app.ui.figures import Figures
from app.ui.library.builder.exercise_list import ExerciseList
from app.ui.library.builder.step_delegate import StepDelegate
from app.ui.library.search_field import SearchField
from app.ui.look import Look
from app.ui.widgets.asking import Asking
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce, current_as_selected
from app.ui.widgets.text import label

WIDTH, LIST_HEIGHT = 520, 380
_KEYS_OF_THE_LIST = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ExercisePicker(Asking):
    """The keyboard stays in the search; the arrows walk through the list below it."""

    picked = Signal(object)  # Exercise

    def __init__(self, look: Look, figures: Figures, exercises: ExerciseList, parent: QWidget) -> None:
        super().__init__(_("Add an exercise"), _("Add"), parent, leave=_("Done"), width=WIDTH)
        self._added = 0
        self.list = exercises
        self.search = SearchField(look)
        self.search.setMaximumWidth(WIDTH)
        self.search.setPlaceholderText(_("Search exercises"))
        self.search.setAccessibleName(_("Search exercises"))
        self.view = QListView()
        self.view.setModel(self.list)
        current_as_selected(self.view)
        self.view.setItemDelegate(StepDelegate(look, figures, self, numbered=False))
        self.view.setUniformItemSizes(True)
        self.view.setLayoutMode(QListView.LayoutMode.Batched)  # thousands are not placed before the first is seen
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Exercises"))
        self.view.setMouseTracking(True)
        self.nothing = label(_("Nothing here matches."), tone="muted")
        self.nothing.hide()
        self.said = label(kind="small", tone="good")
        self._arrange()
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(self.do)
        self._search("")
        self.search.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds, wherever the keyboard is; the arrows are the list's."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER:
            self.do()
            return True
        if watched is self.search and event.key() in _KEYS_OF_THE_LIST:
            self.view.keyPressEvent(event)
            announce(self, self.view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
            return True
        return False

    def _arrange(self) -> None:
        self.view.setMinimumHeight(in_text(LIST_HEIGHT))
        self.inside.addWidget(self.search)
        self.inside.addWidget(self.nothing)
        self.inside.addWidget(self.view, 1)
        self.footer.addWidget(self.said)

    def _search(self, text: str) -> None:
        self.list.search(text)
        found = self.list.rowCount() > 0
        self.nothing.setVisible(not found)
        self.do_button.setEnabled(found)
        if found:
            self.view.setCurrentIndex(self.list.index(0))
        else:
            announce(self, self.nothing.text())

    def do(self) -> None:
        """Add the one that is chosen, and be ready for the next."""
        exercise = self.list.exercise(self.view.currentIndex())
        if exercise is None:
            return
        self._added += 1
        self.picked.emit(exercise)
        text = ngettext("Added {name}.", "Added {name}: {count} so far.", self._added)
        self.said.setText(text.format(name=exercise.name, count=self._added))
        announce(self, self.said.text())
        self.search.selectAll()
