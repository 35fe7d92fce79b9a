"""The pose of a reading shows that reading, over the whole soft range of its test, on both sides."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.figure.angles import excesses
from app.figure.flesh import heights
from app.figure.geometry import distance
from app.figure.pose import mirror
from app.figure.readings import STEP_CM, TESTS
from app.figure.stage import Figures
from app.paths import resources_dir
from tests.figure.conftest import FOLDER

MEASURES = load_catalogue(resources_dir()).measures
FIGURES = Figures(FOLDER)
ACCURATE = {"cm": 0.2, "deg": 0.5}


SHOWN = {"press-up": (1.0, 34.0)}  # no value of it is unusual: as far as this body goes with the pelvis down


def _range(test: str) -> tuple[float, float]:
    soft = MEASURES[test].soft
    return (soft.low, soft.high) if soft else SHOWN[test]


def test_every_test_of_the_catalogue_has_its_poses() -> None:
    assert set(TESTS) == set(MEASURES)


@pytest.mark.parametrize("test", TESTS)
@settings(max_examples=60, deadline=None)
@given(part=st.floats(0.0, 1.0), right=st.booleans())
def test_the_pose_reads_what_was_measured(test: str, part: float, right: bool) -> None:
    low, high = _range(test)
    value = low + part * (high - low)
    shown = FIGURES.reading(test, value, right)
    assert shown.value == pytest.approx(value, abs=ACCURATE[MEASURES[test].unit])
    for held in shown.posture.helds:
        assert distance(held.wanted, held.actual) <= 0.5
    assert min(height for __, height in heights(FIGURES.body, shown.posture)) >= -0.5


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("part", [0.0, 0.5, 1.0])
def test_no_joint_passes_its_limit_for_a_reading(test: str, part: float) -> None:
    low, high = _range(test)
    figure, shown = FIGURES.measure(test), FIGURES.reading(test, low + part * (high - low))
    nothing_of_the_spine = (0.0,) * 75
    assert not excesses(figure.body, nothing_of_the_spine, shown.posture, figure.trained)


def test_the_dimension_line_is_as_long_as_the_reading() -> None:
    for test, value in (
        ("floor-touch", 12.0), ("floor-touch", -9.0), ("hand-to-knee", 6.0), ("side-bend-travel", 18.0),
        ("pancake", 20.0), ("sit-and-reach", 9.0), ("sit-and-reach", -14.0), ("back-saver", 5.0), ("press-up", 25.0),
    ):  # fmt: skip
        line = FIGURES.reading(test, value).dimension
        assert distance(line.points[0], line.points[-1]) == pytest.approx(abs(value), abs=0.05)
        assert distance(line.label, line.points[0]) == pytest.approx(abs(value) / 2, abs=0.05)


def test_below_the_floor_one_stands_on_a_step() -> None:
    above, below = FIGURES.reading("floor-touch", 1.0), FIGURES.reading("floor-touch", -6.0)
    assert not above.props
    assert [prop.kind for prop in below.props] == ["box"]
    assert below.posture.points["left_heel"][2] == pytest.approx(above.posture.points["left_heel"][2] + STEP_CM)
    assert below.dimension.points[0][2] == pytest.approx(STEP_CM)


def test_the_right_side_is_the_mirror_image() -> None:
    left, right = (FIGURES.reading("hand-to-knee", 3.0, right) for right in (False, True))
    assert right.posture == mirror(left.posture)
    assert [y for __, y, ___ in right.dimension.points] == [-y for __, y, ___ in left.dimension.points]


def test_past_what_the_spine_turns_the_pelvis_turns_on_the_seat() -> None:
    def pelvis(value: float) -> float:
        return FIGURES.reading("seated-rotation", value).posture.frames["pelvis"][0][1]

    assert pelvis(30.0) == pytest.approx(0.0, abs=1e-6)
    assert pelvis(70.0) > 0.3


def test_what_this_body_cannot_show_is_shown_as_near_as_it_can() -> None:
    assert FIGURES.reading("floor-touch", -40.0).value == pytest.approx(-25.0, abs=2.0)
    assert FIGURES.reading("seated-rotation", 100.0).value > 75.0


def test_the_travel_is_counted_from_where_the_hand_hung_upright() -> None:
    upright, bent = (
        FIGURES.reading("side-bend-travel", value).posture.points["left_fingertip"] for value in (0.0, 20.0)
    )
    assert upright[2] - bent[2] == pytest.approx(20.0, abs=0.1)


def test_the_pelvis_stays_down_in_the_press_up_and_one_knee_is_bent_in_the_back_saver() -> None:
    flat, high = (FIGURES.reading("press-up", value).posture.points for value in (2.0, 34.0))
    assert high["hips"][2] == pytest.approx(flat["hips"][2], abs=0.2)
    saver = FIGURES.reading("back-saver", 5.0).posture.points
    assert saver["left_knee"][2] < 15.0 < 25.0 < saver["right_knee"][2]
