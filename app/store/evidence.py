"""All that the plan's rules look at. Like the finders, it needs no SQLAlchemy."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.plan.evidence import Evidence, first_day_needed
from app.domain.plan.opening import GATE_MEASURE, locks
from app.domain.preferences import read_preferences
from app.store.finders import Finders

MEASURED_FOR = timedelta(days=365)  # which sides differ, and what is due, is told by the readings of a year


def evidence(find: Finders, now: datetime, measures: Mapping[str, Measure], clock: datetime | None = None) -> Evidence:
    """What the rules look at, as it was at `now`: no more of the past than they need.

    `clock` is what the clock tells where `now` is another moment.
    """
    away = find.weeks_away()
    first = first_day_needed(now.date(), away)
    begins = datetime.combine(first, datetime.min.time(), now.tzinfo) - timedelta(days=1)  # wherever it was lived
    sessions = find.sessions_since(begins)
    present = max(now, clock or now)
    readings = [each for each in find.readings_since(now - MEASURED_FOR) if each.performed_at <= now]
    touches = (find.lowest_reading(GATE_MEASURE, now), find.latest_reading(GATE_MEASURE, None, now))
    return Evidence(
        now=now,
        sessions=[each for each in sessions if each.started_at <= now],
        floor_touches=[each for each in touches if each is not None],
        measured=_last_days(readings),
        reaches_less=_reaches_less(measures, readings),
        away=away,
        chosen=find.chosen(),
        answers=find.answers(),
        preferences=read_preferences(find.settings().get),
        ahead=[each for each in sessions if each.started_at > present],
    )


def what_is_closed(find: Finders, catalogue: Catalogue) -> dict[str, str]:
    """What is not open to this person, by the exercise's id, each with the reason as a sentence."""
    best = find.lowest_reading(GATE_MEASURE)
    preferences = read_preferences(find.settings().get)
    return locks(
        [] if best is None else [best], catalogue.exercises, preferences.length_unit, find.chosen(),
        preferences.leave_out_deep_bending,
    )  # fmt: skip


def what_is_left_out(find: Finders, catalogue: Catalogue) -> set[str]:
    """The ids of the exercises that are on no list: deep forward bends, for who leaves them out."""
    chose = read_preferences(find.settings().get).leave_out_deep_bending
    return {each.id for each in catalogue.exercises.values() if chose and each.deep_forward_bend}


def _last_days(readings: list[Reading]) -> dict[tuple[str, Side | None], date]:
    """`readings` are oldest first."""
    return {(each.measure_id, each.side): each.performed_at.date() for each in readings}


def _reaches_less(measures: Mapping[str, Measure], readings: list[Reading]) -> dict[str, Side]:
    measured = {each.measure_id for each in readings if each.side is not None}
    sided = [measures[each] for each in sorted(measured) if each in measures]
    if not sided:
        return {}
    from app.domain.progress.sides import (
        compare_sides,  # with it come all the statistics: only where sides were measured
    )

    found = {each.id: compare_sides(each, readings).reaches_less for each in sided}
    return {measure_id: side for measure_id, side in found.items() if side is not None}
