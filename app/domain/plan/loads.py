"""Rule 3: load rises gradually, and goes back after a break.

The gate, the two months and the Jefferson curl's numbers are the article's own, not evidence from studies.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.choices import Amount
from app.domain.exercise import Exercise
from app.domain.plan.evidence import Evidence, turns
from app.domain.plan.opening import GATED_EXERCISE
from app.domain.plan.proposal import Proposal, ProposalKind
from app.domain.plan.weeks import GATE_WEEKS, gate
from app.domain.wording import format_plain
from app.i18n import _, ngettext

FIRST_KG = 2.0  # the lightest load of the article
LEAST_STEP_KG, MOST_STEP_KG = 1.0, 2.0
APART = timedelta(days=30)
DAYS_OFF = 28
LASTS = timedelta(days=DAYS_OFF)


@dataclass(frozen=True, slots=True)
class Load:
    """What somebody works with now, in kg, and since when; None: since before anything that is known."""

    kg: float
    since: date | None


def present_load(exercise: Exercise, evidence: Evidence) -> Load:
    """The load that was accepted, else the one to begin with; or a heavier one that was really done since.

    Only the last four weeks tell: what was lifted before is not what one works with.
    """
    choice = evidence.chosen.get(exercise.id, {}).get(Amount.LOAD)
    base = Load(choice.value, choice.day) if choice else Load(exercise.first_load_kg or 0.0, None)
    done = [turn for turn in turns(evidence, exercise.id, choice.chosen_at if choice else None) if turn.sets]
    lately = [turn.load_kg for turn in done if evidence.today - turn.day < LASTS]
    heaviest = max(lately, default=0.0)
    if heaviest <= base.kg:
        return base
    return Load(heaviest, next(turn.day for turn in done if turn.load_kg >= heaviest))


def propose_load(exercise: Exercise, evidence: Evidence) -> Proposal | None:
    """The next heavier weight that the person owns, or after 28 days off the next lighter one."""
    if exercise.load_kg is None:
        return None
    present = present_load(exercise, evidence)
    off = _days_off(exercise, evidence)
    if off is None or off >= DAYS_OFF:
        return _back_down(exercise, evidence, present, off)
    after = heavier(exercise, present.kg, evidence.preferences.weights_kg)
    why = _reason_to_rise(exercise, evidence, present)
    if after is None or not why:
        return None
    return Proposal(exercise.id, ProposalKind.LOAD, Amount.LOAD, present.kg, after, why, _source())


def wants_weight(exercise: Exercise, evidence: Evidence) -> bool:
    """A heavier load would be due, but none that would fit is among the weights that the person owns."""
    if exercise.load_kg is None:
        return False
    present, off = present_load(exercise, evidence), _days_off(exercise, evidence)
    return (
        off is not None
        and off < DAYS_OFF
        and present.kg + LEAST_STEP_KG <= exercise.load_kg.high
        and heavier(exercise, present.kg, evidence.preferences.weights_kg) is None
        and bool(_reason_to_rise(exercise, evidence, present))
    )


def heavier(exercise: Exercise, present_kg: float, owned: Collection[float]) -> float | None:
    """The lightest weight owned that is one step of 1–2 kg up, and neither below the first load nor too heavy."""
    top = exercise.load_kg.high if exercise.load_kg else 0.0
    least, most = max(FIRST_KG, present_kg + LEAST_STEP_KG), min(top, present_kg + MOST_STEP_KG)
    return min((kg for kg in owned if least <= kg <= most), default=None)


def lighter(exercise: Exercise, present_kg: float, owned: Collection[float]) -> float | None:
    """The heaviest weight owned below the present one, else none at all where the exercise can be done without."""
    span = exercise.load_kg
    below = [] if span is None else [kg for kg in (0.0, *owned) if kg in span and kg < present_kg]
    return max(below, default=None)


def _days_off(exercise: Exercise, evidence: Evidence) -> int | None:
    """Days since the exercise was last done, or its load chosen; None where that is longer ago than is known."""
    choice = evidence.chosen.get(exercise.id, {}).get(Amount.LOAD)
    days = [turn.day for turn in turns(evidence, exercise.id) if turn.sets] + ([choice.day] if choice else [])
    return (evidence.today - max(days)).days if days else None


def _back_down(exercise: Exercise, evidence: Evidence, present: Load, off: int | None) -> Proposal | None:
    after = lighter(exercise, present.kg, evidence.preferences.weights_kg)
    if off is None or after is None or present.kg <= (exercise.first_load_kg or 0.0):
        return None
    why = ngettext(
        "You have not done it for {days} day: begin again with less.",
        "You have not done it for {days} days: begin again with less.",
        off,
    ).format(days=off)
    source = _(
        "That load follows training gradually is a rule of the training article Limber follows; the 28 days are ours."
    )
    return Proposal(exercise.id, ProposalKind.LOAD, Amount.LOAD, present.kg, after, why, source)


def _reason_to_rise(exercise: Exercise, evidence: Evidence, present: Load) -> str:
    """Why a heavier load is due, as a sentence; empty while it is not."""
    today = evidence.today
    if exercise.id == GATED_EXERCISE and present.kg >= FIRST_KG:
        if present.since is None or today - present.since < APART:
            return ""
        return ngettext(
            "You have done it with {load} kg for {days} day.",
            "You have done it with {load} kg for {days} days.",
            (today - present.since).days,
        ).format(load=format_plain(present.kg), days=(today - present.since).days)
    met = gate(evidence.sessions, exercise.id, today, evidence.away, present.kg, present.since)
    if not met.is_open:
        return ""
    if present.kg:
        return _(
            "{regular} of your last {weeks} whole weeks were regular, "
            "and you did it on {days} days in them with {load} kg."
        ).format(regular=met.regular_weeks, weeks=GATE_WEEKS, days=met.days, load=format_plain(present.kg))
    return _("{regular} of your last {weeks} whole weeks were regular, and you did it on {days} days in them.").format(
        regular=met.regular_weeks, weeks=GATE_WEEKS, days=met.days)  # fmt: skip


def _source() -> str:
    return _(
        "Two months first, then small steps: rule and numbers of the training article Limber follows, "
        "not evidence from studies."
    )
