"""When to stop and when to get help, in sentences. It informs; it never diagnoses.

Source: the list in the project's `exercises.md`, "Names and safety".
"""

from app.i18n import _


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
