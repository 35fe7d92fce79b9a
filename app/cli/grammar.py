"""What may be written after `limber`: the verbs, their options, and what each prints. A contract with scripts."""

import argparse

from app.cli import keeping, planning, verbs
from app.cli.parts import Verb
from app.domain.exercise import Side
from app.exchange.tidy import COLUMNS
from app.i18n import _

MOST_YEARS = 50


def build(common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    """The whole grammar; `common` are the options that may stand anywhere."""
    parser = argparse.ArgumentParser(
        prog="limber",
        parents=[common],
        allow_abbrev=False,
        description=_("Train how far and how well your back moves. Without a verb, the window opens."),
        epilog=_("Ends with 0 on success, 1 when something is refused or fails, 2 on wrong usage. "
                 "“limber VERB --help” describes a verb and its JSON."),
    )  # fmt: skip
    adder = _Verbs(parser.add_subparsers(title=_("verbs"), metavar=_("VERB")), common)
    _add_catalogue_verbs(adder)
    _add_plan(adder)
    _add_record(adder)
    _add_history_verbs(adder)
    _add_other_verbs(adder)
    return parser


class _Verbs:
    """Adds verbs, all alike."""

    def __init__(self, adder: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser):
        self._adder = adder
        self._common = common

    def add(
        self, name: str, run: Verb, about: str, keys: str = "", notes: str = "", csv: bool = False
    ) -> argparse.ArgumentParser:
        """`keys` describes the document of `--json`; a verb without them has none. `csv` adds `--csv` to it."""
        verb = self._adder.add_parser(
            name,
            parents=[self._common],
            allow_abbrev=False,
            help=about,
            description=about,
            epilog="\n\n".join(part for part in (notes, keys and _("JSON:") + "\n" + keys) if part),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        verb.set_defaults(verb=run)
        if keys:
            form = verb.add_mutually_exclusive_group()
            form.add_argument("--json", action="store_true", help=_("print one JSON document"))
            if csv:
                form.add_argument("--csv", action="store_true", help=_("print CSV, one row a trial"))
        return verb


EXERCISES_KEYS = """\
  {"exercises": [{"id", "name", "source", "aliases": [], "directions": [], "equipment": [], "level", "sided",
    "dose": {"sets", "reps": [min, max] or null, "hold_s": [min, max] or null, "text"},
    "load_kg": [min, max] or null, "steps": [], "cautions": [], "locked", "lock_reason" or null}]}"""
ROUTINES_KEYS = """\
  {"routines": [{"id", "name", "source", "total_s",
    "steps": [{"exercise", "sets", "reps", "hold_s", "load_kg", "rest_s", "dose"}]}]}
  reps and hold_s are those that are played, a side where there are sides; null where they don't apply.
  All is as written: “limber rehearse ROUTINE --as-played” has your own doses, locks and equipment."""
MEASURES_KEYS = """\
  {"measures": [{"id", "name", "unit": "cm" or "deg", "better": "lower" or "higher", "sided",
    "hard": [min, max], "soft": [min, max] or null, "error" or null, "error_source", "aids": [{"id", "error"}],
    "default", "steps": []}]}
  Outside hard a value is refused, outside soft it needs --yes."""
REHEARSE_KEYS = """\
  {"routine", "total_s", "segments": [{"start_s", "length_s",
    "kind": "ready", "hold", "reps", "switch", "rest" or "finish",
    "exercise", "side": "left", "right", "centre", "alternate" or null, "set", "sets", "reps", "position",
    "position_name", "dose", "load_kg", "locked", "stand_in", "waits_at_s", "says": [{"at_s", "text"}]}]}
  start_s, waits_at_s and at_s count seconds from the session's start. What does not apply is null.
  At waits_at_s time stands still until a key is pressed.
  stand_in is the exercise that this one is played instead of."""
PLAN_KEYS = """\
  {"week": {"done", "target"}, "next_routine", "why", "locks": [{"exercise", "reason"}],
    "proposals": [{"exercise", "kind": "load", "reps", "hold", "ease" or "extra-set",
      "amount": "load_kg", "reps", "hold_s", "sets", "extra-left" or "extra-right", "from", "to", "reason", "source"}],
    "due": [], "notices": []}
  done counts training days. from and to are amounts, in kg, reps, seconds or sets. due are the tests that are due."""
RECORD_KEYS = """\
  {"id"}"""
READINGS_KEYS = """\
  {"readings": [{"id", "measure", "side", "trials": [], "value", "unit", "performed_at", "aid", "warm", "note"}]}
  trials and value (their median) are in cm or degrees, whatever was typed."""
SESSIONS_KEYS = """\
  {"sessions": [{"id", "routine", "started_at", "finished_at", "note",
    "sets": [{"exercise", "side", "set", "reps", "hold_s", "load_kg", "discomfort", "finished_at"}],
    "pain_stops": [{"exercise", "side", "set", "stopped_at"}]}]}
  finished_at is null for a session that was cut off. Discomfort is that of the exercise, on its last set."""
CHECK_KEYS = """\
  {"ok", "problems": []}"""
IMPORT_KEYS = """\
  {"added", "updated", "unchanged", "refused": [{"where", "why"}]}
  and for exercises and routines also "notes": [{"where", "name", "notes": []}].
  where is a place in the file, such as readings[3].side counted from 0, or the folder of your data."""


def _add_catalogue_verbs(adder: _Verbs) -> None:
    adder.add("exercises", verbs.exercises, _("list the exercises with their doses"), EXERCISES_KEYS)
    adder.add("routines", verbs.routines, _("list the routines with their steps"), ROUTINES_KEYS)
    adder.add("measures", verbs.measures, _("list what can be measured, with ranges and errors"), MEASURES_KEYS)
    rehearse = adder.add("rehearse", verbs.rehearse, _("show the timeline of a routine"), REHEARSE_KEYS)
    rehearse.add_argument("routine", metavar=_("ROUTINE"), help=_("its id, as “limber routines” lists it"))
    rehearse.add_argument("--as-played", action="store_true",
                          help=_("as the window plays it for you, with your times and settings"))  # fmt: skip


def _add_plan(adder: _Verbs) -> None:
    about = _("what is next, not open yet, due and proposed, with reasons")
    plan = adder.add("plan", planning.plan, about, PLAN_KEYS)
    plan.add_argument("--at", metavar=_("MOMENT"), help=_("as it is or was then (else now)"))


def _add_record(adder: _Verbs) -> None:
    notes = _(
        "A value is a number with or without a unit: 4.5, 4,5, -3, -3cm, “1 3/4 in”, 45°.\n"
        "MOMENT is a date (noon of that day, or now if it is today’s) or a date and time as in 2026-11-03T07:30,\n"
        "local unless it has an offset. Aid and warmth are those of this test's last reading unless said.\n"
        "The id is printed once the reading is safely on disk."
    )
    record = adder.add("record", verbs.record, _("record a reading with up to three trials"), RECORD_KEYS, notes)
    record.add_argument("measure", metavar=_("MEASURE"), help=_("its id, as “limber measures” lists it"))
    record.add_argument("values", metavar=_("VALUE"), nargs="+", help=_("the trials, in their order"))
    record.add_argument("--side", choices=[Side.LEFT.value, Side.RIGHT.value],
                        help=_("for what is measured on both sides"))  # fmt: skip
    record.add_argument("--unit", choices=["cm", "in", "deg"], help=_("the unit of values without one"))
    record.add_argument("--at", metavar=_("MOMENT"), help=_("when it was taken (else now)"))
    record.add_argument("--aid", metavar=_("AID"), help=_("what it was taken with, as “limber measures” lists it"))
    warmth = record.add_mutually_exclusive_group()
    warmth.add_argument("--warm", dest="warm", action="store_true", default=None, help=_("taken warmed up"))
    warmth.add_argument("--cold", dest="warm", action="store_false", default=None, help=_("taken cold"))
    record.add_argument("--note", metavar=_("TEXT"), default="", help=_("a few words of your own"))
    record.add_argument("--yes", action="store_true", help=_("keep a value outside the usual range"))


def _add_history_verbs(adder: _Verbs) -> None:
    readings = adder.add("readings", verbs.readings, _("list what was recorded, oldest first"), READINGS_KEYS,
                         _("CSV: {columns}.").format(columns=", ".join(COLUMNS)), csv=True)  # fmt: skip
    readings.add_argument("measure", metavar=_("MEASURE"), nargs="?", help=_("only this test"))
    adder.add("sessions", verbs.sessions, _("list the sessions and what was done, oldest first"), SESSIONS_KEYS)


def _add_other_verbs(adder: _Verbs) -> None:
    adder.add("check", verbs.check, _("look whether the data is whole; 1 where it is not"), CHECK_KEYS)
    _add_keeping_verbs(adder)
    export = adder.add("export", verbs.export, _("write everything you recorded into one file"))
    export.add_argument(
        "file", metavar=_("FILE"), help=_("ends in .json (everything) or .zip (tables); an older export is replaced")
    )
    report = adder.add("report", verbs.report, _("write a report of two pages for a physiotherapist"))
    report.add_argument("file", metavar=_("FILE.pdf"), help=_("ends in .pdf; an older report is replaced"))
    notes = _("All or nothing: where one row is refused, nothing is written. A second time changes nothing.\n"
              "Of two versions the newer counts. Tables from a .zip only bring back what is missing here.\n"
              "Exercises and routines come from files that were shared, or of the free-exercise-db.")  # fmt: skip
    bring = adder.add("import", verbs.bring_in, _("take in an exported file"), IMPORT_KEYS, notes)
    bring.add_argument("file", metavar=_("FILE"), help=_("ends in .json, .zip, .limber or .toml"))
    bring.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    demo = adder.add("demo", verbs.demo, _("fill an empty store with a made-up history"))
    demo.add_argument(
        "--years", metavar="N", type=_years, default=1, help=_("how long (1 to {most}; else 1)").format(most=MOST_YEARS)
    )
    demo.add_argument("--seed", metavar="S", type=int, default=1, help=_("another number, another history"))
    screenshots = adder.add("screenshots", verbs.screenshots, _("picture every page in light and dark, from demo data"))
    screenshots.add_argument("folder", metavar=_("DIR"))
    also = _("also with high contrast, with large text and from right to left")
    screenshots.add_argument("--all-looks", action="store_true", help=also)


def _add_keeping_verbs(adder: _Verbs) -> None:
    notes = _("Also while the window is open. Without FILE it goes to the backups beside your data.")
    backup = adder.add("backup", keeping.backup, _("make a checked copy of your data"), notes=notes)
    backup.add_argument("file", metavar=_("FILE"), nargs="?", help=_("where to; an older copy is replaced"))
    notes = _("The present data is kept aside, and the answer says where. No window may be open meanwhile.")
    restore = adder.add("restore", keeping.restore, _("put a backup in the place of your data"), notes=notes)
    restore.add_argument("file", metavar=_("FILE"), help=_("a file that backup or the window made"))


def _years(text: str) -> int:
    try:
        years = int(text)
    except ValueError:
        years = 0
    if not 1 <= years <= MOST_YEARS:
        raise argparse.ArgumentTypeError(_("“{text}” must be a whole number from 1 to {most}").format(
            text=text, most=MOST_YEARS))  # fmt: skip
    return years
