"""All that is proposed, at most one thing for each exercise: less before more."""

from collections.abc import Mapping

from app.domain.exercise import Exercise
from app.domain.measurement import Measure
from app.domain.plan.doses import hurt, propose_easier, propose_step
from app.domain.plan.evidence import Evidence, known_exercises, turns_ahead
from app.domain.plan.loads import propose_load
from app.domain.plan.proposal import Proposal, is_waved_off
from app.domain.plan.sides import helped_by, propose_extra_set


def next_proposal(
    exercise: Exercise, evidence: Evidence, exercises: Mapping[str, Exercise], measures: Mapping[str, Measure]
) -> Proposal | None:
    """What to change in `exercise` now; None where nothing is due or it was postponed or declined lately.

    While an easier dose is waved off nothing heavier is proposed in its place, nor while it hurt in a session that is
    dated ahead.
    """
    proposal = propose_easier(exercise, evidence)
    if proposal is None and not any(map(hurt, turns_ahead(evidence, exercise.id))):
        proposal = (
            propose_load(exercise, evidence)
            or propose_step(exercise, evidence)
            or propose_extra_set(exercise, evidence, exercises, measures)
        )
    if proposal is None or is_waved_off(proposal, evidence.answers, evidence.today):
        return None
    return proposal


def proposals(
    evidence: Evidence, exercises: Mapping[str, Exercise], measures: Mapping[str, Measure], closed: Mapping[str, str]
) -> list[Proposal]:
    """For every exercise that is open, in the order of the catalogue."""
    helped = [helped_by(measure, exercises) for measure in measures.values()]
    asked = known_exercises(evidence) | {exercise.id for exercise in helped if exercise is not None}
    found = (
        next_proposal(exercise, evidence, exercises, measures)
        for exercise in exercises.values()
        if exercise.id in asked and exercise.id not in closed
    )
    return [proposal for proposal in found if proposal is not None]
