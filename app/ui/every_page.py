"""Every page and dialog, each as one would see it after a moment of use: for pictures, and for tests that look at all.

A page is a function that brings a window to it and answers what is to be looked at, if not the window itself.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from app.domain.clock import ManualClock
from app.domain.exercise import PhaseKind
from app.domain.playing.player import Player
from app.exchange.by_ending import export_file
from app.store.errors import DamagedError, UnwritableError
from app.ui.about_dialog import AboutDialog
from app.ui.deleted.deleted_dialog import DeletedDialog
from app.ui.exchange.export_dialog import ExportDialog
from app.ui.exchange.import_dialog import ImportDialog, RefusedDialog
from app.ui.exchange.item_import_dialog import ItemImportDialog
from app.ui.keeping.check_dialog import CheckDialog
from app.ui.keeping.close_dialog import CloseDialog
from app.ui.keeping.restore_dialog import RestoreDialog
from app.ui.keeping.start_dialog import StartDialog
from app.ui.library.builder.exercise_picker import ExercisePicker
from app.ui.library.exercise_dialog import ExerciseDialog
from app.ui.library.library_tab import LibraryTab
from app.ui.library.printing.print_dialog import PrintDialog
from app.ui.main_window import LIBRARY, PROGRESS, SESSION, MainWindow
from app.ui.profiles.profile_dialog import ProfileDialog
from app.ui.progress.own_measure_dialog import OwnMeasureDialog
from app.ui.progress.progress_page import ProgressPage
from app.ui.progress.training.card import TrainingCard
from app.ui.progress.training.session_editor import SessionEditor
from app.ui.progress.training.session_elsewhere import SessionElsewhere
from app.ui.safety.safety_dialog import SafetyDialog
from app.ui.session.player.actions import Action
from app.ui.session.player.end_question import EndQuestion
from app.ui.session.player.keys import KeysOverlay
from app.ui.session.player.morning_question import MorningQuestion
from app.ui.session.player.pain_card import PainCard
from app.ui.session.today.times_editor import TimesEditor
from app.ui.settings.settings_dialog import SettingsDialog
from app.ui.sound.missing import Missing, sentence

Page = Callable[[MainWindow], QWidget | None]
Part = TypeVar("Part", bound=QWidget)


def _folder(window: MainWindow) -> Path:
    return window.session.today.live.store.path.parent


def _library_tab(window: MainWindow) -> LibraryTab:
    page = window.show_page(LIBRARY)
    assert isinstance(page, LibraryTab)  # noqa: S101  what the window makes
    return page


def _progress_page(window: MainWindow) -> ProgressPage:
    page = window.show_page(PROGRESS)
    assert isinstance(page, ProgressPage)  # noqa: S101  what the window makes
    return page


def _seen(window: MainWindow, kind: type[Part]) -> Part:
    """What was just opened; a test asks that every kind of dialog is named here."""
    return next(child for child in window.findChildren(kind) if child.isVisible())


def _today(window: MainWindow) -> None:
    window.show_page(SESSION)


def _library(window: MainWindow) -> None:
    window.show_page(LIBRARY)


def _progress(window: MainWindow) -> None:
    window.show_page(PROGRESS)


def _training(window: MainWindow) -> None:
    _progress_page(window).show_training()


def _sides(window: MainWindow) -> None:
    _progress_page(window).choose("seated-rotation")


def _measure(window: MainWindow) -> None:
    window.measure("floor-touch")


def _pacing(window: MainWindow) -> None:
    window.measure("floor-touch")
    _progress_page(window).form.start_pacing()


def _get_ready(window: MainWindow) -> None:
    _play(window, "starter", lambda player: player.elapsed_s >= 3)


def _holding(window: MainWindow) -> None:
    def in_a_hold(player: Player) -> bool:
        return player.phase is not None and player.phase.kind is PhaseKind.HOLD and player.phase_left_s < 7

    _play(window, "starter", in_a_hold)


def _reps(window: MainWindow) -> None:
    _play(window, "whole-back", lambda player: player.rep == 3)


def _asked(window: MainWindow) -> None:
    _play(window, "starter", lambda player: player.segment.step == 1 and player.elapsed_s >= 3)


def _pain(window: MainWindow) -> None:
    _holding(window)
    window.session.stop_for_pain()
    _seen(window, PainCard)


def _keys(window: MainWindow) -> None:
    _holding(window)
    window.session.player_view.act(Action.KEYS)
    _seen(window, KeysOverlay)


def _summary(window: MainWindow) -> None:
    _play(window, "desk-break", lambda player: False)


def _builder(window: MainWindow) -> None:
    page = _library_tab(window)
    page.change_routine(window.catalogue.routine("starter"))
    page.builder.steps.choose(1)


def _settings(window: MainWindow) -> QWidget:
    window.open_settings()
    return _seen(window, SettingsDialog)


def _first_start(window: MainWindow) -> None:
    window.session.greet()


def _safety(window: MainWindow) -> QWidget:
    window.session.show_safety()
    return _seen(window, SafetyDialog)


def _times(window: MainWindow) -> QWidget:
    window.session.today.adjust_times()
    return _seen(window, TimesEditor)


def _restore(window: MainWindow) -> QWidget:
    window.keeping.back_up()
    window.keeping.choose_backup()
    return _seen(window, RestoreDialog)


def _play(window: MainWindow, routine_id: str, until: Callable[[Player], bool]) -> None:
    """Play a routine on the standing clock until something is so, or it is over."""
    window.play(window.catalogue.routine(routine_id))
    clock = window.clock
    assert isinstance(clock, ManualClock)  # noqa: S101  the one made above
    while (conductor := window.session.conductor) is not None and not until(conductor.player):
        clock.advance(0.25)
        conductor.advance()


def _exercise(window: MainWindow) -> None:
    _library_tab(window).show_item("jefferson-curl")


def _routine(window: MainWindow) -> None:
    _library_tab(window).show_item("whole-back")


def _nothing_found(window: MainWindow) -> None:
    _library_tab(window).page.search.setText("nothing is called so")


def _own_exercise(window: MainWindow) -> QWidget:
    _library_tab(window).change_exercise(window.catalogue.exercise("chair-twist"))
    return _seen(window, ExerciseDialog)


def _empty_builder(window: MainWindow) -> None:
    _library_tab(window).make_routine()


def _print(window: MainWindow) -> QWidget:
    _routine(window)
    _library_tab(window).page.detail.print_out()
    return _seen(window, PrintDialog)


def _picker(window: MainWindow) -> QWidget:
    _builder(window)
    _library_tab(window).builder.add_exercises()
    return _seen(window, ExercisePicker)


def _morning(window: MainWindow) -> None:
    """On any clock: the pictures are made in the evening."""
    window.show_page(SESSION)
    window.session.morning_question.ask()
    _seen(window, MorningQuestion)


def _said(window: MainWindow) -> None:
    _holding(window)
    window.toast.say(sentence(Missing.OUTPUT))


def _end(window: MainWindow) -> None:
    _holding(window)
    window.session.ask_to_end()
    _seen(window, EndQuestion)


def _own_test(window: MainWindow) -> QWidget:
    _progress_page(window).own_button.click()
    return _seen(window, OwnMeasureDialog)


def _unusual(window: MainWindow) -> None:
    window.measure("floor-touch")
    form = _progress_page(window).form
    form.fields.trials[0].field.setText("45")
    form.save_button.click()


def _edit_session(window: MainWindow) -> QWidget:
    _training(window)
    if (page := _progress_page(window).training) is not None:
        page.sessions.open_button.click()
    return _seen(window, SessionEditor)


def _tables(window: MainWindow) -> None:
    """Of the training's charts."""
    _training(window)
    for card in window.findChildren(TrainingCard):
        card.ways.buttons["table"].click()


