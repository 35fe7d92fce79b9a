"""What each verb does: from the parts and the words of the command line to an answer, or an exception in words.

Nothing here prints. What is slow to load is imported by the verb that needs it.
"""

import argparse
import os
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from app import paths
from app.cli import documents, planning, texts
from app.cli.bringing_in import bring_in_items, nothing_taken
from app.cli.moments import parse_moment
from app.cli.older_files import holds, keeping_older
from app.cli.parts import Answer, Parts
from app.domain.errors import NeedsConfirmation, Refused
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.playing.timeline import build_timeline
from app.domain.reading_check import check_reading
from app.domain.slips import slip_question
from app.domain.units import parse_amount
from app.i18n import _, ngettext
from app.store.errors import StoreError


def exercises(parts: Parts, _words: argparse.Namespace) -> Answer:
    catalogue, locked = parts.whole_catalogue, planning.locked(parts)
    return Answer(texts.exercises(catalogue, locked), documents.exercises(catalogue, locked))


def routines(parts: Parts, _words: argparse.Namespace) -> Answer:
    return Answer(texts.routines(parts.whole_catalogue), documents.routines(parts.whole_catalogue))


def measures(parts: Parts, _words: argparse.Namespace) -> Answer:
    return Answer(texts.measures(parts.whole_catalogue), documents.measures(parts.whole_catalogue))


def rehearse(parts: Parts, words: argparse.Namespace) -> Answer:
    """As written and with every word said, or just as the window plays it for this person."""
    catalogue = parts.catalogue_for_routine(words.routine)
    routine, locked = catalogue.routine(words.routine), planning.locked(parts)
    left_out: tuple[str, ...] = ()
    if words.as_played:
        laid_out = planning.laid_out(parts, routine, catalogue)
        routine, timeline, left_out = laid_out.routine, laid_out.as_heard(), laid_out.left_out
    else:
        timeline = build_timeline(routine, catalogue.exercises, locked)
    return Answer(
        texts.rehearsal(timeline, routine, catalogue, locked, left_out),
        documents.rehearsal(timeline, routine),
    )


def record(parts: Parts, words: argparse.Namespace) -> Answer:
    """Refusals come before the store is touched, the answer after the reading is on disk."""
    measure = parts.measure(words.measure)
    now = parts.clock.now()
    reading = _reading(measure, words, now)
    try:
        check_reading(measure, reading, now, confirmed=words.yes)
    except NeedsConfirmation as error:
        raise Refused(_("{question} Add --yes to keep it.").format(question=error)) from error
    with parts.store() as store:
        before = store.find.readings(measure.id)
        last_aid = before[-1].aid if before else None
        last_warm = before[-1].warm if before else False
        reading = replace(reading, warm=last_warm if words.warm is None else words.warm)
        kept = check_reading(measure, reading, now, confirmed=True, last_aid=last_aid)
        (reading_id, *_rest) = store.readings.record(kept).ids
    slip = "" if words.yes else slip_question(measure, kept, before)
    note = _("{question} It is kept as it is; in the window it can be changed.").format(question=slip) if slip else ""
    return Answer(reading_id, {"id": reading_id}, note)


def _reading(measure: Measure, words: argparse.Namespace, now: datetime) -> Reading:
    amounts = [parse_amount(value, measure.unit, words.unit) for value in words.values]
    return Reading(
        id="",
        measure_id=measure.id,
        side=Side(words.side) if words.side else None,
        trials=tuple(amount.value for amount in amounts),
        entered_unit=amounts[0].entered,
        performed_at=now if words.at is None else parse_moment(words.at, now),
        aid=words.aid,
        note=words.note,
        protocol_version=measure.protocol_version,
    )


def readings(parts: Parts, words: argparse.Namespace) -> Answer:
    measure = parts.measure(words.measure) if words.measure is not None else None
    found = parts.readings(measure.id if measure else None)
    if words.csv:
        from app.exchange.tidy import readings_csv

        return Answer(readings_csv(found, parts.whole_catalogue.every_measure))
    return Answer(texts.readings(found, parts.whole_catalogue), documents.readings(found, parts.whole_catalogue))


def sessions(parts: Parts, _words: argparse.Namespace) -> Answer:
    with parts.store_if_any() as store:
        found = store.find.sessions() if store else []
    return Answer(texts.sessions(found), documents.sessions(found))


