"""When to stop, when to get help and when to ask first, in sentences. It informs; it never diagnoses.

Source: the list in the project's `exercises.md`, "Names and safety"; discs in the morning: Adams 1987 (PubMed 3589804).
"""

from dataclasses import dataclass

from app.i18n import _


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be known about one thing; `urgent` stands out."""

    title: str
    sentences: tuple[str, ...]
    urgent: bool = False


def stop_now() -> str:
    """What ends a set."""
    return _(
        "Sharp or radiating pain, pins and needles, numbness or dizziness: leave this exercise for today. "
        "The pull of a stretch is fine, pain is not."
    )


def get_help_now() -> str:
    """What is never waited with."""
    return _(
        "When back pain comes with numbness around the genitals or buttocks, trouble passing urine or holding bladder "
        "or bowels, weakness, numbness or tingling in both legs, chest pain, or after a serious accident."
    )


def ask_soon() -> str:
    return _("With fever, or feeling ill with a new back pain, ask a doctor soon.")


def ask_first() -> str:
    """Who asks before the first session."""
    return _(
        "Talk to a doctor or physiotherapist before your first session if you have osteoporosis or once broke a "
        "vertebra, have taken steroids for long, had surgery on or an injury to your spine lately, have a herniated "
        "disc with symptoms in a leg or an inflammatory disease of the spine, or are pregnant; and, because of "
        "positions with the head down, if you have glaucoma or high blood pressure that is not under control."
    )


def first_hour() -> str:
    """Why weights wait in the morning."""
    return _("Don't bend under a weight: discs swell overnight and bear bending less well until they have settled.")


def informs() -> str:
    """What all of it is, and what it is not."""
    return _("Limber informs. It can't examine you, and it never says what you have.")


def notes() -> tuple[Note, ...]:
    """All of it, in the order of use."""
    return (
        Note(_("Stop a set"), (stop_now(),)),
        Note(_("Get help now"), (get_help_now(), ask_soon()), urgent=True),
        Note(_("Ask first"), (ask_first(),)),
        Note(_("In the first hour after getting up"), (first_hour(),)),
    )
