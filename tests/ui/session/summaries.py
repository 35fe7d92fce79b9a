"""A summary to look at and to change, in a window of its own."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence, QShortcut
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.playing.timeline import Segment, Timeline, build_timeline
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.summary.summary import Summary
from app.ui.session.summary.summary_row import SummaryRow
from tests.fakes import FakeClock


class SummaryMaker:
    """Stores a session as if it had been played, and shows its summary."""

    def __init__(self, qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock) -> None:
        self._qtbot, self._live, self._catalogue, self._look, self._clock = qtbot, live, catalogue, look, clock

    def __call__(
        self,
        routine_id: str = "starter",
        *,
        skipped: tuple[int, ...] = (),
        answers: dict[int, int] | None = None,
        stops: tuple[PainStop, ...] = (),
        unsaved: bool = False,
    ) -> Summary:
        """The works `skipped` were not done; `answers` by work were given while it played."""
        routine = self._catalogue.routine(routine_id)
        timeline = build_timeline(routine, self._catalogue.exercises)
        planned = done_as_planned(timeline, self._clock)
        done = [
            replace(each, discomfort=(answers or {}).get(each.work)) for each in planned if each.work not in skipped
        ]
        summary = self._open()
        summary.show_session(routine, timeline, done, None if unsaved else self._keep(routine_id, done, stops))
        return summary

    def _keep(self, routine_id: str, done: list[FinishedSet], stops: tuple[PainStop, ...]) -> str:
        records = self._live.store.sessions
        session_id = records.start(routine_id, self._catalogue.routine(routine_id).name, self._clock.now()).ids[0]
        for each in done:
            records.save_set(session_id, each)
        for stop in stops:
            records.stop_for_pain(session_id, stop)
        records.finish(session_id, self._clock.now())
        return session_id

    def _open(self) -> Summary:
        summary = Summary(self._live, self._catalogue, self._look, self._clock)
        self._qtbot.addWidget(summary)
        undo = self._live.store.undo
        QShortcut(QKeySequence.StandardKey.Undo, summary, lambda: self._live.do(undo.undo))  # as the window has it
        summary.resize(1280, 742)
        summary.show()
        summary.activateWindow()
        self._qtbot.waitUntil(summary.isActiveWindow)
        return summary


def done_as_planned(timeline: Timeline, clock: FakeClock) -> list[FinishedSet]:
    """Every work of `timeline`, done as it was meant to be."""
    works: dict[int, list[Segment]] = {}
    for segment in timeline.segments:
        if segment.work is not None:
            works.setdefault(segment.work, []).append(segment)
    return [_finished(work, segments, clock) for work, segments in works.items()]


def _finished(work: int, segments: list[Segment], clock: FakeClock) -> FinishedSet:
    first = segments[0]
    return FinishedSet(
        work=work,
        exercise_id=str(first.exercise_id),
        exercise_name="",
        planned=first.dose,
        side=first.side if first.position is None else None,
        set_number=first.set_number or 1,
        reps=first.reps,
        hold_s=None if first.reps is not None else sum(each.hold_s or 0 for each in segments),
        load_kg=first.load_kg,
        finished_at=clock.now(),
    )


def stored(store: Store) -> Session:
    (session,) = store.find.sessions()
    return session


def row_of(summary: Summary, exercise_id: str) -> SummaryRow:
    return next(row for row in summary.rows if row.exercise_id == exercise_id)
