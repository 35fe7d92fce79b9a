"""Makes the parts and hands them to each other: paths → single instance → store → log → window.

The window shows itself by what the store finds without SQLAlchemy, which is imported with the first command.
"""

import builtins
import logging
import os
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app import crash, paths
from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.clock import Clock, FastClock, SystemClock
from app.domain.errors import Refused
from app.domain.preferences import SAFETY_ACKNOWLEDGED, read_preferences
from app.i18n import _, language, use_language
from app.store.changes import Changes
from app.store.database import prepare_folder
from app.store.errors import StoreError
from app.store.migrate import Looked
from app.store.profiles import Profiles
from app.store.store import Store

if TYPE_CHECKING:
    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QApplication, QDialog

    from app.ui.application import Application
    from app.ui.figures import Figures
    from app.ui.live import Live
    from app.ui.main_window import MainWindow
    from app.ui.sound.missing import Missing

FASTEST = 1000
AT_REST_MS = 1_000  # after the first picture
TRAY_MS = 10_000
OWN_ITEMS = Changes("", frozenset({"exercise", "routine"}), ())


def make_clock() -> Clock:
    """The machine's clock, or a fast one for trying a session (`LIMBER_CLOCK_SPEED`, see CONTRIBUTING)."""
    typed = os.environ.get("LIMBER_CLOCK_SPEED", "1")
    try:
        speed = float(typed)
    except ValueError:
        speed = 0
    if not 0 < speed <= FASTEST:
        raise Refused(_("LIMBER_CLOCK_SPEED is “{typed}”: it must be a number above 0, up to {most}.").format(
            typed=typed, most=FASTEST))  # fmt: skip
    return SystemClock() if speed == 1 else FastClock(speed)


@dataclass(frozen=True, slots=True)
class Opening:
    """Which store a window is opened on, whether at once in the session that was cut off, or in the tray alone."""

    folder: Path
    going_on: bool = False
    in_tray: bool = False
    file: str = ""


def open_window(data: Path, profile: str | None, in_tray: bool = False, file: str = "") -> int:
    """Open Limber on one person's store, by default the last one's, and stay until it is closed. The exit code.

    `file` holds exercises or routines: what is in it is shown, to be taken over.

    Raises Refused (no screen, a broken catalogue) and StoreError.
    """
    clock = make_clock()
    profiles = Profiles(data)
    folder = profiles.to_open() if profile is None else profiles.folder(profile)
    opening: Opening | None = Opening(folder, in_tray=in_tray, file=file)
    application, code = None, 0
    told: set[Missing] = set()  # what is missing for sound is said once, not in every window
    while opening is not None:
        looked = Store.begin_to_look(opening.folder)
        application = application or _make_application()
        try:
            code, opening = _stay_in(opening, looked, profiles, application, clock, told)
        except Refused as refused:
            tell_refused(refused)
            raise
    return code


def tell_refused(refused: Refused) -> None:
    """Where Limber was started from a menu nobody reads what it writes."""
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(QMessageBox.Icon.Warning, "Limber", str(refused))
    _leave_dialog_when_asked_to(box)
    box.exec()


def _stay_in(
    opening: Opening,
    looked: Looked | None,
    profiles: Profiles,
    application: "Application",
    clock: Clock,
    told: set["Missing"],
) -> tuple[int, Opening | None]:
    """One window until it is closed: the exit code, and what it asked to be opened next.

    `told` is what was said to be missing for sound.
    """
    folder = opening.folder
    with suppress(StoreError):  # told when the store is opened
        prepare_folder(folder)

    from app.ui.single_instance import SingleInstance

    instance = SingleInstance(folder)
    if not instance.claim(opening.file):
        sys.stderr.write(_("Limber is open already: its window was brought to the front.") + "\n")
        return 0, None
    try:
        with closing(_open_store(folder, clock, application, looked)) as store:
            crash.catch_all(crash.start_log(folder), partial(_close_after_a_crash, application))
            speak(application, str(store.find.setting("language", "")))
            catalogue = load_catalogue(paths.resources_dir())
            window = make_window(application, store, catalogue, clock, profiles, told)
            chosen: list[Opening] = []
            window.left_for.connect(lambda folder, going_on: chosen.append(Opening(folder, going_on)))
            for asked in (instance.raised, application.file_asked):
                asked.connect(window.come_forward)
            application.leaving.connect(window.quit)
            _leave_when_asked_to(window, application)
            greet(window, store, opening)
            _show(window, opening)
            with suppress(StoreError):  # the next start then opens another, and nothing else is lost
                profiles.remember(folder)
            code = application.exec()
            window.deleteLater()
            return code, chosen[-1] if chosen else None
    finally:
        instance.release()


