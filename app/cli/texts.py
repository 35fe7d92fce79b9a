"""What the verbs print for people: lines that read well and columns that line up."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise, Range
from app.domain.measurement import Better, Measure, Reading
from app.domain.plan import Plan, describe_change
from app.domain.playing.timeline import Segment, SegmentKind, Timeline, build_timeline
from app.domain.routine import Routine, RoutineStep
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.domain.units import MINUS, format_number, format_value
from app.domain.wording import (
    describe_dose,
    describe_step,
    format_clock,
    format_plain,
    format_range,
    minutes,
    side_name,
)
from app.i18n import _, ngettext

GAP = "  "
SAID_INDENT = " " * 17  # below the kind of a segment


def table(rows: Iterable[Sequence[str]], indent: str = "") -> str:
    """`rows` as lines, every column as wide as its widest cell."""
    cells = list(rows)
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = (GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
    return "\n".join((indent + line).rstrip() for line in lines)


def exercises(catalogue: Catalogue, locked: Mapping[str, str]) -> str:
    rows = [
        (each.id, each.name, describe_dose(each, each.dose), _load(each), ", ".join(_(item) for item in each.equipment))
        for each in catalogue.listed_exercises
    ]
    closed = [
        _("{exercise} is locked. {reason}").format(exercise=catalogue.exercise(each).name, reason=why)
        for each, why in locked.items()
    ]
    return "\n".join([table(rows), "", *closed] if closed else [table(rows)])


def _load(exercise: Exercise) -> str:
    return _("{load} kg").format(load=format_range(exercise.load_kg)) if exercise.load_kg else ""


def routines(catalogue: Catalogue) -> str:
    return "\n\n".join(_routine(each, catalogue) for each in catalogue.listed_routines)


def _routine(routine: Routine, catalogue: Catalogue) -> str:
    length = minutes(build_timeline(routine, catalogue.exercises).total_s)
    title = _("{id}: {name}, {length} as written").format(id=routine.id, name=routine.name, length=length)
    return title + "\n" + table((_step(step, catalogue) for step in routine.steps), GAP)


def _step(step: RoutineStep, catalogue: Catalogue) -> tuple[str, str]:
    exercise = catalogue.exercise(step.exercise_id)
    return exercise.name, describe_step(exercise, step)


def measures(catalogue: Catalogue) -> str:
    header = (_("Test"), _("Name"), _("Unit"), _("Better"), _("Possible"), _("Usual"), _("Error"), _("Aids"))
    return table([header, *(_measure(each) for each in catalogue.measures.values())])


def _measure(measure: Measure) -> tuple[str, ...]:
    unit = measure.unit.value
    return (
        measure.id,
        measure.name,
        _("{unit}, left and right").format(unit=unit) if measure.sided else unit,
        {Better.LOWER: _("lower"), Better.HIGHER: _("higher")}[measure.better],
        _span(measure.hard),
        _span(measure.soft),
        _("not known") if measure.error is None else f"{format_plain(measure.error)} {unit}",
        ", ".join(aid.id for aid in measure.aids),
    )


def _span(span: Range | None) -> str:
    return f"{format_number(span.low, 0)}…{format_number(span.high, 0)}" if span else ""


def rehearsal(
    timeline: Timeline, routine: Routine, catalogue: Catalogue, locked: Mapping[str, str], left_out: Iterable[str] = ()
) -> str:
    lines = [_("{name}, {length}").format(name=routine.name, length=minutes(timeline.total_s)), *left_out]
    laid_out = table(map(_segment, timeline.segments), GAP).split("\n")
    for number, step in enumerate(routine.steps):
        name, dose = _step(step, catalogue)
        lines += ["", _("{exercise}: {dose}").format(exercise=name, dose=dose)]
        if step.exercise_id in locked:
            lines.append(GAP + _("Locked. {reason}").format(reason=locked[step.exercise_id]))
        if step.stands_in_for is not None:
            instead = catalogue.exercise(step.stands_in_for).name
            lines.append(GAP + _("Instead of: {exercise}").format(exercise=instead))
        for line, segment in zip(laid_out, timeline.segments, strict=True):
            if segment.step == number:
                lines += [line, *_said(segment)]
    return "\n".join([*lines, "", laid_out[-1], *_said(timeline.segments[-1])])


def _segment(segment: Segment) -> tuple[str, ...]:
    what = [side_name(segment.side)] if segment.side else []
    if segment.kind in (SegmentKind.HOLD, SegmentKind.REPS):
        if (segment.sets or 1) > 1:
            what.append(_("set {number} of {sets}").format(number=segment.set_number, sets=segment.sets))
        if segment.reps is not None:
            what.append(ngettext("{count} rep", "{count} reps", segment.reps).format(count=segment.reps))
        if segment.position_name:
            what.append(segment.position_name)
    length = _("{seconds} s").format(seconds=format_plain(segment.length_s))
    return format_clock(segment.start_s).rjust(5), length.rjust(6), _kind(segment), ", ".join(what)


def _said(segment: Segment) -> list[str]:
    """What is said in a segment, each text at its moment, below what is done."""
    texts = [f"{format_clock(segment.start_s + cue.at_s)} {cue.text}" for cue in segment.cues if cue.text]
    return [SAID_INDENT + " · ".join(texts)] if texts else []


def _kind(segment: Segment) -> str:
    return {
        SegmentKind.READY: _("get ready"),
        SegmentKind.HOLD: _("hold"),
        SegmentKind.REPS: _("reps"),
        SegmentKind.SWITCH: _("switch sides"),
        SegmentKind.REST: _("rest"),
        SegmentKind.FINISH: _("finish"),
    }[segment.kind]


def readings(found: Sequence[Reading], catalogue: Catalogue) -> str:
    if not found:
        return _("No readings yet.")
    header = (_("Moment"), _("Test"), _("Side"), _("Value"), _("Trials"), _("Taken"), _("Note"))
    return table([header, *(_reading(each, catalogue.every_measure.get(each.measure_id)) for each in found)])


def _reading(reading: Reading, measure: Measure | None) -> tuple[str, ...]:
    how = [reading.aid or "", _("warm") if reading.warm else _("cold")]
    value = format_value(reading.value, measure.unit) if measure else format_number(reading.value, 1)
    return (
        _moment(reading.performed_at),
        reading.measure_id,
        side_name(reading.side),
        value.rjust(8),
        " ".join(format_plain(trial).replace("-", MINUS) for trial in reading.trials),
        ", ".join(filter(None, how)),
        " ".join(reading.note.split()),
    )


def sessions(found: Sequence[Session]) -> str:
    return "\n\n".join(map(_session, found)) or _("No sessions yet.")


def _session(session: Session) -> str:
    count = ngettext("{count} set", "{count} sets", len(session.sets)).format(count=len(session.sets))
    title = f"{_moment(session.started_at)}{GAP}{session.routine_name}{GAP}{count}"
    if session.finished_at is None:
        title += GAP + _("(cut off)")
    sets = [table(map(_finished, session.sets), GAP)] if session.sets else []
    return "\n".join([title, *sets, *(GAP + _pain_stop(each) for each in session.pain_stops)])


def _pain_stop(stop: PainStop) -> str:
    what = [stop.exercise_name, *([side_name(stop.side)] if stop.side else [])]
    if stop.set_number is not None:
        what.append(_("set {number}").format(number=stop.set_number))
    return _("Stopped by sharp pain: {exercise}").format(exercise=", ".join(what))


def _finished(finished: FinishedSet) -> tuple[str, ...]:
    done = ngettext("{count} rep", "{count} reps", finished.reps or 0).format(count=finished.reps)
    if finished.reps is None:
        done = _("{seconds} s").format(seconds=format_plain(finished.hold_s or 0))
    load = _("{load} kg").format(load=format_plain(finished.load_kg)) if finished.load_kg else ""
    felt = "" if finished.discomfort is None else _("discomfort {number}").format(number=finished.discomfort)
    return finished.exercise_name, side_name(finished.side), str(finished.set_number), done, load, felt


def plan(made: Plan, catalogue: Catalogue) -> str:
    routine = catalogue.routine(made.next.routine_id).name
    lines = [
        _("This week: {done} of {target} training days.").format(done=made.done, target=made.target),
        _("Next: {routine}. {why}").format(routine=routine, why=made.next.reason),
    ]
    if made.due:
        tests = ", ".join(catalogue.measure(each).name for each in made.due)
        lines.append(_("Tests that are due: {tests}.").format(tests=tests))
    lines += [_("{exercise}: {why}").format(exercise=catalogue.exercise(each).name, why=why)
              for each, why in made.locks.items()]  # fmt: skip
    for proposal in made.proposals:
        name, change = catalogue.exercise(proposal.exercise_id).name, describe_change(proposal)
        lines += ["", _("Proposal for {exercise}: {change}.").format(exercise=name, change=change)]
        lines.append(f"{proposal.reason} {proposal.source}")
    return "\n".join([*lines, *made.notices])


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
