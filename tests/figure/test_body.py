"""The body: published proportions and limits, and what is refused in its file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figure.angles import excesses
from app.figure.errors import FigureError
from app.figure.flesh import balls
from app.figure.geometry import STILL, distance
from app.figure.pose import Pose, Rig
from app.figure.reach import solve
from app.figure.skeleton import LEVELS, Body, load_body
from app.figure.spine import WAVE_WIDTH, Wave, spread, windows
from tests.figure.conftest import FOLDER, write

_TEXT = (FOLDER / "body.toml").read_text(encoding="utf-8")
_UPRIGHT = Pose((0.0, 0.0, 90.1), STILL)


@pytest.mark.parametrize("height", [150.0, 170.0, 195.0])
def test_somebody_who_stands_is_as_tall_as_they_are_and_stands_on_the_floor(height: float) -> None:
    body = load_body(FOLDER / "body.toml", height)
    posture = solve(body, Rig(), Pose((0.0, 0.0, 0.53 * height), STILL))
    reached = list(balls(body, posture))
    assert max(middle[2] + radius for __, middle, radius in reached) == pytest.approx(height, rel=0.01)
    assert min(middle[2] - radius for __, middle, radius in reached) == pytest.approx(0.0, abs=0.3)


def test_segments_are_the_published_shares_of_170_cm(body: Body) -> None:
    posture = solve(body, Rig(), _UPRIGHT)
    points = posture.points
    assert distance(points["left_hip"], points["left_knee"]) == pytest.approx(0.245 * 170)
    assert distance(points["left_knee"], points["left_ankle"]) == pytest.approx(0.246 * 170)
    assert distance(points["left_shoulder"], points["left_elbow"]) == pytest.approx(0.186 * 170)
    assert distance(points["left_elbow"], points["left_wrist"]) == pytest.approx(0.146 * 170)
    assert distance(points["left_wrist"], points["left_fingertip"]) == pytest.approx(0.108 * 170)
    assert points["left_shoulder"][2] == pytest.approx(0.818 * 170, abs=1.0)


def test_there_are_24_movable_vertebrae_and_the_skull(body: Body) -> None:
    assert len(LEVELS) == 25
    assert [level.name for level in body.levels] == list(LEVELS)


def test_at_rest_the_back_has_its_curves(body: Body) -> None:
    """Hollow at the low back and the neck, rounded at the chest."""
    x = {name: point[0] for name, point in solve(body, Rig(), _UPRIGHT).points.items()}
    assert x["L4"] > x["T8"] < x["C4"]
    assert x["L3"] > x["L1"]


_regions = st.sampled_from(["lumbar", "thoracic", "neck", "head"])
_moves = st.sampled_from(["flexion", "bend", "turn"])


@given(region=_regions, move=_moves, part=st.floats(-1.0, 1.0))
def test_a_region_shares_its_angle_out_and_no_level_goes_further_than_the_region(
    region: str, move: str, part: float
) -> None:
    body = load_body(FOLDER / "body.toml")
    total = part * body.region_limit(region, move, part)
    angles = spread(body, {region: {move: total}})
    assert sum(angles) == pytest.approx(total)
    assert not excesses(body, angles, solve(body, Rig(), Pose((0.0, 0.0, 90.1), STILL)))


def test_a_level_past_its_limit_is_found(body: Body) -> None:
    angles = spread(body, {"lumbar": {"flexion": 1.01 * body.region_limit("lumbar", "flexion", 1.0)}})
    found = excesses(body, angles, solve(body, Rig(), _UPRIGHT))
    assert [excess.joint for excess in found] == ["L5.flexion", "L4.flexion", "L3.flexion", "L2.flexion", "L1.flexion"]


def test_a_wave_runs_from_the_low_back_up_or_from_the_head_down() -> None:
    up, down, none = windows(Wave.UP), windows(Wave.DOWN), windows(Wave.NONE)
    assert up[0] == (0.0, WAVE_WIDTH)
    assert up[-1] == pytest.approx((1.0 - WAVE_WIDTH, 1.0))
    assert list(up) == sorted(up)
    assert down == up[::-1]
    assert set(none) == {(0.0, 1.0)}


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("height_cm = 170.0", "height_cm = -1.0", "height_cm"),
        ("supple = 1.3", 'supple = "much"', "supple"),
        ("thigh = { share", "tigh = { share", "segments.thigh"),
        ("[segments]", "[segments]\nelbow = { share = 0.1, from = 'ours' }", "segments.elbow"),
        ('shank = { share = 0.246, from = "drillis" }', "shank = { share = 0.246 }", "segments.shank"),
        ('shank = { share = 0.246, from = "drillis" }', 'shank = { from = "drillis" }', "segments.shank"),
        ('name = "L5"', 'name = "L6"', "levels"),
        ('region = "lumbar"', 'region = "middle"', "levels.L5"),
        ("flexion = 10.0, extension = 4.0, bend = 1.5", "flexion = 10.0, bend = 1.5", "levels.L5"),
        ("rest = -13.0", "", "levels.L5"),
        ("elbow = { range = [0.0, 150.0]", "elbow = { range = [0.0]", "joints.elbow"),
        ("heel = [0.020, 0.019]", "", "flesh"),
    ],
)
def test_a_broken_body_is_refused_with_file_key_and_reason(tmp_path: Path, old: str, new: str, key: str) -> None:
    assert old in _TEXT
    path = write(tmp_path, "body.toml", _TEXT.replace(old, new, 1))
    with pytest.raises(FigureError) as refused:
        load_body(path)
    assert refused.value.file == "body.toml"
    assert refused.value.key == key
    assert refused.value.reason in str(refused.value)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match=r"body\.toml can't be read"):
        load_body(tmp_path / "body.toml")
