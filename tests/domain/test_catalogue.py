"""The shipped catalogue holds every number of the nine exercises and the eight measures."""

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.errors import Refused
from app.domain.exercise import Direction, DoseKind, Exercise, Level, PhaseKind, Range, Side, Sides, Source
from app.domain.measurement import Better, Unit
from app.domain.routine import RoutineStep
from app.paths import resources_dir

FINISH_S = 5


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def ends(span: Range | None) -> tuple[float, float] | None:
    return None if span is None else (span.low, span.high)


# Exercises


def test_exercises_are_listed_in_the_articles_order_under_the_fields_names(catalogue: Catalogue) -> None:
    assert {exercise.id: exercise.name for exercise in catalogue.exercises.values()} == {
        "reverse-crunch": "Reverse crunch",
        "segmental-cat-cow": "Segmental cat-cow",
        "jefferson-curl": "Jefferson curl",
        "chair-twist": "Seated chair twist",
        "straddle-bends": "Straddle bend series",
        "side-plank-rotation": "Side plank rotation",
        "thoracic-bridge": "Thoracic bridge",
        "side-bend": "Dumbbell side bend",
        "back-extension": "Back extension",
    }
    assert [exercise_id[:4] for exercise_id in catalogue.exercises] == [
        "reve", "segm", "jeff", "chai", "stra", "side", "thor", "side", "back"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("exercise_id", "article_name"),
    [
        ("reverse-crunch", "Reverse curl on the floor"),
        ("segmental-cat-cow", "Cat-cow by segment"),
        ("jefferson-curl", "Twisting Jefferson"),
        ("chair-twist", "Twisting on the chair"),
        ("straddle-bends", "Complex of bends to the legs"),
        ("side-plank-rotation", "Twisting from the side plank"),
        ("thoracic-bridge", "Chest bridge"),
        ("side-bend", "Kettlebell slopes"),
        ("back-extension", "Hyperextension"),
    ],
)
def test_the_articles_name_finds_the_exercise(catalogue: Catalogue, exercise_id: str, article_name: str) -> None:
    assert article_name in catalogue.exercise(exercise_id).aliases


@pytest.mark.parametrize(
    ("exercise_id", "kind", "sides", "sets", "reps", "hold_s", "source"),
    [
        ("reverse-crunch", "reps", "none", 3, (20, 20), None, "article"),
        ("segmental-cat-cow", "reps", "none", 1, (5, 5), None, "article"),
        ("jefferson-curl", "reps", "none", 1, (5, 5), None, "limber"),
        ("chair-twist", "hold", "each", 1, None, (10, 20), "article"),
        ("straddle-bends", "positions", "within", 1, None, (10, 10), "limber"),
        ("side-plank-rotation", "reps", "each", 1, (15, 15), None, "article"),
        ("thoracic-bridge", "reps", "alternate", 1, (5, 5), None, "article"),
        ("side-bend", "reps", "each", 1, (5, 5), None, "article"),
        ("back-extension", "reps", "none", 3, (15, 30), None, "article"),
    ],
)
def test_each_exercise_has_its_dose(
    catalogue: Catalogue,
    exercise_id: str,
    kind: str,
    sides: str,
    sets: int,
    reps: tuple[float, float] | None,
    hold_s: tuple[float, float] | None,
    source: str,
) -> None:
    exercise = catalogue.exercise(exercise_id)
    assert (exercise.kind, exercise.sides) == (DoseKind(kind), Sides(sides))
    assert (exercise.dose.sets, ends(exercise.dose.reps), ends(exercise.dose.hold_s)) == (sets, reps, hold_s)
    assert exercise.dose_source is Source(source)
    assert exercise.source is Source.ARTICLE


