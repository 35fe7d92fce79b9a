"""A language half as long again as English: where its words fit, those of other languages do."""

import gettext
import re

_FIELD = re.compile(r"{\w+}")


class LongWords(gettext.NullTranslations):
    """Half of every text is said again at its end, fields left out."""

    def gettext(self, message: str) -> str:
        said = _FIELD.sub("", message)
        return f"{message} {said[: len(said) // 2]}".rstrip()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)