def check(parts: Parts, _words: argparse.Namespace) -> Answer:
    from app.store.backup import backups_of
    from app.store.check import check as problems_of

    path = parts.store_file()
    expected = path.exists() or bool(backups_of(path))
    problems = problems_of(path, parts.catalogue) if expected else []
    text = "\n".join(problems) or (_("Everything is whole.") if expected else _("There is no data yet."))
    if not problems:
        return Answer(text, {"ok": True, "problems": []})
    complaint = ngettext("{count} problem in {file}.", "{count} problems in {file}.", len(problems)).format(
        count=len(problems), file=path)  # fmt: skip
    return Answer(text, {"ok": False, "problems": problems}, complaint, code=1)


def export(parts: Parts, words: argparse.Namespace) -> Answer:
    from app.exchange.by_ending import ZIP, export_file

    path = Path(words.file)
    with parts.store_if_any() as store:
        if store is None:
            raise Refused(_("There is nothing to export: no data in {folder} yet.").format(folder=parts.folder))
        mark = b"pain_stops.csv" if path.suffix.casefold() == ZIP else b'"format": "limber"'
        with keeping_older(path, holds(mark)) as kept:
            export_file(store, parts.whole_catalogue.every_measure, path)
    sentence = _("Your readings and sessions are in {file} as tables. They are about your health: keep them safe.") if (
        path.suffix.casefold() == ZIP) else (
        _("Everything you recorded is in {file}. It is about your health: keep it safe."))  # fmt: skip
    return Answer(sentence.format(file=path), complaint=kept.words)


def report(parts: Parts, words: argparse.Namespace) -> Answer:
    """Made from what is recorded; the store is only read."""
    from app.exchange.report import write_report
    from app.exchange.report_content import gather
    from app.theme import load_theme

    path = Path(words.file)
    with parts.store_if_any() as store:
        strict = store is not None and store.find.setting("progress.strict", False) is True
        now, catalogue = parts.clock.now(), parts.whole_catalogue
        content = gather(store, catalogue, now, strict=strict) if store else None
    if content is None:
        raise Refused(_("There is nothing to report: nothing has been recorded in {folder} yet.").format(
            folder=parts.folder))  # fmt: skip
    with keeping_older(path, holds(b"/Creator (Limber)")) as kept:
        write_report(path, content, load_theme(paths.resources_dir() / "themes", "light"))
    sentence = _("The report is in {file}. It is about your health: hand it on with care.")
    return Answer(sentence.format(file=path), complaint=kept.words)


def bring_in(parts: Parts, words: argparse.Namespace) -> Answer:
    """The file is understood before the store is touched."""
    from app.exchange.by_ending import read_file
    from app.exchange.item_file import is_item_file
    from app.exchange.parsing import ContentRefusedError, Refusal

    path = Path(words.file)
    if is_item_file(path):
        return bring_in_items(parts, path, dry_run=words.dry_run)
    try:
        rows = read_file(path, parts.catalogue, parts.clock.now())
        with parts.store_to_try() if words.dry_run else parts.store() as store:
            whose = store.whose_else(rows)
            counts = asdict(store.merge(rows, dry_run=words.dry_run))
    except ContentRefusedError as error:
        return nothing_taken(error, error.refused)
    except StoreError as error:
        return nothing_taken(error, [Refusal(str(parts.folder), str(error).removesuffix("."))])
    sentence = _("Would add {added}, update {updated}, leave {unchanged} as they are.") if words.dry_run else _(
        "Added {added}, updated {updated}, left {unchanged} as they were.")  # fmt: skip
    note = "\n" + _("The file is {name}'s, another person's than this profile.").format(name=whose) if whose else ""
    return Answer(sentence.format(**counts) + note, {**counts, "refused": []})


def demo(parts: Parts, words: argparse.Namespace) -> Answer:
    from app.domain.demo import make_history
    from app.store.shapes import rows_of

    with parts.store() as store:
        if store.has_data():
            raise Refused(_("There is data in {folder} already: a made-up history goes into an empty one.").format(
                folder=parts.folder))  # fmt: skip
        made_up = make_history(parts.catalogue, parts.clock.now(), words.years, words.seed)
        store.fill(rows_of(*made_up))
    return Answer(_("Made up {sessions} sessions and {readings} readings.").format(
        sessions=len(made_up[0]), readings=len(made_up[1])))  # fmt: skip


def screenshots(_parts: Parts, words: argparse.Namespace) -> Answer:
    """Draws without a display; Qt asks for its platform when it is first imported."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.bootstrap import hear_qt, require_qt

    require_qt()
    hear_qt()
    from app.ui.screenshots import EVERY, USUAL, write_screenshots

    looks = EVERY if words.all_looks else USUAL
    return Answer("\n".join(str(path) for path in write_screenshots(Path(words.folder), looks=looks)))
