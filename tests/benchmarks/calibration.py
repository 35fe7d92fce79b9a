"""How fast this machine is right now, beside the one that bars in milliseconds were set on."""

import time
from collections.abc import Callable

REFERENCE_MS = 24.0  # what the loop takes on the two cores the bars were set on


def calibrate(now: Callable[[], float] = time.perf_counter) -> float:
    """Milliseconds for a fixed piece of plain Python work; by `time.process_time` those of a core."""
    start = now()
    total = 0
    for number in range(600_000):
        total += number * number % 7
    assert total  # the work is not for nothing
    return (now() - start) * 1000


def scale(calibration_ms: float) -> float:
    """By how much a bar grows; a faster machine gets no less time."""
    return max(1.0, calibration_ms / REFERENCE_MS)