@pytest.mark.parametrize(
    ("exercise_id", "tempo", "setup_s", "switch_s", "rest_s"),
    [
        ("segmental-cat-cow", "move 6, hold 1, move 6, hold 1", 10, 0, 0),
        ("chair-twist", "move 3, hold as the dose says, move 3", 20, 5, 0),
        ("side-bend", "move 3, hold 1, move 3, hold 1", 20, 10, 0),
        ("jefferson-curl", "move 8, hold 2, move 8, hold 2", 30, 0, 0),
        ("back-extension", "move 3, move 2, hold 2", 40, 0, 60),
        ("thoracic-bridge", "move 4, hold 2, move 4", 30, 0, 0),
        ("side-plank-rotation", "move 2, hold 1, move 2", 15, 15, 0),
        ("reverse-crunch", "move 2, hold 1, move 3", 15, 0, 45),
        ("straddle-bends", "", 30, 0, 0),
    ],
)
def test_each_exercise_has_its_pace(
    catalogue: Catalogue, exercise_id: str, tempo: str, setup_s: float, switch_s: float, rest_s: float
) -> None:
    exercise = catalogue.exercise(exercise_id)
    phases = (
        f"{phase.kind} {'as the dose says' if phase.seconds is None else format(phase.seconds, 'g')}"
        for phase in exercise.tempo
    )
    assert ", ".join(phases) == tempo
    assert (exercise.setup_s, exercise.switch_s, exercise.rest_s) == (setup_s, switch_s, rest_s)


def test_the_straddle_series_has_six_bends_left_right_and_forward(catalogue: Catalogue) -> None:
    positions = catalogue.exercise("straddle-bends").positions
    assert [(position.side, position.enter_s, position.leave_s) for position in positions] == [
        (Side.LEFT, 3, 0),
        (Side.LEFT, 3, 4),
        (Side.RIGHT, 3, 0),
        (Side.RIGHT, 3, 4),
        (Side.CENTRE, 4, 4),
        (Side.CENTRE, 4, 4),
    ]


@pytest.mark.parametrize(
    ("exercise_id", "directions", "equipment", "load_kg"),
    [
        ("reverse-crunch", "flexion", "mat", None),
        ("segmental-cat-cow", "flexion extension", "mat", None),
        ("jefferson-curl", "flexion", "sturdy box", (0, 8)),
        ("chair-twist", "rotation", "chair", None),
        ("straddle-bends", "lateral-flexion rotation flexion", "mat, plate", (0, 2.5)),
        ("side-plank-rotation", "rotation", "mat", None),
        ("thoracic-bridge", "extension rotation", "mat", None),
        ("side-bend", "lateral-flexion", "dumbbell", (0, 10)),
        ("back-extension", "extension", "bench", None),
    ],
)
def test_each_exercise_has_its_directions_equipment_and_load(
    catalogue: Catalogue, exercise_id: str, directions: str, equipment: str, load_kg: tuple[float, float] | None
) -> None:
    exercise = catalogue.exercise(exercise_id)
    assert exercise.directions == tuple(Direction(word) for word in directions.split())
    assert ", ".join(exercise.equipment) == equipment
    assert ends(exercise.load_kg) == load_kg


def test_cat_cow_stands_in_for_the_jefferson_curl_and_for_nothing_else(catalogue: Catalogue) -> None:
    stand_ins = {exercise.id: exercise.stand_in for exercise in catalogue.exercises.values() if exercise.stand_in}
    assert stand_ins == {"jefferson-curl": "segmental-cat-cow"}


