"""The settings, by mouse and by keyboard: every choice is in the store at once."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from app.domain.playing.cues import Cue
from app.domain.preferences import KEYS, Preferences, VoiceMode, read_preferences
from app.store.errors import StoreError
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import CHOICES, Look
from app.ui.settings.settings_dialog import SettingsDialog
from tests.ui.settings.conftest import QuietAnnouncers


def kept(store: Store) -> Preferences:
    return read_preferences(store.find.setting)


def click(button: QWidget) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press(widget: QWidget, key: Qt.Key, times: int = 1) -> None:
    widget.setFocus()
    for _time in range(times):
        QTest.keyClick(widget, key)


# Every control reaches the store


def test_a_click_on_a_segment_keeps_how_much_is_spoken(dialog: SettingsDialog, store: Store) -> None:
    for mode in (VoiceMode.COUNT, VoiceMode.OFF, VoiceMode.FULL):
        click(dialog.voice.modes.buttons[mode])
        assert kept(store).voice is mode


def test_the_arrows_go_from_segment_to_segment(dialog: SettingsDialog, store: Store) -> None:
    press(dialog.voice.modes.buttons["full"], Qt.Key.Key_Right)
    assert kept(store).voice is VoiceMode.COUNT


def test_each_way_of_speaking_says_what_it_does(dialog: SettingsDialog) -> None:
    said = set()
    for made in dialog.voice.modes.buttons.values():
        click(made)
        said.add(dialog.voice.about.text())
    assert len(said - {""}) == len(VoiceMode)


def test_another_voice_is_kept_by_its_name(dialog: SettingsDialog, store: Store) -> None:
    press(dialog.voice.names, Qt.Key.Key_Down, times=2)
    assert kept(store).voice_name == "Ben"
    press(dialog.voice.names, Qt.Key.Key_Home)
    assert kept(store).voice_name == ""


def test_the_arrows_move_the_sliders(dialog: SettingsDialog, store: Store) -> None:
    press(dialog.voice.rate.slider, Qt.Key.Key_Right, times=2)
    press(dialog.voice.volume.slider, Qt.Key.Key_Left)
    press(dialog.tones.volume.slider, Qt.Key.Key_Right)
    now = kept(store)
    assert (now.voice_rate, now.voice_volume, now.tones_volume) == pytest.approx((0.1, 0.85, 0.65))
    assert dialog.tones.volume.told == "65 %"


def test_a_slider_that_is_dragged_is_kept_once_when_it_is_let_go(
    dialog: SettingsDialog, announcers: QuietAnnouncers, store: Store
) -> None:
    slider, before = dialog.voice.volume.slider, len(announcers.used)
    slider.setSliderDown(True)
    for percent in (80, 60, 40):
        slider.setSliderPosition(percent)
    assert dialog.voice.volume.told == "40 %"
    assert kept(store).voice_volume == Preferences().voice_volume
    slider.setSliderDown(False)
    assert kept(store).voice_volume == 0.4
    assert len(announcers.used) == before + 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_every_switch_turns_over_by_key_and_is_kept(dialog: SettingsDialog, store: Store, key: Qt.Key) -> None:
    switches = {
        "metronome": dialog.tones.metronome,
        "tones": dialog.tones.on,
        "wait_for_equipment": dialog.session.wait,
        "alternate_sides": dialog.session.sides,
    }
    for name, switch in switches.items():
        press(switch, key)
        assert getattr(kept(store), name) is not getattr(Preferences(), name)


def test_a_click_on_the_words_beside_a_switch_turns_it_over(dialog: SettingsDialog, store: Store) -> None:
    row = dialog.session.wait.parentWidget()
    assert row is not None
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert kept(store).wait_for_equipment


# What is kept is shown and handed over


def test_it_opens_with_what_is_kept(qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers) -> None:
    chosen = Preferences(VoiceMode.COUNT, "Ben", 0.4, 0.3, False, 0.2, False, True, True)
    for name, key in KEYS.items():
        live.store.settings.set(key, getattr(chosen, name))
    made = SettingsDialog(live, look, announcers)
    qtbot.addWidget(made)
    voice, tones = made.voice, made.tones
    assert (voice.modes.key, voice.names.currentText()) == ("count", "Ben")
    assert (voice.rate.slider.value(), voice.volume.slider.value(), tones.volume.slider.value()) == (4, 30, 20)
    assert not tones.on.isChecked()
    assert not tones.metronome.isChecked()
    assert made.session.wait.isChecked()
    assert made.session.sides.isChecked()
    assert announcers.used == [(chosen, VoiceMode.COUNT)]


def test_looking_at_a_value_between_two_steps_does_not_change_it(
    qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers, store: Store
) -> None:
    store.settings.set(KEYS["voice_volume"], 0.333)
    qtbot.addWidget(SettingsDialog(live, look, announcers))
    assert kept(store).voice_volume == 0.333


def test_a_change_is_handed_to_the_announcers_and_told(
    dialog: SettingsDialog, announcers: QuietAnnouncers, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.changed) as told:
        click(dialog.voice.modes.buttons["count"])
    assert told.args == [announcers.used[-1][0]]
    assert announcers.used[-1] == (Preferences(voice=VoiceMode.COUNT), VoiceMode.COUNT)


def test_what_can_not_be_kept_is_said_and_the_control_goes_back(
    dialog: SettingsDialog, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_kwargs: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store.settings, "set", full)
    click(dialog.tones.on)
    click(dialog.voice.modes.buttons["off"])
    assert dialog.problem.isVisible()
    assert dialog.problem.text() == "The disk is full."
    assert dialog.tones.on.isChecked()
    assert dialog.voice.modes.key == "full"
    monkeypatch.undo()
    click(dialog.tones.on)
    assert not dialog.problem.isVisible()


# Voices and what is missing


def test_even_with_the_voice_off_its_names_are_found_out(
    qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers, store: Store
) -> None:
    store.settings.set(KEYS["voice"], VoiceMode.OFF)
    qtbot.addWidget(SettingsDialog(live, look, announcers))
    assert announcers.used[-1][1] is VoiceMode.OFF
    assert announcers.awake


def test_voices_that_come_later_are_offered(dialog: SettingsDialog, announcers: QuietAnnouncers) -> None:
    announcers.names = ("Anna", "Ben", "Carla")
    announcers.voices_changed.emit()
    assert [dialog.voice.names.itemData(row) for row in range(4)] == ["", "Anna", "Ben", "Carla"]


def test_a_chosen_voice_that_is_gone_is_still_seen_and_kept(
    qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers, store: Store
) -> None:
    store.settings.set(KEYS["voice_name"], "Zoe")
    made = SettingsDialog(live, look, announcers)
    qtbot.addWidget(made)
    assert made.voice.names.currentText() == "Zoe (not found)"
    assert kept(store).voice_name == "Zoe"


def test_what_is_missing_is_said_to_be_copied_and_goes_when_it_is_there(
    dialog: SettingsDialog, announcers: QuietAnnouncers
) -> None:
    assert not dialog.missing.isVisible()
    announcers.lacking = ("There is no voice. Install one with “sudo apt install voice”.",)
    places = [card.mapTo(dialog, QPoint(0, 0)) for card in (dialog.voice, dialog.tones)]
    announcers.missing_changed.emit()
    assert dialog.missing.isVisible()
    QApplication.processEvents()
    assert [card.mapTo(dialog, QPoint(0, 0)) for card in (dialog.voice, dialog.tones)] == places  # nothing moves
    assert dialog.missing.text == announcers.lacking[0]
    announcers.lacking = ()
    announcers.voices_changed.emit()
    assert not dialog.missing.isVisible()


def test_the_test_buttons_are_heard(dialog: SettingsDialog, announcers: QuietAnnouncers) -> None:
    click(dialog.voice.test_button)
    click(dialog.tones.test_button)
    words, tone = announcers.heard
    assert isinstance(words, str)
    assert words.endswith(".")
    assert isinstance(tone, Cue)
    assert tone.text == ""


def test_where_nothing_sounds_there_is_nothing_to_choose_of_its_sound(dialog: SettingsDialog) -> None:
    click(dialog.voice.modes.buttons["off"])
    click(dialog.tones.on)
    voice, tones = dialog.voice, dialog.tones
    parts = (voice.names, voice.rate, voice.volume, voice.test_button, tones.volume, tones.metronome, tones.test_button)
    assert not any(part.isEnabled() for part in parts)
    click(dialog.voice.modes.buttons["count"])
    click(dialog.tones.on)
    assert all(part.isEnabled() for part in parts)


# The page


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_esc_and_done_close_it_and_let_the_sound_rest(
    dialog: SettingsDialog, announcers: QuietAnnouncers, key: Qt.Key
) -> None:
    press(dialog.leave_button, key)
    assert not dialog.isVisible()
    assert not announcers.awake


def test_tab_reaches_every_control_and_each_has_a_name(dialog: SettingsDialog) -> None:
    controls = {
        part
        for kind in (QAbstractButton, QComboBox, QSlider)
        for part in dialog.findChildren(kind)
        if part.isVisibleTo(dialog) and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached: set[QWidget] = set()
    for _step in range(len(controls) + 3):
        here = QApplication.focusWidget()
        assert here is not None
        reached.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    bars = (dialog.voice.modes, dialog.training.target, dialog.training.unit, dialog.look.sizes)
    segments = {made for bar in bars for made in bar.buttons.values()}
    assert controls - segments <= reached
    assert all(set(bar.buttons.values()) & reached for bar in bars)  # the arrows reach the others
    assert all(part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()) for part in controls)


def test_the_wheel_scrolls_the_page_and_changes_nothing(dialog: SettingsDialog, store: Store) -> None:
    for part in (dialog.voice.rate.slider, dialog.voice.volume.slider, dialog.voice.names, dialog.tones.volume.slider):
        part.setFocus()
        middle = QPointF(part.rect().center())
        turn = QWheelEvent(
            middle, part.mapToGlobal(middle), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(part, turn)
    assert kept(store) == Preferences()


@pytest.mark.parametrize("size", [QSize(1024, 640), QSize(2560, 1440)], ids=["small", "large"])
def test_it_stays_within_the_window_behind_it_and_nothing_is_cut_sideways(
    qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers, size: QSize
) -> None:
    announcers.lacking = ("There is no voice. " * 10,)
    behind = QWidget()
    qtbot.addWidget(behind)
    behind.resize(size)
    made = SettingsDialog(live, look, announcers, behind)
    made.show()
    assert made.width() < size.width()
    assert made.height() < size.height()
    for card in (made.missing, made.voice, made.tones, made.session):
        assert card.minimumSizeHint().width() <= card.width()
    made.close()


# Training


def test_the_weekly_target_goes_from_three_to_seven(dialog: SettingsDialog, store: Store) -> None:
    assert list(dialog.training.target.buttons) == ["3", "4", "5", "6", "7"]
    assert dialog.training.target.key == "3"
    for days in (5, 7, 3):
        click(dialog.training.target.buttons[str(days)])
        assert kept(store).weekly_target == days


def test_as_long_as_nothing_was_said_all_equipment_is_at_hand(dialog: SettingsDialog, store: Store) -> None:
    equipment = dialog.training.equipment
    assert equipment.keys == ("mat", "chair", "sturdy box", "dumbbell", "plate", "bench")
    assert kept(store).equipment is None
    click(equipment.buttons["bench"])
    assert kept(store).equipment == ("mat", "chair", "sturdy box", "dumbbell", "plate")
    for each in ("mat", "chair", "sturdy box", "dumbbell", "plate"):
        press(equipment.buttons[each], Qt.Key.Key_Space)
    assert kept(store).equipment == ()


def test_the_weights_owned_are_kept_in_their_order(dialog: SettingsDialog, store: Store) -> None:
    for kg in (8.0, 2.5, 4.0, 8.0):
        click(dialog.training.weights.buttons[kg])
    assert kept(store).weights_kg == (2.5, 4)


def test_a_weight_that_is_not_usual_is_offered_to_who_owns_it(
    qtbot: QtBot, live: Live, look: Look, announcers: QuietAnnouncers, store: Store
) -> None:
    store.settings.set(KEYS["weights_kg"], [3.5])
    dialog = SettingsDialog(live, look, announcers)
    qtbot.addWidget(dialog)
    assert dialog.training.weights.keys == (3.5,)


def test_deep_bending_and_the_unit_are_kept(dialog: SettingsDialog, store: Store) -> None:
    click(dialog.training.deep_bending)
    click(dialog.training.unit.buttons["in"])
    assert (kept(store).leave_out_deep_bending, kept(store).length_unit) == (True, "in")
    click(dialog.training.deep_bending)
    assert not kept(store).leave_out_deep_bending


def test_equipment_that_could_not_be_kept_shows_what_is_kept(
    dialog: SettingsDialog, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store.settings, "set", refuse)
    click(dialog.training.equipment.buttons["mat"])
    assert dialog.training.equipment.buttons["mat"].isChecked()
    assert dialog.problem.text() == "The disk is full."


# The look


def test_another_text_size_closes_the_settings_and_asks_for_a_window_anew(dialog: SettingsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.anew_asked) as asked:
        click(dialog.look.sizes.buttons["125"])
    assert asked.args == ["look.text_percent", 125]
    assert not dialog.isVisible()


def test_less_motion_is_kept_and_holds_at_once(dialog: SettingsDialog, look: Look, store: Store) -> None:
    click(dialog.look.motion)
    assert not look.moves
    assert store.find.setting("look.less_motion", False) is True
    click(dialog.look.motion)
    assert look.moves


def test_every_theme_of_the_menu_is_offered_worn_at_once_and_kept(
    dialog: SettingsDialog, look: Look, store: Store
) -> None:
    themes = dialog.look.themes
    assert [themes.itemData(row) for row in range(themes.count())] == list(CHOICES)
    press(themes, Qt.Key.Key_End)
    assert look.theme.name == store.find.setting("theme", "system") == "dark-contrast"


def test_a_theme_that_cannot_be_kept_is_not_worn(
    dialog: SettingsDialog, look: Look, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_key: str, _value: object) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(store.settings, "set", refuse)
    worn = look.choice
    press(dialog.look.themes, Qt.Key.Key_End)
    assert look.choice == dialog.look.themes.currentData() == worn != "dark-contrast"
    assert dialog.problem.isVisible()