def greet(window: "MainWindow", store: Store, opening: Opening) -> None:
    """Until the safety note is acknowledged; who has trained with an earlier version knows their way."""
    if opening.going_on or store.find.setting(SAFETY_ACKNOWLEDGED, False):
        return
    if not store.find.count_sessions():
        window.session.greet()


def _show(window: "MainWindow", opening: Opening) -> None:
    if not opening.in_tray:
        window.show()
    elif not window.reminds():
        _show_without_tray(window)
    if opening.going_on:
        window.session.go_on()
    if opening.file:
        window.come_forward(opening.file)


def _show_without_tray(window: "MainWindow") -> None:
    """Where a desktop has just begun, its tray may still be on its way."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(TRAY_MS, window, lambda: None if window.reminds() else window.show())


def speak(application: "Application", chosen: str) -> None:
    """The words, numbers and reading direction of the language `chosen`, by its code; empty: the system's."""
    from app.ui.application import system_language

    use_language(paths.resources_dir() / "i18n", chosen or system_language() or None)
    application.speak(language())


def _open_store(folder: Path, clock: Clock, application: "QApplication", looked: Looked | None) -> Store:
    """Where it can't be opened a dialog says why and what can be done."""
    try:
        return Store.open(folder, clock, looked)
    except StoreError as problem:
        from app.ui.keeping.opening import open_store
        from app.ui.keeping.start_dialog import Answer, StartDialog
        from app.ui.look import Look

        look = Look(application, paths.resources_dir(), "system")

        def ask(store: Path, told: StoreError, done: str) -> Answer:
            dialog = StartDialog(store, told, done, clock.now().date())
            dialog.setWindowIcon(look.icon("limber", "accent"))
            _leave_dialog_when_asked_to(dialog)
            dialog.exec()
            return dialog.answer

        return open_store(folder, clock, ask, problem)


def require_qt() -> None:
    """Raises Refused where the system lacks a library that Qt needs.

    PySide6 puts a hook of its own into every later import, for its `__feature__` alone, which nobody here uses. It
    reads the source of each module: without it SQLAlchemy is there a fifth sooner and takes 14 MB less.
    """
    plain = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401  imported to see whether it can be
    except ImportError as error:
        raise Refused(_("Limber's window can't be made, a library of the system is missing: {error}.").format(
            error=error)) from error  # fmt: skip
    builtins.__import__ = plain


def hear_qt() -> None:
    """What Qt has to say goes to the log, and where it gives up it says so in a sentence."""
    from PySide6.QtCore import qInstallMessageHandler

    logging.getLogger("qt").addHandler(logging.NullHandler())  # silent until there is a log to write to
    qInstallMessageHandler(_qt_message)


def _make_application() -> "Application":
    _require_display()
    require_qt()
    hear_qt()
    from app.ui.application import Application

    return Application(sys.argv)


def _close_after_a_crash(application: "QApplication") -> None:
    application.closeAllWindows()
    application.exit(1)


def _leave_when_asked_to(window: "MainWindow", application: "QApplication") -> None:
    """For measuring the start: `LIMBER_EXIT_AFTER_FIRST_PAINT=1`."""
    if os.environ.get("LIMBER_EXIT_AFTER_FIRST_PAINT"):
        window.first_painted.connect(application.quit)


def _leave_dialog_when_asked_to(dialog: "QDialog") -> None:
    if os.environ.get("LIMBER_EXIT_AFTER_FIRST_PAINT"):
        from PySide6.QtCore import QTimer

        QTimer.singleShot(0, dialog.reject)


