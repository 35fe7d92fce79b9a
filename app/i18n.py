"""Words: every sentence a person reads passes through here.

The standard library's gettext, so that `domain` can speak without Qt. The chosen translation is the one
piece of process-wide state in Limber: a language belongs to the process, as the locale does.
"""

import gettext
from pathlib import Path

DOMAIN = "limber"
_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, language: str | None = None) -> None:
    """Choose the language: the one named, else the system's (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`).

    `folder` holds `<language>/LC_MESSAGES/limber.mo`; a language that is not there leaves the English words.
    """
    global _translation
    languages = [language] if language else None
    _translation = gettext.translation(DOMAIN, folder, languages, fallback=True)


def _(text: str) -> str:
    """`text` in the person's language. An empty text stays empty."""
    return _translation.gettext(text) if text else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of the sentence for `n` things."""
    return _translation.ngettext(singular, plural, n)


def pgettext(context: str, text: str) -> str:
    """`text` where one English word has two translations; `context` says which is meant."""
    return _translation.pgettext(context, text)


def N_(text: str) -> str:
    """Marks `text` for the translators without translating it yet (constants at import time)."""
    return text
