"""One extra set on the side that reaches less: our suggestion, from the left/right rule of `progress/sides.py`."""

from collections.abc import Mapping

from app.domain.choices import Amount, extra_side
from app.domain.exercise import Direction, Exercise, Side, Sides
from app.domain.measurement import Measure
from app.domain.plan.evidence import Evidence
from app.domain.plan.proposal import Proposal, ProposalKind
from app.i18n import _

_EXTRA = {Side.LEFT: Amount.EXTRA_LEFT, Side.RIGHT: Amount.EXTRA_RIGHT}


def helped_by(measure: Measure, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """The exercise that gets the extra set: the first that moves one side after the other in the test's direction."""
    if measure.direction not in {Direction.LATERAL_FLEXION, Direction.ROTATION}:
        return None
    fitting = (
        each for each in exercises.values() if each.sides is Sides.EACH and each.directions == (measure.direction,)
    )
    return next(fitting, None)


def propose_extra_set(
    exercise: Exercise, evidence: Evidence, exercises: Mapping[str, Exercise], measures: Mapping[str, Measure]
) -> Proposal | None:
    """A set more on one side, or without it again once no difference is seen any more."""
    telling = [each for each in measures.values() if helped_by(each, exercises) == exercise]
    found = [(each, evidence.reaches_less[each.id]) for each in telling if each.id in evidence.reaches_less]
    has = extra_side(evidence.chosen.get(exercise.id, {}))
    if found:
        measure, side = found[0]
        return None if side is has else _more(exercise, measure, side)
    measured = {measure_id for measure_id, _side in evidence.measured}
    if has is None or not any(each.id in measured for each in telling):
        return None
    why = _("Your tests show no difference between left and right any more.")
    return Proposal(exercise.id, ProposalKind.EXTRA_SET, _EXTRA[has], 1.0, 0.0, why, _source())


def _more(exercise: Exercise, measure: Measure, side: Side) -> Proposal:
    why = {
        Side.LEFT: _("{test}: your left side reaches less, by more than the measuring error."),
        Side.RIGHT: _("{test}: your right side reaches less, by more than the measuring error."),
    }[side]
    return Proposal(
        exercise.id, ProposalKind.EXTRA_SET, _EXTRA[side], 0.0, 1.0, why.format(test=measure.name), _source()
    )


def _source() -> str:
    return _("Our suggestion; neither the training article Limber follows nor a study says so.")