def make_window(
    application: "QApplication",
    store: Store,
    catalogue: Catalogue,
    clock: Clock,
    profiles: Profiles | None = None,
    told: set["Missing"] | None = None,
) -> "MainWindow":
    """The main window with all its parts."""
    from PySide6.QtCore import QTimer

    from app.ui.awake import KeepAwake
    from app.ui.figures import Figures
    from app.ui.live import Live
    from app.ui.look import kept_look
    from app.ui.main_window import MainWindow
    from app.ui.sound.announcers import Announcers

    resources = paths.resources_dir()
    look = kept_look(application, resources, store.find.setting)
    live = Live(store)
    for show_own in (show_own_measures, show_own_items):  # before any page, so that a page finds the new ones
        live.changed.connect(partial(show_own, live, catalogue))

    def own_picture(exercise_id: str) -> bytes | None:
        return live.ask(store.find.picture, exercise_id)

    shallow = read_preferences(store.find.settings().get).leave_out_deep_bending
    figures = Figures(resources, own_picture, store.find.profile().height_cm, shallow)
    live.changed.connect(lambda changes: figures.forget_photos() if "exercise" in changes.kinds else None)
    live.changed.connect(partial(stand_as_told, live, figures))
    window = MainWindow(live, catalogue, look, clock, figures, Announcers(told=told), KeepAwake(), profiles)
    look.dress()
    look.setParent(window)  # the next window's look follows the system alone
    window.first_painted.connect(partial(show_own_at_first, live, catalogue))
    live.changed.connect(lambda changes: window.reminds() if "setting" in changes.kinds else None)
    window.first_painted.connect(window.reminds)
    at_rest = QTimer(window, singleShot=True, interval=AT_REST_MS)
    at_rest.timeout.connect(partial(get_ready_at_rest, window))
    window.first_painted.connect(at_rest.start)
    return window


def get_ready_at_rest(window: "MainWindow") -> None:
    """The Library, so that its tab is there at once by its key too; not beside a session, where a cue would wait."""
    from app.ui.main_window import LIBRARY

    if not window.session.is_playing:
        window.get_ready(LIBRARY)


def show_own_at_first(live: "Live", catalogue: Catalogue) -> None:
    """What the person added, once the window stands; who shows exercises or routines by then shows them again."""
    show_own_measures(live, catalogue)
    if live.ask(live.store.find.has_own_items):
        from app.ui.reading_ahead import ReadingAhead

        reading = ReadingAhead(catalogue, live.ask(live.store.find.own_exercises) or (), live)
        reading.done.connect(lambda: live.changed.emit(OWN_ITEMS))
        live.rested.connect(reading.stop)
        reading.start()


def show_own_items(live: "Live", catalogue: Catalogue, changes: Changes) -> None:
    """Keep the catalogue up with the person's own exercises and routines, and tell which can't be shown."""
    if changes.kinds & OWN_ITEMS.kinds:
        exercises, routines = live.ask(live.store.find.own_exercises), live.ask(live.store.find.own_routines)
        if exercises is not None and routines is not None:
            for sentence in catalogue.show_own_items(exercises, routines):
                live.failed.emit(sentence)


def stand_as_told(live: "Live", figures: "Figures", changes: Changes) -> None:
    """The figure is as tall as the person, and bends no deeper than they do."""
    if "setting" in changes.kinds:
        profile, settings = live.ask(live.store.find.profile), live.ask(live.store.find.settings)
        if profile is not None and settings is not None:
            figures.stand(profile.height_cm, read_preferences(settings.get).leave_out_deep_bending)


def show_own_measures(live: "Live", catalogue: Catalogue, changes: Changes | None = None) -> None:
    """Keep the catalogue up with the person's own measures. Every page holds the same one and sees them in it."""
    if changes is None or "measure" in changes.kinds:
        find = live.store.find.measures
        own, archived = live.ask(find), live.ask(find, archived=True)
        if own is not None and archived is not None:
            catalogue.show_own(own, archived)


def _require_display() -> None:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    needs_one = sys.platform.startswith("linux") and platform.split(":")[0] in {"", "xcb", "wayland"}
    if needs_one and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise Refused(_no_display(_("DISPLAY and WAYLAND_DISPLAY are not set")))


def _no_display(why: str) -> str:
    return _(
        "Limber needs a screen to open its window, and there is none here: {why}. "
        "“limber screenshots DIR” writes a picture of every page instead."
    ).format(why=why)


def _why_qt_gave_up(text: str) -> str:
    if "platform plugin" not in text or not _warned_at_start:
        return text
    if not any("could not connect" in warning for warning in _warned_at_start):
        return _("Limber's window can't be made. Qt says: {warning}").format(warning=_warned_at_start[0])
    display = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    return _no_display(_("“{display}” can't be reached").format(display=display))


_warned_at_start: list[str] = []  # what Qt's platform had to say: the reason, should it give up


def _qt_message(kind: "QtMsgType", context: "QMessageLogContext", text: str) -> None:
    """Qt ends the process when it can't reach the display: say so in a sentence first."""
    from PySide6.QtCore import QtMsgType

    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write("limber: " + " ".join(_why_qt_gave_up(text).split()) + "\n")
        sys.stderr.flush()
        os._exit(1)
    if kind is QtMsgType.QtWarningMsg and str(context.category).startswith("qt.qpa."):
        _warned_at_start.append(text)
    logging.getLogger("qt").warning(text)
