"""A place in a session on its way to the disk and back."""

import json
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.playing.place import Place

PLACE = Place(7, 12.5, ((1, 4.0), (5, 30.0)), ((2, 0.8),))


@pytest.mark.parametrize("place", [PLACE, Place(0)])
def test_a_place_comes_back_as_it_was(place: Place) -> None:
    assert Place.from_json(json.loads(json.dumps(place.to_json()))) == place


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("index", -1), ("index", 1.5), ("index", "7"), ("index", None), ("index", True), ("elapsed_s", -0.1),
        ("elapsed_s", float("nan")), ("elapsed_s", float("inf")), ("elapsed_s", "12"), ("elapsed_s", None),
        ("done", None), ("done", 3), ("done", [[1]]), ("done", [[1, 2, 3]]), ("done", [["1", 2]]), ("done", [[1, -2]]),
        ("paces", [[0, None]]), ("paces", [0.8]), ("paces", [[-1, 0.8]]),
    ],
)  # fmt: skip
def test_a_damaged_place_is_refused(name: str, damaged: Any) -> None:
    with pytest.raises(Refused, match="damaged"):
        Place.from_json(PLACE.to_json() | {name: damaged})


@pytest.mark.parametrize("content", [None, 5, "place", [], {}, {"index": 1}])
def test_what_is_no_place_is_refused(content: Any) -> None:
    with pytest.raises(Refused, match="damaged"):
        Place.from_json(content)
