"""The profiles in the menu: who is open, switched, made, changed, archived and brought back."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.clock import Clock
from app.domain.errors import Refused
from app.domain.profile import Profile
from app.i18n import _
from app.store.errors import StoreError
from app.store.profiles import KnownProfile, Profiles, name_of_folder
from app.store.store import Store
from app.ui.live import Live
from app.ui.profiles.profile_dialog import ProfileDialog
from app.ui.widgets.toast import Toast


class ProfileMenu(QObject):
    """Belongs to the window. `chosen` asks it to close and to open on the store in that folder, which can be opened."""

    chosen = Signal(object)  # Path

    def __init__(self, live: Live, profiles: Profiles, clock: Clock, toast: Toast, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._profiles, self._clock, self._toast, self._window = live, profiles, clock, toast, window
        self._here = live.store.path.parent

    @property
    def name(self) -> str:
        """Who is open."""
        profile = self._live.ask(self._live.store.find.profile) or Profile()
        return profile.name or name_of_folder(self._here)

    def fill(self, menu: QMenu) -> None:
        known = self._profiles.all()
        group = QActionGroup(menu)
        for each in known:
            if not each.archived or each.folder == self._here:
                action = QAction(_plain(each.name), group, checkable=True, checked=each.folder == self._here)
                action.triggered.connect(lambda _on=False, folder=each.folder: self.switch_to(folder))
                menu.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Change this profile…"), self.change)
        menu.addAction(_("New profile…"), self.make)
        others = [each for each in known if each.folder != self._here]
        self._add_some(menu, _("Archive"), [each for each in others if not each.archived], archived=True)
        self._add_some(menu, _("Bring back"), [each for each in others if each.archived], archived=False)

    def _add_some(self, menu: QMenu, name: str, known: list[KnownProfile], *, archived: bool) -> None:
        if not known:
            return
        some = menu.addMenu(name)
        for each in known:
            action = some.addAction(_plain(each.name))
            action.triggered.connect(lambda _on=False, each=each: self.archive(each, archived))

    def switch_to(self, folder: Path) -> None:
        if folder == self._here:
            return
        try:
            Store.open(folder, self._clock).close()
        except StoreError as error:
            self._toast.say(str(error))
        else:
            self.chosen.emit(folder)

    def change(self) -> ProfileDialog:
        """The name and the rest of who is open; a step to undo."""
        profile = self._live.ask(self._live.store.find.profile)
        dialog = self._open(ProfileDialog(profile or Profile(), self._clock.now().year, self._window))
        dialog.entered.connect(lambda entered: self._keep(dialog, entered))
        return dialog

    def _keep(self, dialog: ProfileDialog, profile: Profile) -> None:
        try:
            self._profiles.check_name(profile.name, but=self._here)
        except Refused as refused:
            dialog.say_problem(str(refused))
            return
        if self._live.do(self._live.store.profile.save, profile) is None:
            return
        dialog.accept()
        self._toast.say(_("Saved: {name}").format(name=profile.name))

    def make(self) -> ProfileDialog:
        """A store for somebody else, and on to it."""
        dialog = self._open(ProfileDialog(None, self._clock.now().year, self._window))
        dialog.entered.connect(lambda entered: self._begin(dialog, entered))
        return dialog

    def _begin(self, dialog: ProfileDialog, profile: Profile) -> None:
        try:
            folder = self._profiles.new_folder(profile.name)
            store = Store.open(folder, self._clock)
            try:
                store.profile.save(profile, undoable=False)
            finally:
                store.close()
        except (Refused, StoreError) as error:
            dialog.say_problem(str(error))
            return
        dialog.accept()
        self.switch_to(folder)

    def archive(self, known: KnownProfile, archived: bool) -> None:
        try:
            self._profiles.archive(known, archived)
        except StoreError as error:
            self._toast.say(str(error))
            return
        if archived:
            said = _("{name} is archived; the data stays").format(name=known.name)
            self._toast.say(said, _("Undo"), lambda: self.archive(known, archived=False))
        else:
            self._toast.say(_("{name} is back").format(name=known.name))

    def _open(self, dialog: ProfileDialog) -> ProfileDialog:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog


def _plain(name: str) -> str:
    """A name in a menu: “&” is no key of it."""
    return name.replace("&", "&&")
