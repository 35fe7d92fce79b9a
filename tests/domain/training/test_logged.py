"""Sessions written down afterwards."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.domain.errors import Refused
from app.domain.training.logged import check_logged
from tests.samples import NOON, a_session

NOW = NOON + timedelta(hours=1)


def test_a_session_of_today_can_be_logged() -> None:
    check_logged(a_session(NOON, ["chair-twist", "side-bend"]), NOW)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"finished_at": None}, "A session ends after it begins"),
        ({"finished_at": NOON - timedelta(minutes=1)}, "A session ends after it begins"),
        ({"started_at": NOON - timedelta(days=2)}, "A session of more than 24 hours can't be"),
        ({"finished_at": NOW + timedelta(minutes=1)}, "2026-11-23 13:01 is in the future"),
        (
            {"started_at": NOON.replace(year=1960), "finished_at": NOON.replace(year=1960)},
            "1960-11-23 12:00 is too long ago: a session is from 1970-01-02 or later.",
        ),
        ({"note": "x" * 501}, "The note is 501 characters long"),
    ],
)
def test_what_can_not_have_been_is_refused_in_a_sentence(change: dict[str, Any], said: str) -> None:
    with pytest.raises(Refused) as refused:
        check_logged(replace(a_session(NOON, ["chair-twist"]), **change), NOW)
    assert said in str(refused.value)


@pytest.mark.parametrize("change", [{"reps": -1}, {"hold_s": 1e9}, {"load_kg": 400}, {"discomfort": 11}])
def test_amounts_that_can_not_be_are_refused(change: dict[str, Any]) -> None:
    session = a_session(NOON, ["chair-twist"])
    with pytest.raises(Refused):
        check_logged(replace(session, sets=(replace(session.sets[0], **change),)), NOW)
