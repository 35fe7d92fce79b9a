"""Frames, quaternions and anatomical angles go there and back."""

from math import radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figure.angles import ball, ball_angles, hand, hand_angles
from app.figure.geometry import (
    UPRIGHT,
    Frame,
    add,
    angle_between,
    compose,
    cross,
    distance,
    dot,
    hinged,
    inside,
    local,
    mirrored_frame,
    mirrored_quat,
    place,
    sub,
    to_frame,
    to_quat,
    transposed,
    turned,
    unit,
)  # fmt: skip

_angle = st.floats(-3.0, 3.0)
_frames = st.builds(turned, st.just(UPRIGHT), _angle, _angle, _angle)
_vecs = st.tuples(*[st.floats(-100.0, 100.0)] * 3)


def _near(a: Frame, b: Frame) -> bool:
    return all(distance(x, y) < 1e-6 for x, y in zip(a, b, strict=True))


@given(_frames)
def test_a_frame_survives_being_a_quaternion(frame: Frame) -> None:
    assert _near(to_frame(to_quat(frame)), frame)
    assert to_quat(frame)[0] >= 0
    assert _near(to_frame(mirrored_quat(to_quat(frame))), mirrored_frame(frame))


@given(_frames, _frames, _vecs, _vecs)
def test_inside_and_local_undo_compose_and_place(
    outer: Frame, inner: Frame, origin: tuple[float, float, float], point: tuple[float, float, float]
) -> None:
    assert _near(inside(outer, compose(outer, inner)), inner)
    assert _near(compose(outer, transposed(outer)), UPRIGHT)
    assert distance(local(origin, outer, place(origin, outer, point)), point) < 1e-6


@given(_frames)
def test_frames_are_right_handed_and_square(frame: Frame) -> None:
    assert distance(cross(frame[0], frame[1]), frame[2]) < 1e-9
    assert dot(frame[0], frame[1]) == pytest.approx(0.0, abs=1e-9)


@given(st.floats(-3.0, 3.0))
def test_a_hinge_is_a_turn_about_the_left(angle: float) -> None:
    assert _near(hinged(UPRIGHT, angle), turned(UPRIGHT, 0.0, angle, 0.0))
    assert angle_between(UPRIGHT[2], hinged(UPRIGHT, angle)[2]) == pytest.approx(abs(angle) / radians(1.0), abs=1e-4)


def test_what_has_no_direction_gets_another_one() -> None:
    assert unit((0.0, 0.0, 0.0), (1.0, 0.0, 0.0)) == (1.0, 0.0, 0.0)
    assert sub(add((1.0, 2.0, 3.0), (1.0, 1.0, 1.0)), (1.0, 1.0, 1.0)) == (1.0, 2.0, 3.0)


@given(st.floats(-170, 170), st.floats(-85, 85), st.floats(-170, 170), st.sampled_from([1.0, -1.0]))
def test_a_ball_joints_angles_go_there_and_back(flexion: float, abduction: float, turn: float, side: float) -> None:
    there = ball_angles(ball(flexion, abduction, turn, side), side)
    assert there == pytest.approx((flexion, abduction, turn), abs=1e-4)


@given(st.floats(-90, 89), st.floats(-85, 85), st.floats(-60, 60), st.sampled_from([1.0, -1.0]))
def test_a_hands_angles_go_there_and_back(turn: float, wrist: float, aside: float, side: float) -> None:
    assert hand_angles(hand(turn, wrist, aside, side), side) == pytest.approx((turn, wrist, aside), abs=1e-4)
