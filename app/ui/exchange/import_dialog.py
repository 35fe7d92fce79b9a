"""What an import would do, told before anything is done."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.exchange.parsing import Refusal
from app.i18n import _, ngettext
from app.store.merge import MergeCounts
from app.ui.widgets.asking import Asking
from app.ui.widgets.card import Card
from app.ui.widgets.text import label

MOST_SHOWN = 20  # refusals; whoever mends a file by hand begins with the first


class ImportDialog(Asking):
    """`counts` by table, as `Store.preview` gives them; with nothing to do it can only be closed."""

    def __init__(self, file: str, counts: Mapping[str, MergeCounts], note: str = "", parent: QWidget | None = None):
        total = sum(counts.values(), MergeCounts())
        self.changes = total.added + total.updated
        super().__init__(_("Import {file}").format(file=file), _("Import") if self.changes else "", parent)
        self.inside.addWidget(label(_sentence(total), "lead", wrap=True))
        if note:
            self.inside.addWidget(label(note, tone="caution", wrap=True))
        card = Card()
        card.box.addLayout(_table(counts))
        self.inside.addWidget(card)
        self.inside.addWidget(
            label(
                _("Where both have the same thing, the one that was changed last counts. What was deleted in the file "
                  "is deleted here too. You can undo the import as one step."),
                "small", "muted", wrap=True,
            )
        )  # fmt: skip
        self.inside.addStretch(1)
        (self.do_button if self.changes else self.leave_button).setFocus()


class RefusedDialog(Asking):
    """Why nothing was taken from a file, with every place."""

    def __init__(self, file: str, sentence: str, refused: Sequence[Refusal], parent: QWidget | None = None) -> None:
        super().__init__(_("Nothing was taken from {file}").format(file=file), "", parent)
        if not refused:
            self.inside.addWidget(label(sentence, wrap=True))
        for each in refused[:MOST_SHOWN]:
            card = Card(spacing=2)
            card.box.addWidget(label(each.where, "small", "muted", wrap=True))
            card.box.addWidget(label(each.why, wrap=True))
            self.inside.addWidget(card)
        more = len(refused) - MOST_SHOWN
        if more > 0:
            words = ngettext("and {count} more place", "and {count} more places", more).format(count=more)
            self.inside.addWidget(label(words, tone="muted"))
        self.inside.addWidget(label(_("Your data is as it was."), "small", "muted"))
        self.inside.addStretch(1)
        self.leave_button.setFocus()


def _sentence(total: MergeCounts) -> str:
    if not total.added + total.updated:
        return _("There is nothing in it that is not here already.")
    parts = []
    if total.added:
        parts.append(ngettext("{count} will be added", "{count} will be added",
                              total.added).format(count=f"{total.added:n}"))  # fmt: skip
    if total.updated:
        parts.append(ngettext("{count} will be updated", "{count} will be updated",
                              total.updated).format(count=f"{total.updated:n}"))  # fmt: skip
    if total.unchanged:
        parts.append(ngettext("{count} stays as it is", "{count} stay as they are",
                              total.unchanged).format(count=f"{total.unchanged:n}"))  # fmt: skip
    return _("{what}.").format(what=", ".join(parts))


def _table(counts: Mapping[str, MergeCounts]) -> QGridLayout:
    """One line a kind of thing, numbers under one another."""
    named = {"readings": _("Readings"), "sessions": _("Sessions"), "sets": _("Sets")}
    rest = sum((each for name, each in counts.items() if name not in named), MergeCounts())
    lines = [(words, counts.get(name, MergeCounts())) for name, words in named.items()]
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    for column, words in enumerate((_("Added"), _("Updated"), _("Unchanged")), 1):
        grid.addWidget(label(words, "small", "muted"), 0, column, Qt.AlignmentFlag.AlignRight)
    for line, (words, each) in enumerate([*lines, (_("Everything else"), rest)], 1):
        grid.addWidget(label(words, wrap=True), line, 0)
        for column, number in enumerate((each.added, each.updated, each.unchanged), 1):
            shown = label(str(number), tone="" if number else "muted")
            grid.addWidget(shown, line, column, Qt.AlignmentFlag.AlignRight)
    return grid
