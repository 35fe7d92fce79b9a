"""A session that plays, against the bars of its issue: how late its cues are, and what it takes of a core."""

from statistics import median

from tests.benchmarks.calibration import scale
from tests.benchmarks.runs import DEADLINE_S, all_cores_busy, measured
from tests.benchmarks.table import Measure

FRAME_MS = 4
SAMPLE = 20  # cues whose median stands for the beginning and for the end
WHAT = {
    "hold": "the player while a hold is shown, way in and hold, 1280×720",
    "reps": "the player while reps are shown, the figure moving, 1280×720",
    "paused": "the player while it is paused (none, in whole per cent)",
}


def cue_timing(seconds: int) -> list[Measure]:
    """The real program, plays for so long while every core is busy. Raises ValueError where it told too few cues."""
    with all_cores_busy():
        found = measured("cues", str(seconds), deadline_s=seconds + 2 * DEADLINE_S)
    late_ms: list[float] = found["late_ms"]
    if len(late_ms) < 2 * SAMPLE:
        raise ValueError(f"{len(late_ms)} cues in {seconds} s are too few to judge")
    ordered = sorted(late_ms)
    drift = abs(median(late_ms[-SAMPLE:]) - median(late_ms[:SAMPLE]))
    of = f"{len(late_ms)} cues in {seconds} s, all cores busy"
    return [
        Measure(f"lateness of a cue, median ({of})", median(ordered), "ms"),
        Measure("lateness of a cue, p99", ordered[int(len(ordered) * 0.99)], "ms", 50),
        Measure("lateness of a cue, worst", ordered[-1], "ms"),
        Measure(f"drift from the first {SAMPLE} cues to the last", drift, "ms", 20),
        Measure("pauses nobody asked for", found["interrupted"], "", 0),
    ]


def core_shares() -> list[Measure]:
    found = measured("playing", deadline_s=2 * DEADLINE_S)
    shares = [Measure(what, found[kind], "% of a core", 0.5 if kind == "paused" else 20) for kind, what in WHAT.items()]
    frames = [
        Measure(f"frames of the figure in {kind}", found[f"{kind} frames"], "a second") for kind in ("hold", "reps")
    ]
    return [*shares, *frames, Measure("repeating timers while it is paused", found["timers"], "", 0)]


def figure_frames() -> list[Measure]:
    found = measured("figure", deadline_s=2 * DEADLINE_S)
    slower = scale(found["calibration"])
    return [
        Measure("a frame of the figure at 800×800, median", found["median_ms"], "ms"),
        Measure(f"the same, p99 (machine × {slower:.2f})", found["p99_ms"], "ms", FRAME_MS * slower),
    ]
