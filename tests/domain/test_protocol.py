"""What every guide has to say: the protocol the published errors hold for, sentence by sentence."""

import pytest

from app.domain.catalogue import load_catalogue
from app.domain.measurement import Measure
from app.paths import resources_dir

MEASURES = load_catalogue(resources_dir()).measures
FORWARD_BENDS = ("floor-touch", "pancake", "sit-and-reach", "back-saver")
EVERY_TIME = (
    "barefoot", "before training", "same warm-up", "five cat-cows", "same time of day", "first hour after waking",
    "practice reach", "three that count", "2 seconds", "without bouncing", "without pain", "0.5 cm or 1°", "all three",
    "floor touch and hand to knee one fortnight, the others the next",
)  # fmt: skip
OWN = {
    "floor-touch": ("hip-width", "knees straight", "paper collar", "upright ruler", "push the collar", "come up",
                    "the floor is 0", "only if you reach the floor", "20 cm", "against a wall", "somebody near",
                    "below its edge is negative", "stops at 0"),
    "hand-to-knee": ("heels and back against a wall", "15 cm apart", "down the side of your leg", "no leaning forward",
                     "no lifted heels", "knees straight", "small sticker", "lower edge of the kneecap", "bare-legged",
                     "tight trousers", "upright minus reached"),
    "side-bend-travel": ("heels and back against a wall", "15 cm apart", "knees straight", "no lifted heels"),
    "seated-rotation": ("upright on a chair", "a book between your knees", "arms crossed", "stick", "collarbones",
                        "two elastic bands", "compass", "away from steel", "printed fan", "6°", "17°",
                        "for the fan no figure is known"),
    "pancake": ("tape", "heels", "every time", "breastbone", "stack of books", "one book away", "lowest stack",
                "2 seconds", "no plate"),
    "sit-and-reach": ("legs straight", "soles against a box", "one hand on the other"),
    "back-saver": ("one leg straight", "sole against a box", "one hand on the other"),
    "press-up": ("your pelvis stays down", "breastbone"),
}  # fmt: skip
ASK_FIRST = (
    "osteoporosis", "earlier vertebral fracture", "long steroid use", "recent spinal surgery or trauma",
    "disc herniation with leg symptoms", "inflammatory spine disease", "blood pressure", "glaucoma", "pregnancy",
)  # fmt: skip


def said(measure: Measure) -> str:
    return " ".join((measure.about, *measure.steps, *measure.protocol, *measure.cautions)).casefold()


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.id)
def test_every_guide_has_the_whole_protocol_in_three_or_four_steps(measure: Measure) -> None:
    assert 3 <= len(measure.steps) <= 4
    words = said(measure)
    assert [each for each in (*EVERY_TIME, *OWN[measure.id]) if each not in words] == []


@pytest.mark.parametrize("measure", FORWARD_BENDS)
def test_the_forward_bends_carry_the_ask_first_list_of_loaded_bending(measure: str) -> None:
    cautions = " ".join(MEASURES[measure].cautions)
    loaded = " ".join(load_catalogue(resources_dir()).exercises["jefferson-curl"].cautions)
    for condition in ASK_FIRST:
        assert condition in cautions
        assert condition in loaded