def _edit_reading(window: MainWindow) -> None:
    _progress_page(window).history.table.edit_button.click()


def _goal(window: MainWindow) -> None:
    _progress_page(window).history.chart.goals.set_button.click()


def _elsewhere(window: MainWindow) -> QWidget:
    page = _progress_page(window)
    page.show_training()
    if page.training is not None:
        page.training.log_elsewhere()
    return _seen(window, SessionElsewhere)


def _restore_asked(window: MainWindow) -> QWidget:
    dialog = _restore(window)
    assert isinstance(dialog, RestoreDialog)  # noqa: S101  what _restore opens
    dialog.do()
    return dialog


def _export(window: MainWindow) -> QWidget:
    window.data.export()
    return _seen(window, ExportDialog)


def _import(window: MainWindow) -> QWidget:
    file = _folder(window) / "limber.json"
    export_file(window.session.today.live.store, window.catalogue.every_measure, file)
    window.data.bring_in(str(file))
    return _seen(window, ImportDialog)


def _import_items(window: MainWindow) -> QWidget:
    common = {"level": "beginner", "category": "strength", "primaryMuscles": ["abdominals"], "secondaryMuscles": []}
    entries = [{**common, "name": name, "instructions": ["Slowly."]} for name in ("Wood Chop", "Bird Dog", "")]
    file = _folder(window) / "exercises.json"
    file.write_text(json.dumps(entries), encoding="utf-8")
    window.data.bring_in(str(file))
    return _seen(window, ItemImportDialog)


