"""How much a person wants to train, and with what."""

from app.domain.catalogue_items import EQUIPMENT
from app.domain.preferences import LEAST_DAYS, LENGTH_UNITS, MOST_DAYS
from app.domain.units import unit_name
from app.domain.wording import format_plain
from app.i18n import _
from app.ui.look import Look
from app.ui.settings.kept import Kept
from app.ui.settings.rows import CONTROL, Row, SettingsCard, SwitchRow
from app.ui.widgets.chips import Chips
from app.ui.widgets.segments import Segments

USUAL_WEIGHTS_KG = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0)


class TrainingCard(SettingsCard):
    """Its parts stand for themselves, so that a first start can ask for the same."""

    def __init__(self, kept: Kept, look: Look) -> None:
        super().__init__(_("Training"))
        self._kept = kept
        self.target = target_choice()
        deep = SwitchRow(
            look,
            _("Leave out deep forward bending"),
            _("No Jefferson curl, reverse crunch, straddle bends or tests that bend forward; cat-cow to mid-range."),
        )
        self.deep_bending = deep.switch
        self.equipment = equipment_choice()
        self.weights = weights_choice(kept.preferences.weights_kg)
        self.unit = Segments(_("Lengths in"), [(unit, unit_name(unit)) for unit in LENGTH_UNITS], LENGTH_UNITS[0])
        self.unit.setFixedWidth(CONTROL // 2)
        self.add_row(Row(_("Training days a week"), self.target, _("Three at least; every day is better still.")))
        self.add_row(self.equipment)
        self.add_row(self.weights)
        self.add_row(deep)
        self.add_row(Row(_("Lengths in"), self.unit))
        self._connect()
        self.show_kept()

    def show_kept(self) -> None:
        """Every control as it is kept; as long as nothing was said, everything is at hand."""
        preferences = self._kept.preferences
        self.target.choose(str(preferences.weekly_target))
        self.deep_bending.setChecked(preferences.leave_out_deep_bending)
        self.equipment.choose(EQUIPMENT if preferences.equipment is None else preferences.equipment)
        self.weights.choose(preferences.weights_kg)
        self.unit.choose(preferences.length_unit)

    def _connect(self) -> None:
        kept = self._kept
        self.target.chosen.connect(lambda days: kept.keep("weekly_target", int(days)))
        self.deep_bending.clicked.connect(lambda on: kept.keep("leave_out_deep_bending", on))
        self.equipment.chosen.connect(lambda: kept.keep("equipment", self.equipment.keys))
        self.weights.chosen.connect(lambda: kept.keep("weights_kg", self.weights.keys))
        self.unit.chosen.connect(lambda unit: kept.keep("length_unit", unit))
        kept.changed.connect(self.show_kept)
        kept.refused.connect(self.show_kept)


def target_choice() -> Segments:
    """Training days a week."""
    days = [(str(number), str(number)) for number in range(LEAST_DAYS, MOST_DAYS + 1)]
    made = Segments(_("Training days a week"), days, str(LEAST_DAYS))
    made.setFixedWidth(CONTROL)
    return made


def equipment_choice() -> Chips[str]:
    about = _("What you don't have is left out of the routines.")
    return Chips(_("Equipment at hand"), [(each, _(each)) for each in EQUIPMENT], about)


def weights_choice(owned: tuple[float, ...]) -> Chips[float]:
    """The usual weights, and whatever else is `owned`."""
    weights = sorted({*USUAL_WEIGHTS_KG, *owned})
    about = _("Dumbbells or kettlebells you own: no other weight is proposed.")
    return Chips(_("Weights"), [(kg, _("{load} kg").format(load=format_plain(kg))) for kg in weights], about)
