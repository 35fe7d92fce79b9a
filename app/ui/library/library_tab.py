"""The Library tab as a whole: finding and reading, and in its place the page where a routine is made."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QStackedWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.exercise import Exercise
from app.domain.own.kept_drafts import KEY, instead_of, write_drafts
from app.domain.playing.times import apply_times
from app.domain.preferences import read_preferences
from app.domain.routine import Routine
from app.i18n import N_, _
from app.ui.figures import Figures
from app.ui.library.library_page import LibraryPage, draft_name
from app.ui.live import Live
from app.ui.look import Look

if TYPE_CHECKING:  # what is made comes with the first that is
    from app.domain.own.exercise_draft import ExerciseDraft
    from app.domain.own.routine_draft import Edits
    from app.domain.routine_sheet import RoutineSheet
    from app.ui.library.builder.builder_page import BuilderPage
    from app.ui.library.exercise_dialog import ExerciseDialog
    from app.ui.library.printing.print_dialog import PrintDialog

DISCARD = N_("Discard the unsaved routine")


class LibraryTab(QStackedWidget):
    """The builder is made when it is first asked for."""

    play_asked = Signal(object)  # Routine
    play_from_asked = Signal(object, int)  # Routine, the step to begin with
    kept = Signal(str)  # what was done, to be said with undo
    said = Signal(str)
    import_asked = Signal(str)  # a file that was dropped here; "" to be asked for one
    archived_asked = Signal()
    offered = Signal(str, str, object)  # what happened, the name of what can be done about it, and that as a callable

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__()
        self._live, self._catalogue, self._look, self._figures = live, catalogue, look, figures
        self._builder: BuilderPage | None = None
        self._draft: Routine | None = None  # as it is kept, of the one that is being made
        self.page = LibraryPage(live, catalogue, look, clock, figures)
        self.addWidget(self.page)
        self.page.play_asked.connect(self.play_asked)
        self.page.kept.connect(self.kept)
        self.page.new_routine_asked.connect(self.make_routine)
        self.page.new_exercise_asked.connect(self.make_exercise)
        self.page.change_asked.connect(self._change)
        self.page.draft_asked.connect(self.continue_routine)
        self.page.discard_asked.connect(self._discard)
        self.page.note.kept.connect(self.kept)
        self.page.print_asked.connect(self.print_routine)
        self.page.archived_asked.connect(self.archived_asked)
        self.page.import_asked.connect(lambda: self.import_asked.emit(""))
        self.setAcceptDrops(True)

    @property
    def builder(self) -> "BuilderPage":
        if self._builder is None:
            self._builder = self._make_builder()
            self.addWidget(self._builder)
        return self._builder

    def keep_draft(self) -> bool:
        """Whatever becomes of the window: what is being made and not saved yet can be gone on with.

        A typed note is kept; False where it is too long for that.
        """
        if self._builder is not None and self.currentWidget() is self._builder:
            self._keep(self._builder.routine if self._builder.is_changed else None)
        return self.page.note.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.keep_draft()
        super().hideEvent(event)

    def make_routine(self) -> None:
        """Begin an empty one."""
        from app.domain.own.routine_draft import empty_routine

        self._build(empty_routine())

    def continue_routine(self, draft: Routine) -> None:
        """Go on with one that was begun."""
        from app.domain.own.routine_draft import Edits

        self._go_on(Edits(draft))

    def change_routine(self, routine: Routine) -> None:
        """One's own as it is played, changed times included; of one of Limber's a copy."""
        from app.domain.own.routine_draft import copied

        preferences = self._live.ask(read_preferences, self._live.store.find.setting)
        if preferences is None:
            return
        now = apply_times(routine, preferences.times.get(routine.id))
        names = [each.name for each in self._catalogue.listed_routines]
        self._build(now if routine.is_own else copied(now, names))

    def print_routine(self, sheet: "RoutineSheet") -> "PrintDialog":
        """Show `sheet` as it will be on paper."""
        from app.ui.library.printing.print_dialog import PrintDialog

        dialog = PrintDialog(self._look, self._figures, sheet, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(lambda file: self.said.emit(_("Saved: {name}").format(name=file)))
        dialog.open()
        return dialog

    def show_item(self, item_id: str) -> None:
        """Its card, unless a routine is being made."""
        if self.currentWidget() is self.page:
            self.page.show_item(item_id)

    def make_exercise(self) -> None:
        """Open the form for a new exercise."""
        from app.domain.own.exercise_draft import ExerciseDraft

        self.edit_exercise(ExerciseDraft())

    def edit_exercise(self, draft: "ExerciseDraft") -> "ExerciseDialog":
        """Open the form for an exercise of the person's own."""
        from app.ui.library.exercise_dialog import ExerciseDialog

        dialog = ExerciseDialog(self._live, self._catalogue, self._look, draft, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.saved.connect(self._exercise_saved)
        dialog.archived.connect(lambda _id: self.kept.emit(_("Archived")))
        dialog.open()
        return dialog

    def change_exercise(self, exercise: Exercise) -> "ExerciseDialog":
        """One's own; of one of Limber's a copy."""
        from app.domain.own.documents import copy_of_exercise
        from app.domain.own.exercise_draft import draft_of
        from app.domain.own.pictures import picture_text

        if not exercise.is_own:
            copy = copy_of_exercise(exercise)
            draft = draft_of(exercise, item_id="", name=copy["name"], figure=exercise.id, picture=None)
            return self.edit_exercise(draft)
        jpeg = self._live.ask(self._live.store.find.picture, exercise.id)
        picture = picture_text(jpeg) if jpeg is not None else None
        draft = draft_of(exercise, item_id=exercise.id, name=exercise.name, figure=exercise.figure, picture=picture)
        return self.edit_exercise(draft)

    def _change(self, item: Exercise | Routine) -> None:
        if isinstance(item, Exercise):
            self.change_exercise(item)
        else:
            self.change_routine(item)

    def _exercise_saved(self, exercise_id: str) -> None:
        self.page.show_item(exercise_id)
        self.kept.emit(_("Exercise saved"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file of exercises, routines or a whole log: what is in it is shown before anything happens."""
        file = _dropped_file(event)
        if file:
            event.acceptProposedAction()
            self.import_asked.emit(file)

    def _build(self, routine: Routine) -> None:
        self._draft = None
        self.setCurrentWidget(self.builder)
        self.builder.open(routine)

    def _go_on(self, edits: "Edits") -> None:
        """With a draft that was set aside."""
        self._draft = edits.now
        self.setCurrentWidget(self.builder)
        self.builder.go_on(edits)

    def _make_builder(self) -> "BuilderPage":
        from app.ui.library.builder.builder_page import BuilderPage

        made = BuilderPage(self._live, self._catalogue, self._look, self._figures)
        made.left.connect(self._show_page)
        made.kept.connect(self.kept)
        made.said.connect(self.said)
        made.play_asked.connect(self.play_from_asked)
        made.set_aside.connect(self._offer_to_go_on)
        return made

    def _keep(self, draft: Routine | None) -> None:
        """Keep `draft` in the place of what was kept of the same one; None forgets that."""
        if draft != self._draft:
            drafts = instead_of(self.page.drafts(), self._draft, draft)
            if self._live.do(self._live.store.settings.set, KEY, write_drafts(drafts)) is not None:
                self._draft = draft

    def _discard(self, draft: Routine) -> None:
        drafts = write_drafts(instead_of(self.page.drafts(), draft, None))
        if self._live.do(self._live.store.settings.set, KEY, drafts, op=DISCARD, undoable=True) is not None:
            self.kept.emit(_("Discarded: {name}").format(name=draft_name(draft)))

    def _show_page(self, routine_id: str) -> None:
        self.keep_draft()
        self.setCurrentWidget(self.page)
        if routine_id:
            self.page.show_item(routine_id)
        self.page.cards.setFocus()

    def _offer_to_go_on(self, edits: "Edits") -> None:
        text = _("Not saved: {name}").format(name=draft_name(edits.now))
        self.offered.emit(text, _("Go on with it"), lambda: self._go_on(edits))


def _dropped_file(event: QDropEvent) -> str:
    """The one file that is dragged; "" for anything else."""
    urls = event.mimeData().urls()
    return urls[0].toLocalFile() if len(urls) == 1 else ""
