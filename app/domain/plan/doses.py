"""Rules 5 and 6: an easier dose after discomfort, and filling a dose's range.

Unanswered discomfort is unknown: it neither counts for a step nor breaks a run.
"""

from collections.abc import Iterable

from app.domain.choices import Amount
from app.domain.exercise import Dose, Exercise, Range, Sides, Source
from app.domain.plan.evidence import Evidence, Turn, turns, turns_ahead
from app.domain.plan.loads import lighter
from app.domain.plan.proposal import Proposal, ProposalKind
from app.domain.training.sessions import FinishedSet
from app.domain.wording import format_plain, format_range
from app.i18n import _

TOO_MUCH = 4  # of 10: an easier dose next time
RUN = 3  # sessions running
STEPS_OF_A_RANGE = 3  # from its low end to its top
LEAST_HOLD_STEP_S = 5
EASIER_SHARE = 0.75  # of a dose that has no lower step
TOLERANCE = 0.5  # of a second: a hold is stored to a tenth


def propose_step(exercise: Exercise, evidence: Evidence) -> Proposal | None:
    """The next step in the range of reps or seconds, after three sessions running that filled the present one."""
    amount, span = _amount(exercise.dose)
    choice = evidence.chosen.get(exercise.id, {}).get(amount)
    present = choice.value if choice else span.low
    after = min(span.high, present + _step(amount, span))
    went = turns(evidence, exercise.id, choice.chosen_at if choice else None)
    if after <= present or run_at(exercise, went, present) < RUN:
        return None
    if amount is Amount.REPS:
        kind = ProposalKind.REPS
        why = _("You did {done} reps in three sessions running, with a discomfort of {most} or less.")
    else:
        kind = ProposalKind.HOLD
        why = _("You held {done} s in three sessions running, with a discomfort of {most} or less.")
    return Proposal(
        exercise.id, kind, amount, present, after,
        why.format(done=format_plain(present), most=TOO_MUCH - 1), _range_source(exercise, span),
    )  # fmt: skip


def _range_source(exercise: Exercise, span: Range) -> str:
    if exercise.dose_source is Source.ARTICLE:
        sentence = _(
            "The range of {range} is that of the training article Limber follows, not evidence; "
            "the steps through it are ours."
        )
    else:
        sentence = _("The range of {range} is that of the exercise; the steps through it are ours.")
    return sentence.format(range=format_range(span))


def run_at(exercise: Exercise, went: Iterable[Turn], target: float) -> int:
    """How many of the last sessions running reached `target` in every set, answered and without discomfort."""
    run = 0
    for turn in went:
        if turn.stopped:
            run = 0
        elif turn.discomfort is not None:
            reached = all(_a_side(exercise, each) >= target - TOLERANCE for each in turn.sets)
            run = run + 1 if reached and turn.discomfort < TOO_MUCH else 0
    return run


def propose_easier(exercise: Exercise, evidence: Evidence) -> Proposal | None:
    """Less, where the last session that tells anything told of discomfort of 4 or more, or ended with a sharp pain.

    What was decided about the exercise since is an answer to that already. Of a session that is dated ahead it can't be
    told whether it was before or after, so there any decision is one.
    """
    choices = [each for amount, each in evidence.chosen.get(exercise.id, {}).items() if amount is not Amount.OPENED]
    since = max((each.chosen_at for each in choices), default=None)
    went = turns(evidence, exercise.id, since) + ([] if choices else turns_ahead(evidence, exercise.id))
    told = [turn for turn in went if turn.stopped or turn.discomfort is not None]
    if not told or not hurt(told[-1]):
        return None
    last = told[-1]
    less = _easier(exercise, last, evidence)
    if less is None:
        return None
    amount, before, after = less
    why = (
        _("A sharp pain ended it last time.") if last.stopped else _("You gave it a discomfort of {number} last time.")
    )
    source = _(
        "Training with care is a rule of the training article Limber follows; that {number} of 10 is too much is ours."
    ).format(number=TOO_MUCH)
    return Proposal(exercise.id, ProposalKind.EASE, amount, before, after, why.format(number=last.discomfort), source)


def hurt(turn: Turn) -> bool:
    return turn.stopped or (turn.discomfort or 0) >= TOO_MUCH


def _easier(exercise: Exercise, last: Turn, evidence: Evidence) -> tuple[Amount, float, float] | None:
    """What to take less of, from what to what: the load first, then within the range, then sets, then below it."""
    if last.load_kg > 0:
        kg = lighter(exercise, last.load_kg, evidence.preferences.weights_kg)
        return None if kg is None else (Amount.LOAD, last.load_kg, kg)
    amount, usual = _amount(exercise.dose)
    choices = evidence.chosen.get(exercise.id, {})
    planned = choices[amount].value if amount in choices else usual.low
    present = max((_a_side(exercise, each) for each in last.sets), default=0.0) or planned
    if present > usual.low:
        return amount, present, max(usual.low, present - _step(amount, usual))
    planned_sets = choices[Amount.SETS].value if Amount.SETS in choices else exercise.dose.sets
    sets = max((each.set_number for each in last.sets), default=int(planned_sets))
    if sets > 1:
        return Amount.SETS, float(sets), float(sets - 1)
    fewer = float(int(present * EASIER_SHARE))
    return (amount, present, fewer) if fewer >= 1 else None


def _amount(dose: Dose) -> tuple[Amount, Range]:
    """What a dose counts: reps, or the seconds of a hold or a position."""
    if dose.reps is not None:
        return Amount.REPS, dose.reps
    return Amount.HOLD, dose.hold_s or Range(0, 0)


def _step(amount: Amount, span: Range) -> float:
    """15→30 reps in fives, 10→20 s in fives."""
    third = float(round((span.high - span.low) / STEPS_OF_A_RANGE))
    return max(third, LEAST_HOLD_STEP_S if amount is Amount.HOLD else 1.0)


def _a_side(exercise: Exercise, done: FinishedSet) -> float:
    """Reps or seconds of one set, as a dose counts them: a stored set holds both ways, or all bends of a series."""
    if exercise.sides is Sides.ALTERNATE:
        return (done.reps or 0) // 2
    amount = done.hold_s or 0.0 if done.reps is None else float(done.reps)
    return round(amount / max(1, len(exercise.positions)), 1)