def _import_refused(window: MainWindow) -> QWidget:
    file = _folder(window) / "notes.json"
    file.write_text("not an export", encoding="utf-8")
    window.data.bring_in(str(file))
    return _seen(window, RefusedDialog)


def _deleted(window: MainWindow) -> QWidget:
    window.data.show_deleted()
    return _seen(window, DeletedDialog)


def _archived(window: MainWindow) -> QWidget:
    window.data.show_archived()
    return _seen(window, DeletedDialog)


def _check(window: MainWindow) -> QWidget:
    window.keeping.check(window.catalogue)
    return _seen(window, CheckDialog)


def _profile(window: MainWindow) -> QWidget:
    return _open(ProfileDialog(None, window.clock.now().year, window))


def _no_backup(window: MainWindow) -> QWidget:
    return _open(CloseDialog(UnwritableError("The disk is full."), window))


def _damaged(window: MainWindow) -> QWidget:
    window.keeping.back_up()
    store = _folder(window) / "limber.db"
    dialog = StartDialog(store, DamagedError("The file can't be read."), "", window.clock.now().date())
    dialog.setParent(window, dialog.windowFlags())
    return _open(dialog)


def _open(dialog: QDialog) -> QDialog:
    dialog.open()
    return dialog


PAGES: dict[str, Page] = {
    "first-start": _first_start,
    "safety": _safety,
    "about": lambda window: _open(AboutDialog(Path("~/limber/limber.log"), Path("/usr/lib/limber/licences"), window)),
    "today": _today,
    "today-first": _today,
    "library": _library,
    "exercise": _exercise,
    "routine": _routine,
    "print": _print,
    "nothing-found": _nothing_found,
    "own-exercise": _own_exercise,
    "builder": _builder,
    "builder-first": _empty_builder,
    "picker": _picker,
    "get-ready": _get_ready,
    "holding": _holding,
    "reps": _reps,
    "asked": _asked,
    "pain": _pain,
    "keys": _keys,
    "end": _end,
    "said": _said,
    "morning": _morning,
    "unfinished": _today,
    "summary": _summary,
    "settings": _settings,
    "times": _times,
    "restore": _restore,
    "restore-asked": _restore_asked,
    "export": _export,
    "import": _import,
    "import-items": _import_items,
    "import-refused": _import_refused,
    "deleted": _deleted,
    "archived": _archived,
    "check": _check,
    "profile": _profile,
    "no-backup": _no_backup,
    "damaged": _damaged,
    "progress": _progress,
    "progress-first": _progress,
    "progress-sides": _sides,
    "goal": _goal,
    "training": _training,
    "training-tables": _tables,
    "edit-session": _edit_session,
    "training-first": _training,
    "elsewhere": _elsewhere,
    "own-test": _own_test,
    "measure": _measure,
    "edit-reading": _edit_reading,
    "unusual": _unusual,
    "pacing": _pacing,
}
EMPTY = frozenset({"training-first", "first-start", "today-first", "progress-first"})
