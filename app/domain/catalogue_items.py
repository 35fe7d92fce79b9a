"""From the fields of a file to an exercise, a routine or a measure: every rule a file must keep is here.

Each function takes a table's fields and raises FieldError for the first thing that is wrong in it.
"""

from collections.abc import Iterable, Mapping

from app.domain.exercise import (
    Direction,
    Dose,
    DoseKind,
    Exercise,
    Level,
    Phase,
    PhaseKind,
    Position,
    Range,
    Side,
    Sides,
    Source,
)
from app.domain.fields import Fields
from app.domain.measurement import Aid, Better, Measure, TypicalAges, Unit
from app.domain.profile import Sex
from app.domain.routine import Routine, RoutineStep, in_step, sides_to_choose, work_s
from app.i18n import N_, _

EQUIPMENT = (N_("mat"), N_("chair"), N_("sturdy box"), N_("dumbbell"), N_("plate"), N_("bench"))
SIDES = {
    DoseKind.REPS: (Sides.NONE, Sides.EACH, Sides.ALTERNATE),  # only reps can alternate
    DoseKind.HOLD: (Sides.NONE, Sides.EACH),
    DoseKind.POSITIONS: (Sides.WITHIN,),  # only a series holds both sides
}
MAX_SETS, MAX_REPS, MAX_SECONDS, MAX_KG = 20, 200, 600, 100
SHORTEST_PHASE_S = 0.5
MAX_STEPS, MAX_WORK_S = 60, 6 * 3600  # of a routine


def build_exercise(fields: Fields) -> Exercise:
    """A person's own (source "own") may leave out what a built-in one has to tell."""
    source = fields.choice("source", Source)
    told = source is not Source.OWN
    dose_fields = fields.table("dose")
    kind = dose_fields.choice("kind", DoseKind)
    sides = _sides(fields, kind)
    return Exercise(
        id=fields.text("id"),
        name=fields.words("name"),
        source=source,
        aliases=_sentences(fields, "aliases", told, may_be_empty=True),
        directions=fields.choices("directions", Direction) if told else _any_directions(fields),
        equipment=_equipment(fields) if told else _any_equipment(fields),
        muscles=_sentences(fields, "muscles", told),
        level=fields.choice("level", Level),
        sides=sides,
        kind=kind,
        dose=_dose(dose_fields, kind),
        dose_source=dose_fields.choice("source", Source) if told or "source" in dose_fields else Source.OWN,
        tempo=() if kind is DoseKind.POSITIONS else _tempo(fields, kind),
        positions=_positions(fields) if kind is DoseKind.POSITIONS else (),
        load_kg=(load_kg := fields.range("load_kg", 0, MAX_KG) if "load_kg" in fields else None),
        first_load_kg=_load_kg(fields, "first_load_kg", load_kg, load_kg.low if load_kg else None),
        setup_s=fields.number("setup_s", 0, MAX_SECONDS),
        switch_s=fields.number("switch_s", 0, MAX_SECONDS),
        rest_s=fields.number("rest_s", 0, MAX_SECONDS),
        setup=_words(fields, "setup", told),
        steps=_sentences(fields, "steps", told),
        cautions=_sentences(fields, "cautions", told),
        feel=_words(fields, "feel", told),
        easier=_words(fields, "easier", told),
        why=_words(fields, "why", told),
        stand_in=fields.text("stand_in") if "stand_in" in fields else None,
        deep_forward_bend=fields.flag("deep_forward_bend") if "deep_forward_bend" in fields else False,
        mid_range=_words(fields, "mid_range", needed=False),
        setup_right=_words(fields, "setup_right", needed=False),
        setup_without_load=_words(fields, "setup_without_load", needed=False),
        self_paced=_flag_of(fields, "self_paced", kind, DoseKind.REPS),
        pulses=_flag_of(fields, "pulses", kind, DoseKind.POSITIONS),
        figure=fields.text("figure") if "figure" in fields else "",
    )


def _words(fields: Fields, name: str, needed: bool) -> str:
    """A text for people; empty where it is not there and not `needed`."""
    return fields.words(name) if needed or name in fields else ""


def _sentences(fields: Fields, name: str, needed: bool, *, may_be_empty: bool = False) -> tuple[str, ...]:
    if not needed and name not in fields:
        return ()
    return fields.sentences(name, may_be_empty=may_be_empty or not needed)


def _any_directions(fields: Fields) -> tuple[Direction, ...]:
    return fields.choices("directions", Direction, may_be_empty=True) if "directions" in fields else ()


def _any_equipment(fields: Fields) -> tuple[str, ...]:
    """People have other things than Limber knows of."""
    return fields.texts("equipment", may_be_empty=True) if "equipment" in fields else ()


def _flag_of(fields: Fields, name: str, kind: DoseKind, fit: DoseKind) -> bool:
    """A way of doing that only a dose of the kind `fit` can have."""
    flag = fields.flag(name) if name in fields else False
    if flag and kind is not fit:
        fields.refuse(name, _("does not fit a dose of {kind}").format(kind=kind))
    return flag


