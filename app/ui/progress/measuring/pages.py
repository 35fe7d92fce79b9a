"""What the guide's pages say: before you start, take care, each step, and the paced reaches."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.measurement import Measure
from app.i18n import _
from app.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class GuidePage:
    """`lead`: its sentences are shown large, to be read from a step away."""

    title: str
    sentences: tuple[str, ...]
    lead: bool = False


def guide_pages(measure: Measure) -> tuple[GuidePage, ...]:
    """The pages of `measure` in their order: what comes before, the steps from `first_step` on, the reaches last."""
    before = [GuidePage(_("Before you start"), (measure.about, *measure.protocol))]
    if measure.cautions:
        before.append(GuidePage(_("Take care"), measure.cautions))
    count = len(measure.steps)
    steps = (
        GuidePage(_("Step {number} of {count}").format(number=number, count=count), (step,), lead=True)
        for number, step in enumerate(measure.steps, 1)
    )
    reaches = GuidePage(
        _("Practice, then three"),
        (
            _("The voice paces you: one practice, then three that count, each held for 2 seconds."),
            _("Between them there is time to read the value. Type all three when it is over."),
        ),
    )
    return (*before, *steps, reaches)


def first_step(measure: Measure) -> int:
    """The place of the first step among the pages."""
    return 2 if measure.cautions else 1


def page_widget(page: GuidePage, parts: Sequence[QWidget] = ()) -> QWidget:
    """The page's words, and below them its buttons."""
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 8, 0)
    box.setSpacing(6)
    box.addWidget(label(page.title, "small", "accent", strong=True))
    for sentence in page.sentences:
        box.addWidget(label(sentence, "lead" if page.lead else "body", wrap=True))
    if parts:
        box.addSpacing(4)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return made
