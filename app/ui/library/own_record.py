"""What one person has to do with an exercise: how often they did it, their own dose, and what is proposed next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.domain.choices import Amount, Chosen
from app.domain.exercise import Exercise
from app.domain.plan import Proposal, describe_change
from app.domain.routine import own_step
from app.domain.suiting import with_own_amounts
from app.domain.training.sessions import Practice
from app.domain.wording import day_name, describe_step, format_plain
from app.i18n import _, ngettext
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, row
from app.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Mine:
    """`practice` is None before the exercise was ever done, `dose` empty where it is the usual one.

    `opened` on purpose, although the rules say "not yet". `stopped` is a sentence where a sharp pain ended it today.
    """

    today: date
    practice: Practice | None = None
    dose: str = ""
    proposal: Proposal | None = None
    opened: bool = False
    stopped: str = ""


class OwnRecord(Card):
    """`asked` names a command of the plan, what it is about, and what to say when that is done."""

    asked = Signal(str, object, str)

    def __init__(self, exercise: Exercise, mine: Mine) -> None:
        super().__init__(soft=True, padding=16, spacing=6)
        self._exercise = exercise
        self.accept_button: QPushButton | None = None
        self.usual_button: QPushButton | None = None
        self.close_button: QPushButton | None = None
        self.box.addWidget(label(_("Your record"), "small", "muted", strong=True))
        self.box.addWidget(label(_record(mine), wrap=True))
        if mine.stopped:
            self.box.addWidget(label(mine.stopped, strong=True, wrap=True))
        if mine.dose:
            self.box.addWidget(label(_("Your dose: {dose}.").format(dose=mine.dose), wrap=True))
            self.usual_button = self._offer(_("Back to the usual dose"), self._go_back)
        if mine.opened:
            self.box.addWidget(label(_("Open because you opened it on purpose."), wrap=True))
            self.close_button = self._offer(_("Close it again"), self._close)
        if mine.proposal is not None:
            self._propose(mine.proposal)

    def _propose(self, proposal: Proposal) -> None:
        self.box.addWidget(label(_("Proposed next: {change}").format(change=describe_change(proposal)), strong=True,
                                 wrap=True))  # fmt: skip
        self.box.addWidget(label(proposal.reason, wrap=True))
        self.box.addWidget(label(proposal.source, "small", "muted", wrap=True))
        said = _("Accepted: it is played so from now on")
        self.accept_button = self._offer(_("Accept"), lambda: self.asked.emit("accept", proposal, said))

    def _offer(self, text: str, do: Callable[[], None]) -> QPushButton:
        made = button(text, do)
        made.setAccessibleName(f"{text}: {self._exercise.name}")
        self.box.addLayout(row(made))
        return made

    def _go_back(self) -> None:
        self.asked.emit("go_back_to_usual", self._exercise.id, _("Back to the usual dose"))

    def _close(self) -> None:
        self.asked.emit("close_exercise", self._exercise.id, _("Closed again"))


def own_dose(exercise: Exercise, chosen: Chosen) -> str:
    """The dose that was accepted, in words; empty where it is the usual one."""
    if not set(chosen.get(exercise.id, {})) - {Amount.OPENED}:
        return ""
    usual = own_step(exercise)
    own = with_own_amounts(usual, exercise, chosen)
    return "" if own == usual else describe_step(exercise, own)


def _record(mine: Mine) -> str:
    if mine.practice is None:
        return _("Not done yet.")
    times = ngettext("Done once", "Done {count} times", mine.practice.times).format(count=mine.practice.times)
    last = _("last on {day}").format(day=day_name(mine.practice.last.date(), mine.today))
    if not mine.practice.load_kg:
        return _("{times}, {last}.").format(times=times, last=last)
    load = format_plain(mine.practice.load_kg)
    return _("{times}, {last} with {load} kg.").format(times=times, last=last, load=load)
