"""The movements as the steps tell them: what a person who reads only the steps must recognise."""

from math import atan2, degrees

import pytest

from app.figure.angles import joint_angles
from app.figure.figures import Figure
from app.figure.flesh import heights
from app.figure.geometry import Vec, angle_between, distance, sub
from app.figure.pose import Posture
from app.figure.stage import Figures
from tests.figure.conftest import FOLDER

FIGURES = Figures(FOLDER)
UP: Vec = (0.0, 0.0, 1.0)


def _key(name: str, key: str) -> Posture:
    figure = FIGURES.exercise(name)
    return figure.posture(figure.keys[key])


def _low(posture: Posture) -> dict[str, float]:
    return dict(heights(FIGURES.body, posture))


def _yaw(a: Vec, b: Vec) -> float:
    """How far the line from the right to the left is turned to the left."""
    x, y, __ = sub(a, b)
    return degrees(atan2(-x, y))


def test_reverse_crunch_begins_with_level_shins_and_ends_on_the_shoulders_with_the_knees_over_the_head() -> None:
    figure = FIGURES.exercise("reverse-crunch")
    down, up = _key("reverse-crunch", "down"), _key("reverse-crunch", "up")
    assert down.points["left_knee"][2] == pytest.approx(down.points["left_ankle"][2], abs=3.0)
    for n in range(21):
        knee = joint_angles(figure.posture(figure.tracks[0].pose_at(n / 20)))["left_knee"][0]
        assert knee == pytest.approx(90.0, abs=1.0)
    over = {name: height for name, height in _low(up).items() if name in ("hips", "L4", "L2")}
    assert min(over.values()) > 8.0
    assert _low(up)["left_shoulder"] < 5.0
    assert up.points["left_knee"][0] == pytest.approx(up.points["head"][0], abs=15.0)
    assert up.points["left_knee"][2] > up.points["head"][2] + 25.0


def test_cat_cow_keeps_hands_below_the_shoulders_and_knees_below_the_hips() -> None:
    start = _key("segmental-cat-cow", "all-fours")
    assert start.points["left_wrist"][0] == pytest.approx(start.points["left_shoulder"][0], abs=6.0)
    assert start.points["left_knee"][0] == pytest.approx(start.points["left_hip"][0], abs=2.0)
    rounded, arched = _key("segmental-cat-cow", "round"), _key("segmental-cat-cow", "arch")
    assert rounded.points["T9"][2] > start.points["T9"][2] > arched.points["T9"][2]
    assert rounded.points["head"][2] < start.points["head"][2] < arched.points["head"][2]


def test_the_jefferson_curl_keeps_the_knees_straight_and_takes_the_wrists_below_the_edge() -> None:
    figure, low = FIGURES.exercise("jefferson-curl"), _key("jefferson-curl", "low")
    edge = low.points["left_ankle"][2] - FIGURES.body.cm["foot_height"]
    assert low.points["left_wrist"][2] < edge
    assert low.points["left_fingertip"][0] > low.points["left_toe"][0]
    for n in range(21):
        angles = joint_angles(figure.posture(figure.tracks[0].pose_at(n / 20)))
        assert angles["left_knee"][0] < 8.0
        assert angles["right_knee"][0] < 8.0


def test_the_chair_twist_turns_the_shoulders_and_leaves_the_pelvis() -> None:
    turned = _key("chair-twist", "turned")
    points = turned.points
    assert _yaw(points["left_hip"], points["right_hip"]) == pytest.approx(0.0, abs=0.5)
    assert _yaw(points["left_shoulder"], points["right_shoulder"]) > 30.0
    assert points["left_wrist"][0] < points["hips"][0] - 8.0


