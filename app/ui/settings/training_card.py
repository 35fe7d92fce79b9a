"""How much a person wants to train, and with what."""

from app.i18n import _
from app.ui.look import Look
from app.ui.settings.kept import Kept
from app.ui.settings.rows import Row, SettingsCard
from app.ui.settings.training_choices import (
    deep_bending_row,
    equipment_choice,
    target_choice,
    target_words,
    unit_choice,
    weights_choice,
)


class TrainingCard(SettingsCard):
    def __init__(self, kept: Kept, look: Look) -> None:
        super().__init__(_("Training"))
        deep = deep_bending_row(kept, look)
        self.target, self.deep_bending, self.unit = target_choice(kept), deep.switch, unit_choice(kept)
        self.equipment, self.weights = equipment_choice(kept), weights_choice(kept)
        self.add_row(Row(_("Training days a week"), self.target, target_words()))
        self.add_row(self.equipment)
        self.add_row(self.weights)
        self.add_row(deep)
        self.add_row(Row(_("Lengths in"), self.unit))
