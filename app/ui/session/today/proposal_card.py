"""What the plan proposes, one thing after another: accept it, later, or no."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal

from app.domain.exercise import Exercise
from app.domain.plan import Proposal, describe_change
from app.i18n import _
from app.ui.session.today.side_card import SideCard
from app.ui.widgets.buttons import button
from app.ui.widgets.card import row
from app.ui.widgets.text import label


class ProposalCard(SideCard):
    """Shows the first of the proposals; whoever places it keeps the answer and shows the rest."""

    accepted = Signal(object)  # Proposal
    postponed = Signal(object)
    declined = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.proposal: Proposal | None = None
        self._count = label(kind="small", tone="muted")
        self._change = label(kind="lead", wrap=True)
        self._source = label(kind="small", tone="muted", wrap=True)
        self.accept_button = button(_("Accept"), lambda: self.accepted.emit(self.proposal))
        self.later_button = button(_("Later"), lambda: self.postponed.emit(self.proposal), kind="quiet")
        self.no_button = button(_("No"), lambda: self.declined.emit(self.proposal), kind="quiet")
        self.later_button.setToolTip(_("Ask again in a week"))
        self.no_button.setToolTip(_("Not asked again for a month"))
        head = row(label(_("Proposal"), "small", "muted"))
        head.addWidget(self._count)
        self.box.addLayout(head)
        self.box.addWidget(self._title)
        self.box.addWidget(self._change)
        self.box.addWidget(self._text)
        self.box.addWidget(self._source)
        self.add_buttons(self.accept_button, self.later_button, self.no_button)
        self.hide()

    @property
    def change(self) -> str:
        return self._change.text()

    def show_proposals(self, proposals: Sequence[Proposal], exercises: Mapping[str, Exercise]) -> None:
        self.proposal = proposals[0] if proposals else None
        self.setVisible(self.proposal is not None)
        if self.proposal is None:
            return
        self._count.setText(_("1 of {count}").format(count=len(proposals)) if len(proposals) > 1 else "")
        self._change.setText(describe_change(self.proposal))
        self._source.setText(self.proposal.source)
        name = exercises[self.proposal.exercise_id].name
        self.say(name, self.proposal.reason)
        words = (name, describe_change(self.proposal), self.proposal.reason, self.proposal.source)
        self.setAccessibleName(" ".join((_("Proposal"), *words)))
        for made in (self.accept_button, self.later_button, self.no_button):
            made.setAccessibleDescription(f"{name}, {describe_change(self.proposal)}")
