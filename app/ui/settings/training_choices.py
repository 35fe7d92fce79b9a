"""What a person says about their training, in the settings or at the first start: each control kept at once."""

from app.domain.catalogue_items import EQUIPMENT
from app.domain.preferences import LEAST_DAYS, LENGTH_UNITS, MOST_DAYS
from app.domain.units import unit_name
from app.domain.wording import format_plain
from app.i18n import _
from app.ui.look import Look
from app.ui.settings.kept import Kept
from app.ui.settings.rows import CONTROL, SwitchRow
from app.ui.widgets.buttons import show_checked
from app.ui.widgets.chips import Chips
from app.ui.widgets.segments import Segments
from app.ui.widgets.sizes import in_text

USUAL_WEIGHTS_KG = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0)


def target_words() -> str:
    return _("Three at least; every day is better still.")


def target_choice(kept: Kept) -> Segments:
    """Training days a week."""
    days = [(str(number), str(number)) for number in range(LEAST_DAYS, MOST_DAYS + 1)]
    made = Segments(_("Training days a week"), days, str(LEAST_DAYS))
    made.setFixedWidth(in_text(CONTROL))
    made.chosen.connect(lambda chosen: kept.keep("weekly_target", int(chosen)))
    kept.follow(lambda: made.choose(str(kept.preferences.weekly_target)))
    return made


def deep_bending_row(kept: Kept, look: Look) -> SwitchRow:
    about = _("No Jefferson curl, reverse crunch, straddle bends or tests that bend forward; cat-cow to mid-range.")
    row = SwitchRow(look, _("Leave out deep forward bending"), about)
    row.switch.toggled.connect(lambda on: kept.keep("leave_out_deep_bending", on))
    kept.follow(lambda: show_checked(row.switch, kept.preferences.leave_out_deep_bending))
    return row


def equipment_choice(kept: Kept) -> Chips[str]:
    """As long as nothing was said, everything is at hand."""
    about = _("What you don't have is left out of the routines.")
    made = Chips(_("Equipment at hand"), [(each, _(each)) for each in EQUIPMENT], about)
    made.chosen.connect(lambda: kept.keep("equipment", made.keys))
    kept.follow(lambda: made.choose(EQUIPMENT if kept.preferences.equipment is None else kept.preferences.equipment))
    return made


def weights_choice(kept: Kept) -> Chips[float]:
    """The usual weights, and whatever else is owned."""
    weights = sorted({*USUAL_WEIGHTS_KG, *kept.preferences.weights_kg})
    about = _("Dumbbells or kettlebells you own: no other weight is proposed.")
    made = Chips(_("Weights"), [(kg, _("{load} kg").format(load=format_plain(kg))) for kg in weights], about)
    made.chosen.connect(lambda: kept.keep("weights_kg", made.keys))
    kept.follow(lambda: made.choose(kept.preferences.weights_kg))
    return made


def unit_choice(kept: Kept) -> Segments:
    made = Segments(_("Lengths in"), [(unit, unit_name(unit)) for unit in LENGTH_UNITS], LENGTH_UNITS[0])
    made.setFixedWidth(in_text(CONTROL // 2))
    made.chosen.connect(lambda unit: kept.keep("length_unit", unit))
    kept.follow(lambda: made.choose(kept.preferences.length_unit))
    return made
