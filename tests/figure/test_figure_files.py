"""Figure files: every one is sound, and a broken one is refused with its name, the key and the reason."""

from pathlib import Path

import pytest

from app.figure.errors import FigureError
from app.figure.figures import RESTS, load_figure
from app.figure.geometry import distance
from app.figure.skeleton import Body, load_body
from app.figure.stage import Figures
from tests.figure.conftest import EXERCISES, FOLDER, write

_CAT = """
rest = "standing"
start = "all-fours"
trained = ["hip_abduction"]
[camera]
yaw = -68.0
pitch = 12.0
[[props]]
kind = "mat"
[keys.all-fours]
pelvis = { tilt = 82.0, place = [0.0, 0.0, 47.5] }
legs = { hold = { knee = [0.0, 9.0, 0.0] }, ankle = -62.0 }
arms = { hold = { hand = [50.0, 17.0, 0.0], straight = true } }
[keys.round]
like = "all-fours"
[keys.round.spine]
lumbar = { flexion = 46.0 }
[[moves]]
key = "round"
wave = "up"
[[moves]]
path = [{ key = "round", at = 0.5 }, { key = "all-fours", at = 1.0 }]
"""


@pytest.mark.parametrize("height", [150.0, 190.0])
def test_all_figures_fit_small_and_tall_people(height: float) -> None:
    figures = Figures(FOLDER, height)
    for name in (*EXERCISES, *RESTS):
        assert figures.exercise(name).body.height_cm == height


def test_every_exercise_has_its_figure_and_peoples_own_have_none(figures: Figures) -> None:
    assert all(figures.has(name) for name in EXERCISES)
    assert not figures.has("my-own")
    assert {figures.rest(figures.exercise(name)).id for name in EXERCISES} <= set(RESTS)


