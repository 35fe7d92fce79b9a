"""What the readings of a measure say: a verdict for each side, what it means, and, when asked, how sure it is."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.measurement import Unit
from app.domain.progress.judging import Judgement
from app.domain.progress.sentences import (
    judgement_sentence,
    projection_sentence,
    rhythm_sentence,
    side_sentence,
    sides_sentence,
    since_start_sentence,
    status_by_side,
    verdict_sentence,
)
from app.domain.units import format_short
from app.i18n import _
from app.ui.progress.shown import ChartShown, side_title, side_tone
from app.ui.widgets.buttons import chip, show_checked
from app.ui.widgets.text import label


class Status(QWidget):
    """`text` is all that is said of change in one line, for a screen reader, whether it is folded or not."""

    strict_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._labels: list[QLabel] = []
        self._lines = QGridLayout()
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)
        self.more = label(wrap=True)
        self.rhythm = label(kind="small", tone="muted", wrap=True)
        self.sure = chip(_("How sure is this?"))
        self.start = label(kind="small", wrap=True)
        self.error = label(kind="small", tone="muted", wrap=True)
        self.strict = chip(_("Strict"))
        self.strict.toggled.connect(self.strict_chosen)
        self._folded = self._make_folded()
        self._folded.hide()
        self.sure.toggled.connect(self._folded.setVisible)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(self._lines)
        for part in (self.more, self.rhythm):
            box.addWidget(part)
        box.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._folded)

    def _make_folded(self) -> QWidget:
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.error, 1)
        foot.addWidget(self.strict, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.start)
        box.addLayout(foot)
        return made

    def show_status(self, shown: ChartShown) -> None:
        course = shown.course
        verdicts, sentences = _sentences(shown, verdict_sentence), _sentences(shown, judgement_sentence)
        self._show_sentences(verdicts)
        said = [_sided(side, sentence) for side, sentence in sentences.items()]
        sure = [_sided(side, sentence) for side, sentence in sentences.items() if sentence != verdicts[side]]
        starts = list(_starts(shown))
        more = " ".join(filter(None, [*_projections(shown), sides_sentence(course.compared)]))
        rhythm = rhythm_sentence(shown.measure, course.readings, shown.now.date())
        error = error_sentence(shown) if course.readings else ""
        parts = {self.start: "\n".join([*sure, *starts]), self.more: more, self.rhythm: rhythm, self.error: error}
        for part, words in parts.items():
            part.setText(words)
            part.setVisible(bool(words))
        self._show_strict(shown, has_readings=bool(course.readings))
        has_more = bool(sure or starts or error)
        self.sure.setVisible(has_more)
        self._folded.setVisible(has_more and self.sure.isChecked())
        self.text = " ".join(filter(None, [*said, *starts, more, rhythm]))

    def _show_sentences(self, sentences: dict[Side | None, str]) -> None:
        for old in self._labels:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        for place, (side, sentence) in enumerate(sentences.items()):
            words = label(sentence, "lead", wrap=True)
            self._lines.addWidget(words, place, 1)
            self._labels.append(words)
            if side is not None:
                title = label(side_title(side), "lead", side_tone(side), strong=True)
                self._lines.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
                self._labels.append(title)

    def _show_strict(self, shown: ChartShown, *, has_readings: bool) -> None:
        strict = shown.measure.strict_error
        self.strict.setVisible(strict is not None and has_readings)
        show_checked(self.strict, shown.strict)
        if strict is not None:
            value = format_short(strict, shown.measure.unit, shown.shown_in)
            self.strict.setText(_("Strict: {error}").format(error=value))
            self.strict.setToolTip(_("Only call a change that is larger than {error}, the largest published error")
                                   .format(error=value))  # fmt: skip


def error_sentence(shown: ChartShown) -> str:
    """Where the error comes from, and each side's own where it is the larger one."""
    measure = shown.measure
    said = [_("Measuring error: {source}").format(source=measure.error_source)] if measure.error_source else []
    if shown.strict and measure.strict_error is not None:
        said.append(_("You chose the strict one, {error}.").format(
            error=format_short(measure.strict_error, measure.unit, shown.shown_in)))  # fmt: skip
    for side in shown.course.sides:
        if side.error is not None and not side.error.is_published:
            value = format_short(side.error.value, measure.unit, shown.shown_in)
            words = _("Your own tries scatter more, so {error} counts.") if side.error.published is not None else _(
                "From how far your own tries scatter, {error} counts.")  # fmt: skip
            said.append(_sided(side.side, words.format(error=value)))
    return " ".join(said)


def _sentences(shown: ChartShown, said: Callable[[Judgement, Unit, str], str]) -> dict[Side | None, str]:
    """What each side says about change, its judgement as it is `said`; without readings what the first will say."""
    measure, shown_in = shown.measure, shown.shown_in
    return {
        side.side: side_sentence(
            measure, side.current.readings, side.judgement, shown_in, begun_anew=len(side.runs) > 1, said=said
        )
        for side in shown.course.sides
    } or status_by_side(measure, ())


def _starts(shown: ChartShown) -> Iterator[str]:
    for side in shown.course.sides:
        words = since_start_sentence(shown.measure, side.current.readings, side.error, shown.shown_in)
        if words:
            yield _sided(side.side, words)


def _projections(shown: ChartShown) -> Iterator[str]:
    for side in shown.course.sides:
        if side.projection is not None:
            words = projection_sentence(side.projection, shown.measure.unit, shown.now.date(), shown.shown_in)
            yield _sided(side.side, words)


def _sided(side: Side | None, sentence: str) -> str:
    names = {Side.LEFT: _("Left: {sentence}"), Side.RIGHT: _("Right: {sentence}")}
    return names[side].format(sentence=sentence) if side in names else sentence
