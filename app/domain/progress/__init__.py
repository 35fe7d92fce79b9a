"""What readings add up to: series that may be compared, errors, trend, status, and one honest sentence.

The formulas and their sources stand where they are computed. Nothing here needs more than the standard library: a
trend looks at half a year, some thirty sessions.
"""

from app.domain.progress.baselines import Baseline, baseline, smoothed
from app.domain.progress.errors import (
    Comparison,
    MeasuringError,
    compare,
    error_between_means,
    personal_error,
    pooled_trial_sd,
    published_error,
    robust_sd,
    used_error,
)
from app.domain.progress.goals import Goal, is_behind, is_reached, reached_by
from app.domain.progress.histories import (
    LINE_BREAKS_AFTER,
    Record,
    Series,
    current_series,
    latest,
    line_segments,
    readings_of,
    record,
    series,
)
from app.domain.progress.judging import Judgement, Status, judge
from app.domain.progress.projections import Projection, project
from app.domain.progress.sentences import (
    error_words,
    judgement_sentence,
    projection_sentence,
    rhythm_sentence,
    side_sentence,
    sides_sentence,
    since_start_sentence,
    status_by_side,
    status_sentence,
)
from app.domain.progress.sides import Difference, SidesCompared, compare_series, compare_sides
from app.domain.progress.trends import Missing, Slope, Trend, missing, theil_sen, trend, window
from app.domain.wording import day_name

__all__ = [
    "LINE_BREAKS_AFTER",
    "Baseline",
    "Comparison",
    "Difference",
    "Goal",
    "Judgement",
    "MeasuringError",
    "Missing",
    "Projection",
    "Record",
    "Series",
    "SidesCompared",
    "Slope",
    "Status",
    "Trend",
    "baseline",
    "compare",
    "compare_series",
    "compare_sides",
    "current_series",
    "day_name",
    "error_between_means",
    "error_words",
    "is_behind",
    "is_reached",
    "judge",
    "judgement_sentence",
    "latest",
    "line_segments",
    "missing",
    "personal_error",
    "pooled_trial_sd",
    "project",
    "projection_sentence",
    "published_error",
    "reached_by",
    "readings_of",
    "record",
    "rhythm_sentence",
    "robust_sd",
    "series",
    "side_sentence",
    "sides_sentence",
    "since_start_sentence",
    "smoothed",
    "status_by_side",
    "status_sentence",
    "theil_sen",
    "trend",
    "used_error",
    "window",
]