def _sides(fields: Fields, kind: DoseKind) -> Sides:
    sides = fields.choice("sides", Sides)
    if sides not in SIDES[kind]:
        fields.refuse("sides", _("must be one of {allowed} with a dose of {kind}, not “{sides}”").format(
            allowed=", ".join(SIDES[kind]), kind=kind, sides=sides))  # fmt: skip
    return sides


def _equipment(fields: Fields) -> tuple[str, ...]:
    """Ids in English, shown through `_()`."""
    equipment = fields.texts("equipment", may_be_empty=True)
    for needed in equipment:
        if needed not in EQUIPMENT:
            fields.refuse("equipment", _("must be among {allowed}, not “{needed}”").format(
                allowed=", ".join(EQUIPMENT), needed=needed))  # fmt: skip
    return equipment


def _dose(fields: Fields, kind: DoseKind, usual: Dose | None = None) -> Dose:
    """Sets, and reps or seconds by `kind`; what is left out is as in `usual` (None: nothing may be left out)."""
    unfit = "hold_s" if kind is DoseKind.REPS else "reps"
    if unfit in fields:
        fields.refuse(unfit, _("does not fit a dose of {kind}").format(kind=kind))
    sets = fields.whole("sets", 1, MAX_SETS) if usual is None or "sets" in fields else usual.sets
    if kind is DoseKind.REPS:
        reps = fields.range("reps", 1, MAX_REPS, whole=True) if usual is None or "reps" in fields else usual.reps
        return Dose(sets, reps=reps)
    hold_s = fields.range("hold_s", 1, MAX_SECONDS) if usual is None or "hold_s" in fields else usual.hold_s
    return Dose(sets, hold_s=hold_s)


def _tempo(fields: Fields, kind: DoseKind) -> tuple[Phase, ...]:
    """The phases of a rep, each with its seconds; those of a hold, one of them as long as the dose says."""
    phases = tuple(
        Phase(
            kind=phase.choice("kind", PhaseKind),
            seconds=phase.number("seconds", SHORTEST_PHASE_S, MAX_SECONDS) if "seconds" in phase else None,
            cue=phase.words("cue"),
        )
        for phase in fields.tables("tempo")
    )
    open_ended = [phase.kind for phase in phases if phase.seconds is None]
    if kind is DoseKind.REPS and open_ended:
        fields.refuse("tempo", _("needs the seconds of every phase in a dose of reps"))
    if kind is DoseKind.HOLD and open_ended != [PhaseKind.HOLD]:
        fields.refuse("tempo", _("needs exactly one hold without seconds, as long as the dose says"))
    return phases


def _positions(fields: Fields) -> tuple[Position, ...]:
    return tuple(_position(position) for position in fields.tables("positions"))


def _position(fields: Fields) -> Position:
    side = fields.choice("side", Side)
    if side is Side.ALTERNATE:
        fields.refuse("side", _("must be left, right or centre: one position does not alternate"))
    return Position(
        name=fields.words("name"),
        side=side,
        enter_s=fields.number("enter_s", 0, MAX_SECONDS),
        leave_s=fields.number("leave_s", 0, MAX_SECONDS),
        cue=fields.words("cue"),
    )


def build_routine(exercises: Mapping[str, Exercise], fields: Fields) -> Routine:
    source = fields.choice("source", Source)
    return Routine(
        id=fields.text("id"),
        name=fields.words("name"),
        about=_words(fields, "about", source is not Source.OWN),
        source=source,
        voice=fields.flag("voice"),
        steps=_steps(exercises, fields),
    )


