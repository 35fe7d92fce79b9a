"""Series, the record, and the line."""

from app.domain.exercise import Side
from app.domain.measurement import Better
from app.domain.progress.histories import current_series, latest, line_segments, record, series
from tests.domain.progress.histories import days_ago
from tests.samples import a_reading, floor_touch, rotation

LEFT, RIGHT = Side.LEFT, Side.RIGHT


def test_a_series_holds_one_side_oldest_first_and_left_comes_before_right() -> None:
    readings = [days_ago(0, 41, side=RIGHT), days_ago(1, 40, side=RIGHT), days_ago(1, 38, side=LEFT)]
    left, right = series(rotation(), readings)
    assert (left.side, [reading.value for reading in left.readings]) == (LEFT, [38])
    assert (right.side, [reading.value for reading in right.readings]) == (RIGHT, [40, 41])


def test_a_changed_aid_starts_a_new_series() -> None:
    readings = [
        days_ago(3, 40, aid="eye", side=LEFT),
        days_ago(2, 41, aid="phone", side=LEFT),
        days_ago(1, 42, aid="phone", side=LEFT),
    ]
    assert [len(each.readings) for each in series(rotation(), readings)] == [1, 2]


def test_a_changed_protocol_starts_a_new_series() -> None:
    assert len(series(floor_touch(), [days_ago(2, 4), days_ago(1, 4, version=2)])) == 2


def test_floor_and_step_are_one_scale() -> None:
    assert len(series(floor_touch(), [days_ago(2, 1, aid="floor"), days_ago(1, -1, aid="step")])) == 1


def test_a_series_ignores_other_measures() -> None:
    assert series(floor_touch(), [a_reading(1, measure="pancake")]) == ()


def test_the_record_is_the_best_single_trial_whichever_way_is_better() -> None:
    readings = [days_ago(1, 4, 6, 5), days_ago(2, 9, 3, 8)]
    lowest, highest = record(readings, Better.LOWER), record(readings, Better.HIGHER)
    assert lowest is not None
    assert highest is not None
    assert (lowest.value, lowest.reading) == (3, readings[1])
    assert (highest.value, highest.reading) == (9, readings[1])


def test_of_two_equal_records_the_earlier_one_stands() -> None:
    readings = [days_ago(1, 3), days_ago(2, 3)]
    best = record(readings, Better.LOWER)
    assert best is not None
    assert best.reading is readings[1]


def test_without_readings_there_is_no_record_and_no_latest() -> None:
    assert record([], Better.LOWER) is None
    assert latest([]) is None


def test_the_latest_reading_is_the_one_performed_last() -> None:
    assert latest([days_ago(1, 4), days_ago(0, 5), days_ago(3, 6)]) == days_ago(0, 5)


def test_the_line_breaks_at_a_gap_of_more_than_45_days() -> None:
    readings = [days_ago(100, 1), days_ago(55, 2), days_ago(9, 3), days_ago(0, 4)]
    assert [[reading.value for reading in part] for part in line_segments(readings)] == [[1, 2], [3, 4]]
    assert line_segments([]) == ()


def test_going_back_to_an_aid_begins_a_third_series_which_is_the_one_judged() -> None:
    aids = ("eye", "eye", "phone", "eye")
    readings = [days_ago(10 - day, 40 + day, aid=aid, side=LEFT) for day, aid in enumerate(aids)]
    assert [len(each.readings) for each in series(rotation(), readings)] == [2, 1, 1]
    assert [reading.value for reading in current_series(rotation(), readings)[LEFT].readings] == [43]


def test_several_readings_of_one_day_stay_several() -> None:
    readings = [days_ago(0, 4), days_ago(0, 6), days_ago(1, 5)]
    (only,) = series(floor_touch(), readings)
    assert [reading.value for reading in only.readings] == [5, 4, 6]
