"""Words: every sentence a person reads passes through here.

The standard library's gettext, so that `domain` can speak without Qt. The chosen translation is the one
piece of process-wide state in Limber: a language belongs to the process, as the locale does.
"""

import gettext
from pathlib import Path

DOMAIN = "limber"
ENGLISH = "en"
_translation: gettext.NullTranslations = gettext.NullTranslations()


def use_language(folder: Path, language: str | None = None) -> None:
    """Choose the language: the one named, else the system's (`LANGUAGE`, `LC_ALL`, `LC_MESSAGES`, `LANG`).

    `folder` holds `<language>/LC_MESSAGES/limber.mo`; a language that is not there leaves the English words.
    """
    global _translation
    wanted = [language] if language else None
    _translation = gettext.translation(DOMAIN, folder, wanted, fallback=True)


def lend_words(folder: Path) -> None:
    """Let libraries that ask gettext themselves, as argparse does, find their sentences in Limber's translations."""
    gettext.bindtextdomain(DOMAIN, folder)
    gettext.textdomain(DOMAIN)


def languages(folder: Path) -> dict[str, str]:
    """What Limber speaks: each language's code with the name it has for itself, English first."""
    found = sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return {ENGLISH: "English"} | {code: _own_name(folder, code) for code in found}


def _own_name(folder: Path, code: str) -> str:
    return gettext.translation(DOMAIN, folder, [code]).pgettext("this very language's own name", "English")


def language() -> str:
    """The code of the language that is spoken, such as "de" or "pt_BR"."""
    return _translation.info().get("language") or ENGLISH


def decimal_mark() -> str:
    """What stands before the decimals of a number."""
    return pgettext("the decimal mark of a number", ".")


def _(text: str) -> str:
    """`text` in the person's language. An empty text stays empty."""
    return _translation.gettext(text) if text else ""


def ngettext(singular: str, plural: str, n: int) -> str:
    """The form of the sentence for `n` things."""
    return _translation.ngettext(singular, plural, n)


def pgettext(context: str, text: str) -> str:
    """`text` where one English word has two translations; `context` says which is meant."""
    return _translation.pgettext(context, text)


def npgettext(context: str, singular: str, plural: str, n: int) -> str:
    """`ngettext` where the same English sentence has two translations."""
    return _translation.npgettext(context, singular, plural, n)


def N_(text: str) -> str:
    """Marks `text` for the translators without translating it yet (constants at import time)."""
    return text
