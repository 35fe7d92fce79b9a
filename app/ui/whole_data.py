"""What a person does with their data as a whole: take it along, bring it in, bring back what was deleted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.i18n import _
from app.store.profiles import Profiles
from app.ui.live import Live
from app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from app.ui.exchange.taking_along import TakingAlong
    from app.ui.profiles.profile_menu import ProfileMenu


class WholeData(QObject):
    """Belongs to the window; its parts are made when they are first asked for.

    `said` can be undone, `brought` is the id of the first exercise or routine that came in; `left_for` asks the window
    to close and to open on the store in that folder.
    """

    said = Signal(str)
    brought = Signal(str)
    left_for = Signal(object)  # Path

    def __init__(
        self, live: Live, catalogue: Catalogue, clock: Clock, toast: Toast, profiles: Profiles | None, window: QWidget
    ) -> None:
        super().__init__(window)
        self._live, self._catalogue, self._clock = live, catalogue, clock
        self._toast, self._profiles, self._window = toast, profiles, window
        self._waiting: list[str] = []  # files that came while a session played
        self._taking: TakingAlong | None = None
        self._people: ProfileMenu | None = None

    def export(self) -> None:
        """Take the data along, whole or as tables."""
        self._taking_along().ask_what_to_export()

    def bring_in(self, file: str = "") -> None:
        """Take over what is in `file`, or in the one that is asked for."""
        if file:
            self._taking_along().preview(Path(file))
        else:
            self._taking_along().ask_what_to_import()

    def receive(self, file: str, *, at_once: bool) -> None:
        """Show `file`, if there is one, and what waits; where that can't be at once, say that it waits."""
        if file:
            self._waiting.append(file)
        if at_once:
            self.bring_in_waiting()
        elif file:
            self._toast.say(_("{file} is shown when the session has ended.").format(file=Path(file).name))

    def bring_in_waiting(self) -> None:
        """Show the files that came while a session played; a window that is closed shows nothing."""
        if self._window.isVisible():
            files, self._waiting = self._waiting, []
            for file in files:
                self.bring_in(file)

    def show_archived(self) -> None:
        """What the person made and put aside, to bring it back."""
        self.show_deleted(archived=True)

    def show_deleted(self, *, archived: bool = False) -> None:
        """What was deleted lately, to bring it back."""
        from app.ui.deleted.deleted_dialog import DeletedDialog

        dialog = DeletedDialog(self._live, self._catalogue, self._clock, self._window, archived=archived)
        dialog.restored.connect(self.said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def add_profiles(self, menu: QMenu) -> None:
        """The people of this computer, where there is a folder for them."""
        if self._profiles is None:
            return
        if self._people is None:
            from app.ui.profiles.profile_menu import ProfileMenu

            self._people = ProfileMenu(self._live, self._profiles, self._clock, self._toast, self._window)
            self._people.chosen.connect(self.left_for)
        name = self._people.name.replace("&", "&&")
        self._people.fill(menu.addMenu(_("Profile: {name}").format(name=name)))

    def _taking_along(self) -> "TakingAlong":
        if self._taking is None:
            from app.ui.exchange.taking_along import TakingAlong

            self._taking = TakingAlong(self._live, self._catalogue, self._clock, self._window)
            self._taking.said.connect(self.said)
            self._taking.brought.connect(self.brought)
            self._taking.told.connect(self._toast.say)
        return self._taking