@pytest.mark.parametrize(
    ("exercise_id", "said"),
    [
        ("reverse-crunch", ["90°", "parallel", "only your shoulders", "over your head", "swinging", "never turn it"]),
        ("segmental-cat-cow", ["slowly", "low back", "chest to the neck", "from the neck down", "middle of the range"]),
        (
            "jefferson-curl",
            ["toes", "chin", "thoracic", "lumbar", "vertebra by vertebra", "comfortable", "wrists pass below", "knees",
             "low back first, head last", "2–8 kg", "1–2 kg", "against a wall", "wheels", "within reach", "stand still",
             "first hour after waking", "glaucoma", "two months", "not evidence"],
        ),
        ("chair-twist", ["desk", "pelvis", "chair back", "10 to 20 seconds", "without wheels", "Garber", "Ingram"]),
        (
            "straddle-bends",
            ["2.5 kg", "overhead", "ear to knee", "chest towards the same leg", "stomach", "pulses", "cushion",
             "first hour after waking", "osteoporosis"],
        ),
        ("side-plank-rotation", ["forearm", "behind your head", "ceiling", "elbow touches the floor", "knees"]),
        (
            "thoracic-bridge",
            ["knees below the hips", "balls", "left arm and right leg", "shoulder's width", "glutes", "vertically",
             "gaze", "Return to all fours", "half a turn"],
        ),
        ("side-bend", ["shoulders are wide", "straight ahead", "slide slowly", "full range", "2–10 kg", "evidence"]),
        (
            "back-extension",
            ["45°", "GHD", "parallel is the top", "Cross your arms", "by your sides", "behind your head",
             "shoulder blades together", "two seconds", "not past it"],
        ),
    ],
)  # fmt: skip
def test_no_detail_of_an_exercise_is_lost(catalogue: Catalogue, exercise_id: str, said: list[str]) -> None:
    exercise = catalogue.exercise(exercise_id)
    text = " ".join(
        (exercise.setup, *exercise.steps, *exercise.cautions, exercise.feel, exercise.easier, exercise.why)
    ).casefold()
    assert [words for words in said if words.casefold() not in text] == []