def test_the_straddle_series_takes_ear_and_chest_to_the_leg_and_then_the_chest_to_the_floor() -> None:
    up, ear, chest, forward = (_key("straddle-bends", key) for key in ("up", "ear", "chest", "forward"))
    assert up.points["left_fingertip"][2] > up.points["head"][2] + 20.0
    knee = up.points["left_knee"]
    assert distance(ear.points["head"], knee) < 0.6 * distance(up.points["head"], knee)
    assert ear.points["left_shoulder"][2] < ear.points["right_shoulder"][2] - 15.0
    assert abs(chest.points["left_shoulder"][2] - chest.points["right_shoulder"][2]) < 15.0
    assert _low(forward)["T6"] < 4.0
    for posture in (up, ear, chest, forward):
        assert joint_angles(posture)["left_knee"][0] < 8.0


def test_the_side_planks_elbow_points_to_the_ceiling_and_then_touches_the_floor() -> None:
    opened, down = _key("side-plank-rotation", "open"), _key("side-plank-rotation", "down")
    highest = max(opened.points.values(), key=lambda point: point[2])
    assert highest == opened.points["right_elbow"]
    assert _low(down)["right_elbow"] == pytest.approx(0.0, abs=1.0)
    for posture in (opened, down):
        assert distance(posture.points["right_knuckles"], posture.points["head"]) < 20.0
        assert _low(posture)["hips"] > 10.0


def test_the_bridge_turns_the_left_shoulder_to_the_ceiling_and_sets_the_right_foot_across() -> None:
    start, bridge = _key("thoracic-bridge", "all-fours"), _key("thoracic-bridge", "bridge")
    points = bridge.points
    upright = angle_between(sub(points["left_shoulder"], points["right_shoulder"]), UP)
    assert upright < 22.0
    assert start.points["right_ball"][1] < start.points["left_ball"][1] < points["right_ball"][1]
    assert distance(points["left_ball"], points["right_ball"]) == pytest.approx(33.0, abs=8.0)
    assert distance(points["left_ball"], start.points["left_ball"]) < 0.5
    assert points["right_wrist"] == pytest.approx(start.points["right_wrist"], abs=0.01)
    assert points["hips"][2] > start.points["hips"][2]
    assert bridge.frames["skull"][0][2] < 0.0
    lifted = _key("thoracic-bridge", "knees-up")
    assert lifted.points["left_knee"][2] > start.points["left_knee"][2] + 3.0


def test_the_side_bend_slides_the_weight_down_the_leg_facing_forward() -> None:
    tall, low = _key("side-bend", "tall"), _key("side-bend", "low")
    assert low.points["left_wrist"][2] < tall.points["left_wrist"][2] - 10.0
    leg = low.points["left_knee"]
    assert abs(low.points["left_knuckles"][1] - leg[1]) < 14.0
    for posture in (tall, low):
        assert abs(_yaw(posture.points["left_shoulder"], posture.points["right_shoulder"])) < 3.0
        assert joint_angles(posture)["left_knee"][0] < 8.0


def test_the_back_extension_goes_from_level_with_the_floor_to_straight_and_not_past_it() -> None:
    low, straight = _key("back-extension", "low"), _key("back-extension", "straight")
    trunk = sub(low.points["T4"], low.points["hips"])
    assert angle_between(trunk, UP) == pytest.approx(90.0, abs=8.0)
    line = angle_between(sub(straight.points["T4"], straight.points["hips"]),
                         sub(straight.points["hips"], straight.points["left_ankle"]))  # fmt: skip
    assert line < 12.0
    assert joint_angles(straight)["left_hip"][0] >= -0.5


def test_cat_cow_to_mid_range_rounds_half_as_far_and_arches_as_ever() -> None:
    whole, half = FIGURES.exercise("segmental-cat-cow"), Figures(FOLDER, mid_range=True).exercise("segmental-cat-cow")

    def bent(figure: Figure, move: int) -> float:
        return sum(figure.tracks[move].pose_at(1.0).spine[0::3])

    level = sum(whole.start.spine[0::3])
    assert bent(half, 0) - level == pytest.approx((bent(whole, 0) - level) / 2, abs=2.0)
    assert bent(half, 2) == pytest.approx(bent(whole, 2))


def test_only_those_that_name_a_middle_of_their_range_know_one() -> None:
    half = Figures(FOLDER, mid_range=True)
    assert half.exercise("side-bend") == FIGURES.exercise("side-bend")
