"""What was done of one exercise: a field for each set, the sides one under the other."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.playing.timeline import Segment
from app.domain.training.sessions import FinishedSet
from app.domain.wording import side_name
from app.i18n import _
from app.ui.session.summary.amount_field import AmountField
from app.ui.session.summary.amounts import REPS, SECONDS
from app.ui.widgets.text import label

_SIDED = (Side.LEFT, Side.RIGHT)


class DoneCell(QWidget):
    """`planned` are the works of one exercise, each by its first segment."""

    entered = Signal(int, float)  # work, reps or seconds

    def __init__(self, planned: Sequence[Segment], name: str) -> None:
        super().__init__()
        self.fields: dict[int, AmountField] = {}
        self._sets = QWidget()
        self._nothing = label(_("not done"), "small", "muted")
        self._nothing.setContentsMargins(4, 0, 0, 0)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._sets)
        box.addWidget(self._nothing)
        box.addStretch(1)
        lines = QVBoxLayout(self._sets)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for segments in _by_side(planned):
            lines.addLayout(self._make_line(segments, name))

    def show_sets(self, sets: Mapping[int, FinishedSet], *, editable: bool) -> None:
        self._sets.setVisible(bool(sets))
        self._nothing.setVisible(not sets)
        for work, field in self.fields.items():
            finished = sets.get(work)
            field.show_amount(_amount(finished) if finished else None)
            field.setReadOnly(not editable)

    def _make_line(self, segments: Sequence[Segment], name: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        for segment in segments:
            work = _work(segment)
            field = AmountField(REPS if segment.reps is not None else SECONDS, _field_name(segment, name))
            field.entered.connect(partial(self.entered.emit, work))
            self.fields[work] = field
            line.addWidget(field)
        line.addSpacing(4)
        line.addWidget(_unit(segments[0]))
        side = _side(segments[0])
        if side is not None:
            line.addSpacing(8)
            line.addWidget(label(side_name(side), "small", side.value))
        line.addStretch(1)
        return line


class LoadCell(QWidget):
    """The weight of one exercise."""

    def __init__(self, field: AmountField, taken: Callable[[float], object]) -> None:
        super().__init__()
        self.field = field
        field.entered.connect(taken)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(field)
        line.addWidget(label(_("kg"), "small", "muted"))
        line.addStretch(1)


def _by_side(planned: Iterable[Segment]) -> list[list[Segment]]:
    """The works of each side in their order; a series or an exercise without sides is one group."""

    def rank(segment: Segment) -> int:
        return 1 if _side(segment) is Side.RIGHT else 0

    return [list(group) for _side, group in groupby(sorted(planned, key=rank), key=rank)]


def _side(segment: Segment) -> Side | None:
    """Left or right, where the whole set is done on one side."""
    return segment.side if segment.side in _SIDED and segment.position is None else None


def _unit(segment: Segment) -> QLabel:
    reps = _("reps in all") if segment.side is Side.ALTERNATE else _("reps")
    made = label(_("s") if segment.reps is None else reps, "small", "muted")
    made.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


def _field_name(segment: Segment, name: str) -> str:
    what = _("reps") if segment.reps is not None else _("seconds")
    place = _("{exercise}, set {number}, {what}").format(exercise=name, number=segment.set_number, what=what)
    side = _side(segment)
    return _("{place}, {side}").format(place=place, side=side_name(side)) if side else place


def _work(segment: Segment) -> int:
    assert segment.work is not None  # noqa: S101  for mypy: only works are handed in
    return segment.work


def _amount(finished: FinishedSet) -> float:
    return float(finished.reps if finished.reps is not None else finished.hold_s or 0.0)
