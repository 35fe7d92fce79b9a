"""What can be missing for sound and voice, in a sentence each: what, and how to get it."""

import shutil
import sys
from enum import StrEnum

from app.i18n import _


class Missing(StrEnum):
    MULTIMEDIA = "multimedia"  # the system's library that Qt's sound needs
    OUTPUT = "output"  # a loudspeaker, or the sound server in front of it
    ENGINE = "engine"  # a speech service
    VOICES = "voices"  # a voice for the language; the speech service is there
    ANSWER = "answer"  # a speech service that neither hangs nor dies
    TONES = "tones"  # a process for the tones that neither hangs nor dies


def sentence(missing: Missing) -> str:
    """What is missing and how to get it on this system."""
    if missing is Missing.ANSWER:
        return _(
            "The voice does not answer, so the count goes on without it. "
            "Opening Limber again usually brings it back; if not, start the computer anew."
        )
    if missing is Missing.TONES:
        return _(
            "The tones do not answer, so the screen flashes instead. "
            "Opening Limber again usually brings them back; if not, start the computer anew."
        )
    if not sys.platform.startswith("linux"):
        return _on_windows_or_macos(missing)
    return _on_debian(missing) if shutil.which("apt-get") else _on_linux(missing)


def _on_debian(missing: Missing) -> str:
    match missing:
        case Missing.MULTIMEDIA:
            return _(
                "There are no tones and no voice: the library libpulse is missing. "
                "Install it with “sudo apt install libpulse0”, then open Limber again."
            )
        case Missing.OUTPUT:
            return _no_output()
        case Missing.VOICES:
            return _(
                "There is no English voice. "
                "Install one with “sudo apt install speech-dispatcher-espeak-ng”, then open Limber again."
            )
        case _:
            return _(
                "There is no voice: the speech service is missing. Install it with "
                "“sudo apt install speech-dispatcher speech-dispatcher-espeak-ng”, then open Limber again."
            )


def _on_linux(missing: Missing) -> str:
    match missing:
        case Missing.MULTIMEDIA:
            return _(
                "There are no tones and no voice: the library libpulse is missing. "
                "Install it with your system's package manager, then open Limber again."
            )
        case Missing.OUTPUT:
            return _no_output()
        case Missing.VOICES:
            return _(
                "There is no English voice. Install espeak-ng for speech-dispatcher "
                "with your system's package manager, then open Limber again."
            )
        case _:
            return _(
                "There is no voice: the speech service is missing. Install speech-dispatcher and espeak-ng "
                "with your system's package manager, then open Limber again."
            )


def _no_output() -> str:
    return _(
        "There is nothing to play sound on, so the screen flashes instead. "
        "Connect loudspeakers or headphones, see to it that PulseAudio or PipeWire runs, then open Limber again."
    )


def _on_windows_or_macos(missing: Missing) -> str:
    match missing:
        case Missing.MULTIMEDIA:
            return _("There are no tones and no voice: a part of Limber is missing. Installing it again helps.")
        case Missing.OUTPUT:
            return _(
                "There is nothing to play sound on, so the screen flashes instead. Connect loudspeakers or headphones."
            )
        case _:
            return _("There is no English voice. Add one in the system's settings for speech, then open Limber again.")
