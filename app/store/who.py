"""Whose a store or a file is, as it lies among the settings."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.profile import SHORTEST_CM, TALLEST_CM, Profile, Sex

KEY = "profile"
_SETTINGS = "settings"


def profile_of(value: Any) -> Profile:
    if not isinstance(value, Mapping):
        return Profile()
    name, height, year, sex = (value.get(key) for key in ("name", "height_cm", "birth_year", "sex"))
    return Profile(
        name=name if isinstance(name, str) else "",
        height_cm=height if isinstance(height, int | float) and SHORTEST_CM <= height <= TALLEST_CM else None,
        birth_year=year if isinstance(year, int) and not isinstance(year, bool) else None,
        sex=Sex(sex) if sex in list(Sex) else None,
    )


def name_in(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> str:
    """Whose rows these are; "" where they don't say."""
    kept = next((row for row in rows.get(_SETTINGS, ()) if row.get("key") == KEY), None)
    if kept is None or kept.get("deleted_at") is not None:
        return ""
    try:
        return profile_of(json.loads(kept["value"])).name
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""


def without_who(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, Sequence[Mapping[str, Any]]]:
    """The rows of somebody else: who that is does not become who this store belongs to."""
    return {**rows, _SETTINGS: [row for row in rows.get(_SETTINGS, ()) if row.get("key") != KEY]}
