"""Reminders: on which days and at what times, when never, and whether to start with the computer."""

from dataclasses import replace
from datetime import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import os_reason
from app.domain.reminders import Reminders, read_reminders, to_json
from app.i18n import _, ngettext
from app.ui.live import Live
from app.ui.look import Look
from app.ui.reminding.autostart import Autostart
from app.ui.reminding.reminding import KEY
from app.ui.settings.day_chips import DayChips
from app.ui.settings.rows import CONTROL, Row, SettingsCard, SwitchRow
from app.ui.settings.time_list import TimeList
from app.ui.widgets.buttons import show_checked
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label
from app.ui.widgets.time_field import TimeField
from app.ui.widgets.unwheeled import DropDown

BREAKS_MIN = (30, 45, 60, 90, 120)


class RemindersCard(SettingsCard):
    """Off until it is asked for. Without a tray it says so, and there is nothing to choose."""

    def __init__(self, live: Live, look: Look, autostart: Autostart, tray: bool) -> None:
        super().__init__(_("Reminders"))
        self._live, self._look, self._autostart = live, look, autostart
        self._chosen: Reminders = read_reminders(live.ask(live.store.find.setting, KEY, None))
        said = _("By an icon beside the clock. Limber then goes on there when you close its window.")
        first = SwitchRow(look, _("Remind me"), said)
        self.on = first.switch
        self.days = DayChips()
        self.times = TimeList(look)
        quiet = SwitchRow(look, _("Quiet hours"), _("Nothing is said in them."))
        self.quiet = quiet.switch
        self.quiet_from, self.quiet_to = TimeField(_("Quiet from")), TimeField(_("Quiet until"))
        self.breaks = DropDown(_("Desk break"))
        self.breaks.setFixedWidth(in_text(CONTROL))
        login = SwitchRow(look, _("Start with the computer"), _("In the tray, without a window."))
        self.login = login.switch
        self.problem = label(kind="small", tone="stop" if tray else "muted", wrap=True)
        self._parts = (
            Row(_("Days"), self.days),
            Row(_("Times"), self.times),
            quiet,
            Row(_("Quiet from and until"), _side_by_side(self.quiet_from, self.quiet_to)),
            Row(_("Desk break"), self.breaks, _("After so long at the computer.")),
            login,
        )
        self._fill_breaks()
        for part in (first, *self._parts):
            self.add_row(part)
        self.box.addWidget(self.problem)
        first.setVisible(tray)
        self._tray = tray
        if not tray:
            self.problem.setText(_without_tray())
            self.problem.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._connect()
        self.show_kept()

    def show_kept(self) -> None:
        chosen = self._chosen
        show_checked(self.on, chosen.on)
        self.days.show_days(chosen.days)
        self.times.show_times(chosen.times)
        show_checked(self.quiet, chosen.quiet is not None)
        begin, end = chosen.quiet or (time(22, 0), time(7, 0))
        self.quiet_from.show_time(begin)
        self.quiet_to.show_time(end)
        self.breaks.setCurrentIndex(max(0, self.breaks.findData(chosen.break_min)))
        show_checked(self.login, self._autostart.is_on())
        for part in self._parts:
            self.show_row(part, chosen.on and self._tray)
        self.show_row(self._parts[3], chosen.on and self._tray and chosen.quiet is not None)
        self.problem.setVisible(bool(self.problem.text()))

    def _connect(self) -> None:
        self.on.toggled.connect(self._choose_reminders)
        for made in self.days.chips:
            made.toggled.connect(lambda: self._keep(days=self.days.chosen()))
        self.times.chosen.connect(lambda: self._keep(times=self.times.times()))
        self.quiet.toggled.connect(lambda on: self._keep(quiet=self._quiet_hours() if on else None))
        for field in (self.quiet_from, self.quiet_to):
            field.chosen.connect(lambda: self._keep(quiet=self._quiet_hours()))
        self.breaks.activated.connect(lambda _row: self._keep(break_min=self.breaks.currentData()))
        self.login.toggled.connect(self._choose_login)

    def _quiet_hours(self) -> tuple[time, time]:
        return self.quiet_from.value, self.quiet_to.value

    def _keep(self, **changed: Any) -> None:
        chosen = replace(self._chosen, **changed)
        if self._live.do(self._live.store.settings.set, KEY, to_json(chosen)) is not None:
            self._chosen = chosen
        self.show_kept()

    def _choose_reminders(self, on: bool) -> None:
        """Without them nothing starts with the computer any more: it would be a window, and its switch out of sight."""
        if not on and self._autostart.is_on():
            self._choose_login(False)
        self._keep(on=on)

    def _choose_login(self, on: bool) -> None:
        self.problem.clear()
        try:
            self._autostart.choose(on)
        except OSError as error:
            self.problem.setText(_("That can't be changed: {why}.").format(why=os_reason(error)))
        self.show_kept()

    def _fill_breaks(self) -> None:
        self.breaks.addItem(_("Never"), None)
        for minutes in BREAKS_MIN:
            words = ngettext("Every {minutes} minute", "Every {minutes} minutes", minutes)
            self.breaks.addItem(words.format(minutes=minutes), minutes)


def _without_tray() -> str:
    """GNOME shows no such icons by itself; the extension is Ubuntu's own, https://extensions.gnome.org/extension/615."""
    return _(
        "This desktop shows no icons beside the clock, and Limber needs one there to remind you. On GNOME, install and "
        "switch on the extension “AppIndicator and KStatusNotifierItem Support” (on Debian and Ubuntu the package "
        "{package}), then log in again."
    ).format(package="gnome-shell-extension-appindicator")


def _side_by_side(*fields: QWidget) -> QWidget:
    made = QWidget()
    made.setFixedWidth(in_text(CONTROL))
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for field in fields:
        line.addWidget(field)
    line.addStretch(1)
    return made
