"""The window: a header with the three tabs, the page below, a word at the bottom when something happened."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.routine import Routine, alone
from app.i18n import _, pgettext
from app.store.changes import Changes
from app.store.errors import UnwritableError
from app.store.profiles import Profiles
from app.ui.awake import KeepAwake
from app.ui.figures import Figures
from app.ui.keeping.keeping import Keeping
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_menu import add_about, add_entry, add_steps, add_themes
from app.ui.place import SMALLEST, Place
from app.ui.session.session_page import SessionPage
from app.ui.sound.announcers import Announcers
from app.ui.tabs import Tabs
from app.ui.themes import choose_theme
from app.ui.whole_data import WholeData
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.card import centred
from app.ui.widgets.text import label
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.ui.library.library_tab import LibraryTab
    from app.ui.reminding.reminding import Reminding

LIBRARY, SESSION, PROGRESS = range(3)
WARM_UP = "segmental-cat-cow"


class MainWindow(QMainWindow):
    """Library, Session, Progress. Start-up builds Session alone, another is built when the mouse comes to its tab."""

    first_painted = Signal()
    left_for = Signal(object, bool)  # Path: open again on the store in that folder; whether to go on in the session

    def __init__(
        self,
        live: Live,
        catalogue: Catalogue,
        look: Look,
        clock: Clock,
        figures: Figures,
        announcers: Announcers,
        awake: KeepAwake,
        profiles: Profiles | None = None,
    ) -> None:
        super().__init__()
        self._announcers = announcers
        for part in (announcers, awake):
            part.setParent(self)
        self._live, self.catalogue, self._look, self.clock, self._figures = live, catalogue, look, clock, figures
        self._painted = self._warned = self._full_screen_for_playing = self._quitting = False
        self._reminding: Reminding | None = None
        self._place = Place(self, live)
        self.setWindowIcon(look.icon("limber", "accent"))
        self.setMinimumSize(SMALLEST)
        body = QWidget()
        body.setObjectName("window")
        self.setCentralWidget(body)
        self.tabs = Tabs((_("Library"), pgettext("tab", "Session"), _("Progress")))
        self.header = self._make_header()
        self._stack = QStackedWidget()
        self._builders: dict[int, Callable[[], QWidget]] = {LIBRARY: self._make_library, PROGRESS: self._make_progress}
        self.session = SessionPage(live, catalogue, look, clock, figures, announcers, awake)
        self._pages: dict[int, QWidget] = {SESSION: self.session}
        self._stack.addWidget(self.session)
        box = QVBoxLayout(body)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.header)
        box.addWidget(self._stack, 1)
        self.toast = Toast(body)
        self.data = WholeData(live, catalogue, clock, self.toast, profiles, self)
        self.keeping = Keeping(self, live, clock, self.toast, self.data.export)
        self._connect()
        name = live.store.find.profile().name
        self.setWindowTitle(_("{name} – Limber").format(name=name) if name else "Limber")
        self._place.restore()
        self.tabs.setCurrentIndex(SESSION)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda index: self._stack.setCurrentWidget(self._page(index)))
        self.tabs.neared.connect(self.get_ready)
        self.session.playing_changed.connect(self._on_playing)
        self.session.measure_asked.connect(self.measure)
        self.session.said.connect(self.toast.say)
        self.session.today.said.connect(self._say_with_undo)
        for part in (self.session.done, self.data.said):
            part.connect(self._say_with_undo)
        self.session.import_asked.connect(self.data.bring_in)
        self.data.brought.connect(self._show_in_library)
        self.data.left_for.connect(self.leave_for)
        self.session.full_screen_asked.connect(self._toggle_full_screen)
        self._live.failed.connect(self._say_failed)
        self.first_painted.connect(lambda: self.keeping.look_beside(self.catalogue))

    # What the rest of the program asks of the window

    def come_forward(self, file: str = "") -> None:
        """A second start asks for it, or the icon in the tray; `file` is shown once that disturbs no session."""
        self.show()
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.data.receive(file, at_once=not self.session.is_playing)

    def show_page(self, index: int) -> QWidget:
        """Go to a tab and give its page."""
        self.tabs.setCurrentIndex(index)
        return self._page(index)

    def is_built(self, index: int) -> bool:
        """Whether a tab's page has been made yet."""
        return index in self._pages

    def play(self, routine: Routine, from_step: int = 0) -> None:
        """Play `routine` on the Session tab, beginning with its step number `from_step`."""
        self.show_page(SESSION)
        self.session.play(routine, from_step)

    def measure(self, measure_id: str = "") -> None:
        """Open the form for a reading, of `measure_id` where one is named."""
        from app.ui.progress.progress_page import ProgressPage

        page = self.show_page(PROGRESS)
        assert isinstance(page, ProgressPage)  # noqa: S101  what _make_progress makes
        page.measure(measure_id)

    def undo(self) -> None:
        self._step(self._live.store.undo.undo, _("Undone: {name}"))

    def redo(self) -> None:
        self._step(self._live.store.undo.redo, _("Done again: {name}"))

    # Making the parts

    def _make_header(self) -> QFrame:
        header = QFrame()
        header.setObjectName("header")
        wordmark = label("limber")
        wordmark.setObjectName("wordmark")
        self.menu_button = icon_button(self._look, "more", _("Menu"), self._open_menu, pixels=24)
        self.menu_button.setProperty("tight", True)
        for index in (LIBRARY, SESSION, PROGRESS):
            QShortcut(QKeySequence(f"Ctrl+{index + 1}"), self, lambda i=index: self._ask_for_tab(i))
        QShortcut(QKeySequence("F10"), self, self._open_menu)
        QShortcut(QKeySequence("F11"), self, self._toggle_full_screen)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self.redo)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.quit)
        QShortcut(QKeySequence("Ctrl+,"), self, self.open_settings)
        content = QWidget()
        header.setLayout(centred(content))
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(wordmark)
        row.addSpacing(12)
        row.addWidget(self.tabs)
        row.addStretch(1)
        row.addWidget(self.menu_button)
        return header

    def _make_library(self) -> QWidget:
        from app.ui.library.library_tab import LibraryTab

        page = LibraryTab(self._live, self.catalogue, self._look, self.clock, self._figures)
        page.play_asked.connect(self.play)
        page.play_from_asked.connect(self.play)
        page.archived_asked.connect(self.data.show_archived)
        page.kept.connect(self._say_with_undo)
        page.said.connect(self.toast.say)
        page.offered.connect(self.toast.say)
        page.import_asked.connect(self.data.bring_in)
        return page

    def _make_progress(self) -> QWidget:
        from app.ui.progress.progress_page import ProgressPage

        page = ProgressPage(self._live, self.catalogue, self._look, self.clock, self._figures, self._announcers)
        page.said.connect(self._say_with_undo)
        page.told.connect(self.toast.say)
        page.warm_up_asked.connect(self._warm_up)
        return page

    def _warm_up(self) -> None:
        """Five cat-cows before a test."""
        self.play(alone(self.catalogue.exercise(WARM_UP)))

    def _page(self, index: int) -> QWidget:
        if index not in self._pages:
            page = self._builders[index]()
            self._stack.addWidget(page)
            self._pages[index] = page
        return self._pages[index]

    # The menu

    def build_menu(self) -> QMenu:
        """The menu as it is right now: undo and redo name their steps."""
        menu = QMenu(self)
        add_steps(menu, self._live, self.undo, self.redo)
        add_entry(menu, _("Recently deleted…"), self.data.show_deleted)
        menu.addSeparator()
        self.data.add_profiles(menu)
        add_themes(menu, self._look, self.choose_theme)
        add_entry(menu, _("Settings…"), self.open_settings, keys="Ctrl+,")
        add_entry(menu, _("Full screen"), self._toggle_full_screen, keys="F11")
        add_entry(menu, _("Safety…"), self.session.show_safety)
        add_entry(menu, _("Report for a physiotherapist…"), self.save_report)
        menu.addSeparator()
        add_entry(menu, _("Export…"), self.data.export)
        add_entry(menu, _("Import…"), self.data.bring_in)
        self._add_keeping(menu)
        menu.addSeparator()
        add_about(menu, self._live.store.path, self)
        add_entry(menu, _("Quit"), self.quit, keys="Ctrl+Q")
        return menu

    def _add_keeping(self, menu: QMenu) -> None:
        data = menu.addMenu(_("Your data"))
        add_entry(data, _("Back up now"), self.keeping.back_up)
        add_entry(data, _("Restore…"), self.keeping.choose_backup)
        add_entry(data, _("Check my data"), lambda: self.keeping.check(self.catalogue))
        data.addSeparator()
        add_entry(data, _("Open data folder"), self._open_data_folder)

    def leave_for(self, folder: Path) -> None:
        """Somebody else's turn, once this one's data is at rest."""
        if not self.session.is_playing and self.quit():
            self.left_for.emit(folder, False)

    def open_anew(self, setting: str, value: object) -> None:
        """In another language or text size; a session that runs goes on in it, paused, where it stood."""
        if self._live.do(self._live.store.settings.set, setting, value) is not None:
            playing = self.session.is_playing
            if self.quit():
                self.left_for.emit(self._live.store.path.parent, playing)

    def reminds(self) -> bool:
        """Whether reminders go on in the tray without the window. Nothing of them is imported before one is wanted."""
        if self._reminding is None and self._live.ask(self._live.store.find.setting, "reminders", None):
            from app.ui.reminding.reminding import Reminding
            from app.ui.reminding.tray import make_tray

            self._reminding = Reminding(self._live, self.clock, partial(make_tray, self._look), self)
            self._reminding.open_asked.connect(self._answer_reminder)
            self._reminding.quit_asked.connect(self.quit)
        return self._reminding is not None and self._reminding.finds_tray()

    def _answer_reminder(self, routine_id: str) -> None:
        """Called by the icon in the tray; who was asked to get up finds the routine for it."""
        self.come_forward()
        if routine_id and not self.session.is_playing:
            self.show_page(SESSION)
            self.session.today.offer(self.catalogue.routine(routine_id))

    def quit(self) -> bool:
        """Close for good, in the tray too. Whether it could be done."""
        self._quitting = True
        self._quitting = self.close()
        return self._quitting

    def _open_menu(self) -> None:
        if self.session.is_playing:
            return
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.menu_button.mapToGlobal(self.menu_button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def choose_theme(self, choice: str) -> None:
        choose_theme(self._live, self._look, choice)

    def save_report(self) -> None:
        """Two pages as a PDF, where the person says."""
        from app.ui.report_saving import save_report

        said = save_report(self, self._live.store, self.catalogue, self.clock)
        if said:
            self.toast.say(said)

    def _library(self) -> "LibraryTab":
        from app.ui.library.library_tab import LibraryTab

        page = self._page(LIBRARY)
        assert isinstance(page, LibraryTab)  # noqa: S101  what _make_library makes
        return page

    def _show_in_library(self, item_id: str) -> None:
        """An exercise or a routine that has just come."""
        self.show_page(LIBRARY)
        self._library().show_item(item_id)

    def open_settings(self) -> None:
        """Voice, tones and how a session goes, which stands still meanwhile."""
        if self.session.is_playing and not self.session.hold_still():
            return
        from app.ui.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._live, self._look, self._announcers, self)
        dialog.finished.connect(self.session.hear_again)
        dialog.anew_asked.connect(self.open_anew, Qt.ConnectionType.QueuedConnection)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _open_data_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._live.store.path.parent)))

    def _toggle_full_screen(self) -> None:
        self._full_screen_for_playing = self.session.is_playing and not self.isFullScreen()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # What happens

    def get_ready(self, index: int) -> None:
        """Have the page of a tab there before it is shown: the mouse comes to it, or nobody does anything."""
        self._page(index)
        if index == LIBRARY:
            self._library().page.get_ready()

    def _ask_for_tab(self, index: int) -> None:
        """By its key; the keyboard goes to the page, to what Tab comes to first after the menu."""
        page = self if self.session.is_playing else self.show_page(index)
        if page is not self and not page.isAncestorOf(self.focusWidget() or self):
            self.menu_button.setFocus()
            self.focusNextChild()

    def _on_playing(self, playing: bool) -> None:
        self.header.setVisible(not playing)
        self.toast.stand_in(self.session.player_view.pictured if playing else None)
        if not playing and self._full_screen_for_playing:
            self.showNormal()
        self._full_screen_for_playing = False
        if not playing:
            QTimer.singleShot(0, self.data, self.data.bring_in_waiting)  # over what stands after the session

    def _say_with_undo(self, text: str) -> None:
        """Its undo takes back what was just said, or nothing if something else was recorded since."""
        step = self._live.last.step if self._live.last is not None else None
        undo = partial(self._live.store.undo.undo, only=step)
        self.toast.say(text, _("Undo"), lambda: self._step(undo, _("Undone: {name}")))

    def _say_failed(self, sentence: str) -> None:
        """Where the disk is full, what is there can be taken elsewhere."""
        if isinstance(self._live.problem, UnwritableError):
            self.toast.say(sentence, _("Save an export…"), self.data.export)
        else:
            self.toast.say(sentence)

    def _step(self, do: Callable[[], Changes], said: str) -> None:
        if self.session.is_playing:
            return
        changes = self._live.do(do)
        if changes is not None and changes.op:
            self.toast.say(said.format(name=changes.op))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.session.put_to_rest() and not self._warned:
            self._warned = True  # the summary says what is not saved; closing again is the person's word
            event.ignore()
            return
        if self.is_built(LIBRARY) and not self._library().keep_draft() and not self._warned:
            self._warned = True
            self.show_page(LIBRARY)
            self.toast.say(_("Your note is too long to be kept. Close again to leave it."))
            event.ignore()
            return
        if not self.keeping.back_up_at_close():
            event.ignore()
            return
        if not self._quitting and self.reminds():
            event.ignore()
            self.hide()
            return
        if self._reminding is not None:
            self._reminding.close()
        self._live.rest()
        self._place.keep()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self._place.seen()
            QTimer.singleShot(0, self.first_painted.emit)