def _steps(exercises: Mapping[str, Exercise], fields: Fields) -> tuple[RoutineStep, ...]:
    """No more than somebody would do, so that laying them out in time takes no time."""
    tables = fields.tables("steps")
    if len(tables) > MAX_STEPS:
        fields.refuse("steps", _("must be at most {most}, not {count}").format(most=MAX_STEPS, count=len(tables)))
    steps = tuple(build_step(exercises, table) for table in tables)
    if sum(work_s(step, in_step(exercises[step.exercise_id], step)) for step in steps) > MAX_WORK_S:
        fields.refuse("steps", _("must take at most {hours} hours in all").format(hours=MAX_WORK_S // 3600))
    return steps


def build_step(exercises: Mapping[str, Exercise], fields: Fields) -> RoutineStep:
    exercise = exercises.get(exercise_id := fields.text("exercise"))
    if exercise is None:
        fields.refuse("exercise", _("names no exercise: “{id}”").format(id=exercise_id))
    return RoutineStep(
        exercise_id=exercise.id,
        dose=_dose(fields, exercise.kind, exercise.dose),
        load_kg=_load_kg(fields, "load_kg", exercise.load_kg, exercise.first_load_kg),
        setup_s=fields.number("setup_s", 0, MAX_SECONDS) if "setup_s" in fields else exercise.setup_s,
        switch_s=fields.number("switch_s", 0, MAX_SECONDS) if "switch_s" in fields else exercise.switch_s,
        rest_s=fields.number("rest_s", 0, MAX_SECONDS) if "rest_s" in fields else exercise.rest_s,
        note=fields.words("note") if "note" in fields else "",
        self_paced=fields.flag("self_paced") if "self_paced" in fields else exercise.self_paced,
        transition_s=fields.number("transition_s", 0, MAX_SECONDS) if "transition_s" in fields else None,
        pulses=fields.flag("pulses") if "pulses" in fields else exercise.pulses,
        sides=_step_sides(fields, exercise) if "sides" in fields else None,
        tempo=_step_tempo(fields, exercise) if "tempo" in fields else None,
    )


def _step_sides(fields: Fields, exercise: Exercise) -> Sides:
    allowed = sides_to_choose(exercise)
    if (sides := fields.choice("sides", Sides)) not in allowed:
        fields.refuse("sides", _("must be one of {allowed} for “{exercise}”, not “{sides}”").format(
            allowed=", ".join(allowed), exercise=exercise.id, sides=sides))  # fmt: skip
    return sides


def _step_tempo(fields: Fields, exercise: Exercise) -> tuple[float, ...]:
    """The seconds of each phase of a rep; holds and series have `transition_s` instead."""
    if exercise.kind is not DoseKind.REPS:
        fields.refuse("tempo", _("does not fit a dose of {kind}").format(kind=exercise.kind))
    tempo = fields.numbers("tempo", SHORTEST_PHASE_S, MAX_SECONDS)
    if len(tempo) != len(exercise.tempo):
        fields.refuse("tempo", _("must have a number for each of the {count} parts of a rep, not {given}").format(
            count=len(exercise.tempo), given=len(tempo)))  # fmt: skip
    return tempo


def _load_kg(fields: Fields, name: str, allowed: Range | None, otherwise: float | None) -> float | None:
    """One load within the `allowed` ones; `otherwise` where the file says nothing."""
    if name not in fields:
        return otherwise
    if allowed is None:
        fields.refuse(name, _("does not fit an exercise without load"))
    return fields.number(name, allowed.low, allowed.high)


def build_measure(protocol: tuple[str, ...], fields: Fields) -> Measure:
    hard = fields.range("hard", -1000, 1000)
    error = fields.number("error", 0, 1000) if "error" in fields else None
    aids = _aids(fields, error)
    return Measure(
        id=fields.text("id"),
        name=fields.words("name"),
        aliases=fields.sentences("aliases", may_be_empty=True),
        about=fields.words("about"),
        direction=fields.choice("direction", Direction),
        unit=fields.choice("unit", Unit),
        better=fields.choice("better", Better),
        sided=fields.flag("sided"),
        hard=hard,
        soft=_soft(fields, hard),
        typical=fields.words("typical"),
        error=error,
        error_source=fields.words("error_source"),
        strict_error=fields.number("strict_error", 0, 1000) if "strict_error" in fields else None,
        steps=fields.sentences("steps"),
        cautions=fields.sentences("cautions"),
        aids=aids,
        one_scale=fields.flag("one_scale"),
        below_zero_aid=_below_zero_aid(fields, aids),
        zero_label=fields.words("zero_label"),
        default=fields.flag("default"),
        protocol_version=fields.whole("protocol_version", 1, 1000),
        protocol=protocol,
        deep_forward_bend=fields.flag("deep_forward_bend") if "deep_forward_bend" in fields else False,
        typical_ages=_typical_ages(fields),
    )


def _typical_ages(fields: Fields) -> tuple[TypicalAges, ...]:
    if "typical_ages" not in fields:
        return ()
    return tuple(_typical_of(table) for table in fields.tables("typical_ages"))


def _typical_of(fields: Fields) -> TypicalAges:
    ages = fields.numbers("ages", 10, 120)
    low, high = fields.numbers("low", -1000, 1000), fields.numbers("high", -1000, 1000)
    if len({len(ages), len(low), len(high)}) > 1 or sorted(set(ages)) != list(ages):
        fields.refuse("ages", _("must rise, with as many values in low and in high"))
    return TypicalAges(fields.choice("sex", Sex) if "sex" in fields else None, ages, low, high)


def _soft(fields: Fields, hard: Range) -> Range | None:
    if "soft" not in fields:
        return None
    return fields.range("soft", hard.low, hard.high)


def _aids(fields: Fields, error: float | None) -> tuple[Aid, ...]:
    if "aids" not in fields:
        return ()
    aids = tuple(
        Aid(
            id=aid.text("id"),
            name=aid.words("name"),
            error=aid.number("error", 0, 1000) if "error" in aid else None,
        )
        for aid in fields.tables("aids")
    )
    if len({aid.id for aid in aids}) < len(aids):
        fields.refuse("aids", _("must have different ids"))
    if aids[0].error != error:
        fields.refuse("error", _("must be that of the first aid, the usual one"))
    return aids


def _below_zero_aid(fields: Fields, aids: Iterable[Aid]) -> str | None:
    if "below_zero_aid" not in fields:
        return None
    aid_id = fields.text("below_zero_aid")
    if aid_id not in {aid.id for aid in aids}:
        fields.refuse("below_zero_aid", _("names no aid: “{id}”").format(id=aid_id))
    return aid_id
