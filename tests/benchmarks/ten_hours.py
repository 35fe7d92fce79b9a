"""How far a session of ten hours drifts from the clock when the player is looked at irregularly, on a clock of its own.

Simulated, so the machine plays no part in it: what is found is the player's reckoning alone.
"""

from dataclasses import replace
from itertools import cycle

from app.domain.catalogue import load_catalogue
from app.domain.playing.player import Player
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import build_timeline
from app.domain.routine import Routine
from app.paths import resources_dir
from tests.benchmarks.table import Measure
from tests.fakes import FakeClock

HOURS = 10
LOOKS_S = (0.1, 2.9, 0.037, 1.01, 0.7, 2.3, 0.003)  # apart
REPRESENTED_MS = 0.001  # sums of seconds are not exact


def ten_hours() -> Measure:
    """The largest distance there ever was between the session's position and the time that has passed."""
    catalogue = load_catalogue(resources_dir())
    routine = catalogue.routine("whole-back")
    once_s = build_timeline(routine, catalogue.exercises).total_s
    often: Routine = replace(routine, steps=routine.steps * (1 + int(HOURS * 3600 // once_s)))
    clock, looks, worst_s = FakeClock(), cycle(LOOKS_S), 0.0
    player = Player(build_timeline(often, catalogue.exercises), clock)
    began_s = clock.monotonic()
    player.start()
    while player.state is PlayerState.PLAYING:
        worst_s = max(worst_s, abs(player.position_s - (clock.monotonic() - began_s)))
        clock.advance(next(looks))
        player.advance()
    hours = player.timeline.total_s / 3600
    return Measure(f"drift of a simulated session of {hours:.1f} hours", worst_s * 1000, "ms", REPRESENTED_MS)
