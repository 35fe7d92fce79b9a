"""What is not open: the Jefferson curl until the floor is reached (rule 4), and deep forward bends if left out."""

from collections.abc import Iterable, Mapping

from app.domain.choices import NOTHING_CHOSEN, Chosen, is_opened
from app.domain.exercise import Exercise
from app.domain.measurement import Reading, Unit
from app.domain.units import format_value
from app.i18n import _

GATED_EXERCISE = "jefferson-curl"
GATE_MEASURE = "floor-touch"
GATE_CM = 0.0
LESS_DEEP_CM = 5.0


def locks(
    readings: Iterable[Reading],
    exercises: Mapping[str, Exercise],
    shown_in: str = "cm",
    chosen: Chosen = NOTHING_CHOSEN,
    leave_out_deep_bending: bool = False,
) -> dict[str, str]:
    """The exercises that are not open, by id, each with the reason as a sentence.

    The article's rule 4: the Jefferson curl is for those who reach the floor. One session's median at or below
    0 cm opens it for good; so does the person on purpose. Of `readings` the best is enough. `shown_in` is the unit of
    the sentence, cm or in.
    """
    found = {}
    if leave_out_deep_bending:
        found = {each.id: chosen_sentence() for each in exercises.values() if each.deep_forward_bend}
    exercise = exercises.get(GATED_EXERCISE)
    if exercise is not None and exercise.id not in found and not is_opened(chosen, exercise.id):
        reached = [reading.value for reading in readings if reading.measure_id == GATE_MEASURE]
        if not reached or min(reached) > GATE_CM:
            found[exercise.id] = _not_yet(exercise, exercises, reached, shown_in)
    return found


def chosen_sentence() -> str:
    """Why a deep forward bend is closed to who leaves them out."""
    return _("Left out: you chose to leave out deep forward bending.")


def _not_yet(exercise: Exercise, exercises: Mapping[str, Exercise], reached: list[float], shown_in: str) -> str:
    sentences = [_("Not yet: first reach the floor with straight knees.")]
    if reached:
        to_go = format_value(min(reached) - GATE_CM, Unit.CM, shown_in)
        sentences.append(_("{distance} to go, going by your best session.").format(distance=to_go))
    else:
        sentences.append(_("Record a floor touch to see how far there is to go."))
    stand_in = exercises.get(exercise.stand_in or "")
    if stand_in is not None:
        sentences.append(_("Until then: {exercise}.").format(exercise=stand_in.name))
    return " ".join(sentences)


def less_deep(latest: Reading | None, exercises: Mapping[str, Exercise], shown_in: str = "cm") -> str:
    """One sentence where the Jefferson curl is open and the latest floor touch is above +5 cm; else nothing."""
    exercise = exercises.get(GATED_EXERCISE)
    if exercise is None or latest is None or latest.value <= LESS_DEEP_CM:
        return ""
    distance = format_value(latest.value, Unit.CM, shown_in)
    sentence = _(
        "{exercise}: your last floor touch was {distance} above the floor, so go only as low as is comfortable."
    )
    return sentence.format(exercise=exercise.name, distance=distance)