def test_a_sound_file_is_read(tmp_path: Path, body: Body) -> None:
    figure = load_figure(write(tmp_path, "cat.toml", _CAT), body)
    assert figure.id == "cat"
    assert set(figure.keys) == {"all-fours", "round"}
    assert len(figure.tracks) == 2


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ("rest =", "rust =", "rust", "is not known"),
        ("[camera]", "[mid_range]\nround = 'half'\n[camera]", "mid_range.round", "must be one of all-fours, round"),
        ('rest = "standing"', 'rest = "hanging"', "rest", "standing, sitting, lying"),
        ('start = "all-fours"', 'start = "nowhere"', "start", "nowhere"),
        ('["hip_abduction"]', '["wings"]', "trained", "hip_abduction"),
        ("yaw = -68.0", 'yaw = "left"', "camera.yaw", "number"),
        ("yaw = -68.0", "roll = 3.0", "camera.roll", "is not known"),
        ("[camera]", "[rig]\nroot = 'T9'\n[camera]", "rig.root", "pelvis, T3"),
        ('kind = "mat"', 'kind = "horse"', "props[0].kind", "mat, box"),
        ('kind = "mat"', 'kind = "mat"\nat = [0.0, 5.0, 0.0]', "props[0].at", "middle"),
        ('kind = "mat"', 'kind = "mat"\non = "nose"', "props[0].on", "hands"),
        ('kind = "mat"', 'kind = "mat"\nload = 1', "props[0].load", "true or false"),
        ("[[props]]", "[props]", "props", "list of tables"),
        ("tilt = 82.0", "tip = 82.0", "keys.all-fours.pelvis.tip", "is not known"),
        ("tilt = 82.0", "tilt = true", "keys.all-fours.pelvis.tilt", "number"),
        ("place = [0.0, 0.0, 47.5]", "place = [0.0, 47.5]", "keys.all-fours.pelvis.place", "3 numbers"),
        ("place = [0.0, 0.0, 47.5]", "place = [0.0, 'a', 47.5]", "keys.all-fours.pelvis.place", "3 numbers"),
        ("legs =", "wings =", "keys.all-fours.wings", "is not known"),
        ("ankle = -62.0 }", "shin = 3.0 }", "keys.all-fours.left_leg.shin", "is not known"),
        ("knee = [", "nose = [", "keys.all-fours.left_leg.hold.nose", "is not known"),
        ("knee = [0.0, 9.0, 0.0]", "heading = 3.0", "keys.all-fours.left_leg.hold", "needs one of"),
        ("straight = true", "on = 'roof'", "keys.all-fours.left_arm.hold.on", "head, chest"),
        ("[50.0, 17.0, 0.0], straight = true", "[190.0, 17.0, 0.0]", "keys.all-fours.left_leg.hold.knee", "reach"),
        ("ankle = -62.0 }", "ankle = -80.0 }", "keys.all-fours.left_ankle.up", "past its limit of -62°"),
        ("lumbar = { flexion = 46.0 }", "lumbar = { flexion = 90.0 }", "keys.round.spine.lumbar.flexion", "past"),
        ("lumbar = { flexion", "belly = { flexion", "keys.round.spine.belly", "is not known"),
        ("lumbar = { flexion", "lumbar = { flex", "keys.round.spine.lumbar.flex", "is not known"),
        ("lumbar = { flexion = 46.0 }", "lumbar = 3", "keys.round.spine.lumbar", "must be a table"),
        ('like = "all-fours"', 'like = "cow"', "keys.round.like", "cow"),
        ('like = "all-fours"', 'like = "round"', "keys.round.like", "round"),
        ('key = "round"\nwave', 'key = "cow"\nwave', "moves[0].key", "cow"),
        ('wave = "up"', 'wave = "sideways"', "moves[0].wave", "up, down"),
        ('wave = "up"', 'others = [0.5, 0.2]', "moves[0].others", "rising"),
        ('wave = "up"', 'side = "middle"', "moves[0].side", "left, right"),
        ('wave = "up"', 'speed = 2', "moves[0].speed", "is not known"),
        ('key = "all-fours", at = 1.0', 'key = "all-fours", at = 0.4', "moves[1].path", "rising"),
        ("path = [", 'wave = "up"\npath = [', "moves[1].path", "single key"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused_with_file_key_and_reason(
    tmp_path: Path, body: Body, old: str, new: str, key: str, reason: str
) -> None:
    assert old in _CAT
    path = write(tmp_path, "cat.toml", _CAT.replace(old, new, 1))
    with pytest.raises(FigureError) as refused:
        load_figure(path, body)
    assert (refused.value.file, refused.value.key) == ("cat.toml", key)
    assert reason in refused.value.reason


@pytest.mark.parametrize("text", ["keys = [", "keys = 3"])
def test_a_file_that_is_no_figure_is_refused(tmp_path: Path, body: Body, text: str) -> None:
    with pytest.raises(FigureError, match=r"cat\.toml"):
        load_figure(write(tmp_path, "cat.toml", text), body)


def test_a_hold_can_be_taken_away(tmp_path: Path, body: Body) -> None:
    text = _CAT.replace('like = "all-fours"', 'like = "all-fours"\nleft_arm = { hold = false, flexion = 90.0 }')
    figure = load_figure(write(tmp_path, "cat.toml", text), body)
    assert [hold is None for hold in figure.keys["round"].holds] == [True, False, False, False]


def test_what_is_written_for_both_sides_is_mirrored(figures: Figures) -> None:
    figure = figures.exercise("segmental-cat-cow")
    points = figure.posture(figure.start).points
    for name, (x, y, z) in points.items():
        if name.startswith("left"):
            assert distance((x, -y, z), points[name.replace("left", "right")]) < 0.01, name


def test_a_taller_body_stands_further_apart() -> None:
    short, tall = (Figures(FOLDER, height).exercise("side-bend") for height in (150.0, 190.0))
    feet = [figure.posture(figure.start).points["left_ankle"][1] for figure in (short, tall)]
    assert feet[1] / feet[0] == pytest.approx(190 / 150)
    assert load_body(FOLDER / "body.toml", 150.0).scale == pytest.approx(150 / 170)
