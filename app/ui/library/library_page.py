"""The Library tab: find an exercise or a routine, read all about it, start it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.choices import is_opened
from app.domain.clock import Clock
from app.domain.exercise import Exercise
from app.domain.own.kept_drafts import KEY, read_drafts
from app.domain.plan import Evidence, better_left_today, closed_for, lay_out_now, next_proposal, stopped_today
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine
from app.i18n import _
from app.store.evidence import evidence, what_is_left_out
from app.ui.figures import Figures
from app.ui.library.card_view import CardView
from app.ui.library.catalogue_model import CatalogueModel
from app.ui.library.detail_panel import DetailPanel
from app.ui.library.entries import Entry
from app.ui.library.filter_chips import FilterChips
from app.ui.library.item_note import ItemNote
from app.ui.library.own_record import Mine, own_dose
from app.ui.library.search_field import SearchField
from app.ui.live import Live
from app.ui.look import Look
from app.ui.page import Page
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.card import centred, row
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.speaking import announce
from app.ui.widgets.stops import order_stops, stops_in
from app.ui.widgets.text import label


class LibraryPage(Page):
    """Search, chips and cards on the left, the chosen card in full on the right."""

    # A floor touch or a choice may open an exercise; what was done is told beside it.
    kinds = frozenset(
        {"reading", "setting", "choice", "proposal", "exercise", "routine", "favourite", "session", "set"}
    )
    play_asked = Signal(object)  # Routine
    new_routine_asked = Signal()
    new_exercise_asked = Signal()
    import_asked = Signal()
    archived_asked = Signal()
    change_asked = Signal(object)  # Exercise or Routine
    draft_asked = Signal(object)  # Routine: to go on with
    discard_asked = Signal(object)
    print_asked = Signal(object)  # RoutineSheet
    kept = Signal(str)  # what was done, to be said with undo

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__(live)
        self._catalogue, self._clock = catalogue, clock
        self._seen = Evidence(clock.now())
        self._locks: dict[str, str] = {}
        self._favourites: set[str] = set()
        self._shown_id: str | None = None
        self._entry: Entry | None = None  # as it is told beside the cards
        self.model = CatalogueModel(catalogue, self)
        self.search = SearchField(look)
        self.chips = FilterChips(look)
        self.cards = CardView(look, self.model, figures)
        self.note = ItemNote(live)
        self.detail = DetailPanel(look, catalogue, figures, self.note)
        self.new_routine_button = button(_("New routine"), self.new_routine_asked.emit)
        self.new_exercise_button = button(_("New exercise"), self.new_exercise_asked.emit)
        self.draft_button = button("", self._go_on, kind="quiet")
        self.draft_button.hide()
        self.more_button = icon_button(look, "more", _("Bring in from a file, or what is archived"), self._open_more)
        self._found = QStackedWidget()
        self._found.addWidget(self.cards)
        self._found.addWidget(self._make_nothing())
        self._lay_out()
        self._order_stops()
        self._connect()

    def refresh(self) -> None:
        find = self.live.store.find
        self._seen = evidence(find, self._clock.now(), self._catalogue.measures)
        self._locks = closed_for(self._seen, self._catalogue)
        self._favourites = find.favourites()
        left_out = what_is_left_out(find, self._catalogue)
        self.model.look_again(self._locks, self._favourites, left_out, self._laid_out)
        self.chips.offer_equipment(self.model.equipment)
        self._tell_nothing()
        self._offer_draft()
        self._entry = None  # the same card may say something else now
        self.cards.show_entry(self._shown_id)
        entry = self.cards.current_entry()
        if entry is not None:
            self._choose(entry)

    def show_item(self, item_id: str) -> None:
        """Choose the card of an exercise or a routine; the search makes way where it hides it."""
        self._shown_id = item_id
        if self.model.row_of(item_id) is None:
            self._clear()
        self.cards.show_entry(item_id)

    def more_menu(self) -> QMenu:
        """What can be brought in, brought back, or gone on with."""
        menu = QMenu(self)
        menu.addAction(_("Bring in from a file…")).triggered.connect(lambda: self.import_asked.emit())
        menu.addAction(_("Archived…")).triggered.connect(lambda: self.archived_asked.emit())
        drafts = self.drafts()
        for say, asked in ((_("Go on with {name}"), self.draft_asked), (_("Discard {name}"), self.discard_asked)):
            if drafts:
                menu.addSeparator()
            for draft in reversed(drafts):
                action = menu.addAction(say.format(name=draft_name(draft)))
                action.triggered.connect(lambda _on=False, asked=asked, draft=draft: asked.emit(draft))
        return menu

    def drafts(self) -> list[Routine]:
        """The routines that were begun and not saved yet, the last one at the end."""
        return read_drafts(self.live.ask(self.live.store.find.setting, KEY, None))

    def _offer_draft(self) -> None:
        drafts = self.drafts()
        self.draft_button.setVisible(bool(drafts))
        if drafts:
            self.draft_button.setText(_("Go on with {name}").format(name=draft_name(drafts[-1])))
            self.draft_button.setToolTip(_("It is not saved yet"))

    def _go_on(self) -> None:
        drafts = self.drafts()
        if drafts:
            self.draft_asked.emit(drafts[-1])

    def _open_more(self) -> None:
        menu = self.more_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _make_nothing(self) -> QWidget:
        """Shown instead of the cards where nothing was found."""
        self.nothing = label(kind="lead", wrap=True)
        self.clear_button = button(_("Clear the search"), self._clear)
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 24, 32, 0)
        box.setSpacing(16)
        box.addWidget(self.nothing)
        box.addLayout(row(self.clear_button))
        box.addStretch(1)
        return made

    def _order_stops(self) -> None:
        """Tab goes as one reads."""
        detail = self.detail
        order_stops(
            *(self.search, self.new_routine_button, self.new_exercise_button, self.more_button, self.draft_button),
            *(*stops_in(self.chips), self.clear_button, self.cards),
            *(detail.start_button, detail.change_button, detail.print_button, detail.star_button),
            *(detail.text_area, self.note.field),
        )

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(16)
        top = QWidget()
        flow = FlowLayout(top)  # in a language of long words the buttons go below the search
        making = (self.new_routine_button, self.new_exercise_button, self.more_button, self.draft_button)
        for widget in (self.search, *making):
            flow.addWidget(widget)
        left.addWidget(top)
        left.addWidget(self.chips)
        left.addWidget(self._found, 1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(0, 24, 0, 0)
        columns.setSpacing(8)
        columns.addLayout(left, 66)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 24)
        right.addWidget(self.detail)
        columns.addLayout(right, 34)
        self.setLayout(centred(content))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.left_downwards.connect(self.cards.setFocus)
        self.chips.filters_changed.connect(self._filter)
        self.cards.entry_shown.connect(self._choose)
        self.cards.entry_opened.connect(lambda entry: self.detail.open())
        self.detail.play_asked.connect(self.play_asked)
        self.detail.change_asked.connect(self.change_asked)
        self.detail.print_asked.connect(self._print)
        self.detail.favourite_asked.connect(
            lambda item_id, favourite: self.live.do(self.live.store.marks.set_favourite, item_id, favourite)
        )
        self.detail.mine_asked.connect(self._keep)
        for keys, do in (
            ("Ctrl+D", self.detail.toggle_favourite),
            ("Ctrl+P", self.detail.print_out),
            ("Ctrl+F", self._go_to_search),
            ("/", self._go_to_search),
        ):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _choose(self, entry: Entry) -> None:
        """With each letter of a search the list is another, but the card that is told of mostly stays the same."""
        if entry is not self._entry:
            self._entry = entry
            self._show(entry)

    def _show(self, entry: Entry) -> None:
        item = entry.item
        self._shown_id = item.id
        self.note.show_item(item.id)
        favourite = self.model.is_favourite(item.id)
        if isinstance(item, Exercise):
            self.detail.show_exercise(item, self._locks, self._mine(item), favourite=favourite)
        else:
            self.detail.show_routine(item, self._locks, self._laid_out(item), favourite=favourite)

    def _laid_out(self, routine: Routine) -> LaidOut:
        """As it is played for this person now."""
        return lay_out_now(routine, self._seen, self._catalogue, self._locks)

    def _mine(self, exercise: Exercise) -> Mine:
        """What this person has to do with the exercise."""
        seen = self._seen
        proposal = None
        if exercise.id not in self._locks:
            proposal = next_proposal(exercise, seen, self._catalogue.exercises, self._catalogue.measures)
        return Mine(
            today=seen.today,
            practice=self.live.ask(self.live.store.find.practice, exercise.id),
            dose=own_dose(exercise, seen.chosen),
            proposal=proposal,
            opened=is_opened(seen.chosen, exercise.id),
            stopped=better_left_today(exercise) if exercise.id in stopped_today(seen) else "",
        )

    def _keep(self, command: str, about: object, said: str) -> None:
        """Keep what the person decided about an exercise; the plan's commands are made when the first is needed."""
        if self.live.do(getattr(self.live.store.plan, command), about) is not None:
            self.kept.emit(said)
            self.detail.text_area.setFocus()

    def _print(self, routine: Routine) -> None:
        from app.domain.routine_sheet import routine_sheet

        self.print_asked.emit(routine_sheet(self._laid_out(routine), self._catalogue.exercises, self._locks))

    def _filter(self) -> None:
        """Show what fits. A search goes to what is named so, else to the first; the chips keep the current card."""
        search, shown_id = self.search.text().strip(), self._shown_id
        self.model.show_only(self.chips.wish(search))
        self.cards.show_entry(self.model.named_id() if search else shown_id)
        self._tell_nothing()

    def _tell_nothing(self) -> None:
        search = self.search.text().strip()
        self.nothing.setText(
            _("Nothing here matches “{search}”.").format(search=search)
            if search
            else _("Nothing here matches these filters.")
        )
        self._found.setCurrentIndex(1 if self.model.is_empty else 0)
        if self.model.is_empty:
            announce(self, self.nothing.text())

    def _clear(self) -> None:
        self.search.clear()
        self.chips.clear()
        self.search.setFocus()

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()


def draft_name(draft: Routine) -> str:
    """What a routine that may have no name yet is called."""
    name = draft.name.strip()
    return _("“{name}”").format(name=name) if name else _("your new routine")