def test_every_exercise_says_how_to_breathe_when_to_stop_and_how_to_go_easier(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        assert "Keep breathing" in exercise.feel
        assert "numbness" in exercise.cautions[-1]
        assert any("without jerking" in caution for caution in exercise.cautions)
        assert exercise.easier
        assert exercise.level in Level


def test_no_text_claims_what_limber_cannot_know(catalogue: Catalogue) -> None:
    everything = repr(catalogue).casefold()
    claims = ("posture", "prevent", "heals", "cures", "relie", "protects", "!")
    assert [claim for claim in claims if claim in everything] == []


# Routines


@pytest.mark.parametrize(
    ("routine_id", "exercises", "minutes", "voice", "source"),
    [
        (
            "whole-back",
            "segmental-cat-cow chair-twist side-bend jefferson-curl back-extension thoracic-bridge"
            " side-plank-rotation reverse-crunch straddle-bends",
            (29, 31), True, "article",
        ),
        (
            "starter",
            "chair-twist side-bend segmental-cat-cow thoracic-bridge side-plank-rotation reverse-crunch straddle-bends",
            (8.8, 9.2), True, "limber",
        ),
        ("desk-break", "chair-twist side-bend", (2.4, 2.7), False, "limber"),
    ],
)  # fmt: skip
def test_a_routine_has_its_exercises_in_order_and_takes_as_long_as_it_says(
    catalogue: Catalogue,
    routine_id: str,
    exercises: str,
    minutes: tuple[float, float],
    voice: bool,
    source: str,
) -> None:
    routine = catalogue.routine(routine_id)
    assert [step.exercise_id for step in routine.steps] == exercises.split()
    seconds = FINISH_S + sum(step_s(catalogue.exercise(step.exercise_id), step) for step in routine.steps)
    assert minutes[0] <= seconds / 60 <= minutes[1]
    assert (routine.voice, routine.source) == (voice, Source(source))


def step_s(exercise: Exercise, step: RoutineStep) -> float:
    """The seconds of a step, counted by hand from the rules rather than by the timeline under test elsewhere."""
    one = work_s(exercise, step)
    one_set = 2 * one + step.switch_s if exercise.sides is Sides.EACH else one
    between = step.rest_s or (step.switch_s if exercise.sides is Sides.EACH else 0)
    return step.setup_s + step.dose.sets * one_set + (step.dose.sets - 1) * between


def work_s(exercise: Exercise, step: RoutineStep) -> float:
    hold_s = step.dose.hold_s.low if step.dose.hold_s else 0
    once = sum(hold_s if phase.seconds is None else phase.seconds for phase in exercise.tempo)
    series = sum(position.enter_s + hold_s + position.leave_s for position in exercise.positions)
    reps = step.dose.reps.low if step.dose.reps else 1
    return series + once * reps * (2 if exercise.sides is Sides.ALTERNATE else 1)


def test_whole_back_has_the_articles_doses_and_lightest_loads(catalogue: Catalogue) -> None:
    for step in catalogue.routine("whole-back").steps:
        exercise = catalogue.exercise(step.exercise_id)
        assert step.dose == exercise.dose
        assert (step.setup_s, step.switch_s, step.rest_s) == (exercise.setup_s, exercise.switch_s, exercise.rest_s)
    loads = {step.exercise_id: step.load_kg for step in catalogue.routine("whole-back").steps}
    assert {name: load for name, load in loads.items() if load is not None} == {
        "side-bend": 2,
        "jefferson-curl": 0,
        "straddle-bends": 2.5,
    }


@pytest.mark.parametrize(
    ("routine_id", "doses"),
    [
        (
            "starter",
            {
                "chair-twist": (1, 10, None),
                "side-bend": (1, 5, 0),
                "segmental-cat-cow": (1, 5, None),
                "thoracic-bridge": (1, 2, None),
                "side-plank-rotation": (1, 5, None),
                "reverse-crunch": (1, 8, None),
                "straddle-bends": (1, 10, 0),
            },
        ),
        ("desk-break", {"chair-twist": (2, 10, None), "side-bend": (1, 3, 0)}),
    ],
)
def test_a_lighter_routine_has_its_own_doses(
    catalogue: Catalogue, routine_id: str, doses: dict[str, tuple[int, float, float | None]]
) -> None:
    steps = catalogue.routine(routine_id).steps
    amounts = [step.dose.reps or step.dose.hold_s for step in steps]
    assert {
        step.exercise_id: (step.dose.sets, amount.low if amount else None, step.load_kg)
        for step, amount in zip(steps, amounts, strict=True)
    } == doses


@pytest.mark.parametrize("direction", Direction)
def test_each_direction_has_a_short_routine(catalogue: Catalogue, direction: Direction) -> None:
    routine = catalogue.routine(direction)
    assert all(direction in catalogue.exercise(step.exercise_id).directions for step in routine.steps[1:])
    assert FINISH_S + sum(step_s(catalogue.exercise(step.exercise_id), step) for step in routine.steps) <= 8 * 60


# Measures


@pytest.mark.parametrize(
    ("measure_id", "unit", "better", "sided", "hard", "soft", "error", "default"),
    [
        ("floor-touch", "cm", "lower", False, (-40, 80), (-25, 45), 5, True),
        ("hand-to-knee", "cm", "lower", True, (-20, 22), (-15, 15), 4, True),
        ("side-bend-travel", "cm", "higher", True, (0, 40), (5, 32), 4, False),
        ("seated-rotation", "deg", "higher", True, (0, 100), (20, 80), 6, True),
        ("pancake", "cm", "lower", False, (0, 70), (0, 50), None, True),
        ("sit-and-reach", "cm", "higher", False, (-40, 40), (-30, 30), 4, False),
        ("back-saver", "cm", "higher", True, (-40, 40), (-30, 30), 4, False),
        ("press-up", "cm", "higher", False, (0, 70), None, None, False),
    ],
)
def test_each_measure_has_its_unit_ranges_error_and_way_of_progress(
    catalogue: Catalogue,
    measure_id: str,
    unit: str,
    better: str,
    sided: bool,
    hard: tuple[float, float],
    soft: tuple[float, float] | None,
    error: float | None,
    default: bool,
) -> None:
    measure = catalogue.measure(measure_id)
    assert (measure.unit, measure.better, measure.sided) == (Unit(unit), Better(better), sided)
    assert (ends(measure.hard), ends(measure.soft)) == (hard, soft)
    assert (measure.error, measure.default) == (error, default)
    assert 3 <= len(measure.steps) <= 4
    assert measure.protocol_version == 1


def test_measures_are_listed_in_their_order(catalogue: Catalogue) -> None:
    assert list(catalogue.measures) == [
        "floor-touch", "hand-to-knee", "side-bend-travel", "seated-rotation",
        "pancake", "sit-and-reach", "back-saver", "press-up",
    ]  # fmt: skip


def test_the_aid_sets_the_error_and_an_unknown_error_stays_unknown(catalogue: Catalogue) -> None:
    rotation = catalogue.measure("seated-rotation")
    assert {aid.id: rotation.error_with(aid.id) for aid in rotation.aids} == {"phone": 6, "by-eye": 17, "fan": None}
    assert not rotation.one_scale
    assert catalogue.measure("pancake").error_with(None) is None
    assert catalogue.measure("hand-to-knee").error_with(None) == 4


def test_floor_and_step_are_one_scale_and_below_the_edge_means_the_step(catalogue: Catalogue) -> None:
    floor_touch = catalogue.measure("floor-touch")
    assert [aid.id for aid in floor_touch.aids] == ["floor", "step"]
    assert (floor_touch.one_scale, floor_touch.below_zero_aid) == (True, "step")
    assert [floor_touch.error_with(aid.id) for aid in floor_touch.aids] == [5, 5]
    assert floor_touch.strict_error == 10
    assert floor_touch.zero_label == "the floor"


@pytest.mark.parametrize(
    ("measure_id", "said"),
    [
        ("floor-touch", ["Ekedahl 2012", "4.5", "9.8", "Kippers", "−3 ± 8", "6.4", "20 cm", "collar", "somebody near"]),
        ("hand-to-knee", ["borrowed", "15 cm", "sticker", "kneecap", "heels", "upright minus reached"]),
        ("side-bend-travel", ["16–28", "13–25", "10–22", "Ramiro", "3.0–3.6", "1.1–1.3"]),
        ("seated-rotation", ["47–48", "Johnson 2012", "3.9–5.6", "17°", "elastic bands", "steel", "book", "no figure"]),
        ("pancake", ["tape", "stack", "lowest", "no plate", "No measuring error is known"]),
        ("sit-and-reach", ["+11", "+16", "+6", "PMC3737781", ".97–.98", "soles"]),
        ("back-saver", ["for adults", "borrowed", "PMC3737781"]),
        ("press-up", [".82–.91", "Bandy", "pelvis stays down", "No measuring error is known"]),
    ],
)
def test_no_detail_of_a_measure_is_lost(catalogue: Catalogue, measure_id: str, said: list[str]) -> None:
    measure = catalogue.measure(measure_id)
    text = " ".join(
        (measure.about, *measure.steps, *measure.cautions, measure.typical, measure.error_source)
    ).casefold()
    assert [words for words in said if words.casefold() not in text] == []


def test_every_measure_carries_the_common_protocol(catalogue: Catalogue) -> None:
    for measure in catalogue.measures.values():
        text = " ".join(measure.protocol)
        for words in (
            "Barefoot",
            "five cat-cows",
            "first hour after waking",
            "then three",
            "2 seconds",
            "0.5 cm or 1°",
        ):
            assert words in text


def test_forward_bend_tests_carry_the_ask_first_list(catalogue: Catalogue) -> None:
    asking = {measure.id for measure in catalogue.measures.values() if "osteoporosis" in " ".join(measure.cautions)}
    assert asking == {"floor-touch", "pancake", "sit-and-reach", "back-saver"}


# Looking up


def test_an_unknown_id_is_refused_with_a_guess_and_all_there_is(catalogue: Catalogue) -> None:
    with pytest.raises(Refused) as refusal:
        catalogue.exercise("chair-twst")
    assert str(refusal.value).startswith("There is no exercise “chair-twst”. Did you mean “chair-twist”? There are: ")
    assert all(exercise_id in str(refusal.value) for exercise_id in catalogue.exercises)


def test_a_far_off_id_is_refused_without_a_guess(catalogue: Catalogue) -> None:
    with pytest.raises(Refused, match=r"^There is no routine “42”\. There are: whole-back, "):
        catalogue.routine("42")
    with pytest.raises(Refused, match=r"^There is no test “”\. There are: floor-touch, "):
        catalogue.measure("")


def test_the_hold_of_a_hold_is_the_only_open_ended_phase(catalogue: Catalogue) -> None:
    open_ended = [
        (exercise.id, phase.kind)
        for exercise in catalogue.exercises.values()
        for phase in exercise.tempo
        if phase.seconds is None
    ]
    assert open_ended == [("chair-twist", PhaseKind.HOLD)]
