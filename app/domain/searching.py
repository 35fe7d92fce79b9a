"""Finding by what one remembers of a name: any part of a word, with or without accents, and with a slip of the hand."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

SLIPS_FROM = (4, 8)  # letters typed from which one slip is forgiven, and two


@dataclass(frozen=True, slots=True)
class Searched:
    """What is searched of one thing, folded: `words` forgive slips, in `told` only what is written is found."""

    words: str
    told: str = ""


def fold(text: str) -> str:
    """`text` as it is compared: without case and without diacritics."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


class Search:
    """Over things in their order. Ten thousand answer within a few milliseconds a word."""

    def __init__(self, things: Sequence[Searched]) -> None:
        self._texts = [f"{thing.words}\n{thing.told}" for thing in things]
        self._words = [thing.words for thing in things]
        self._vocabulary: frozenset[str] | None = None

    def find(self, typed: str) -> set[int] | None:
        """The places of the things that have every word of `typed`; None where nothing is searched."""
        found: set[int] | None = None
        for word in fold(typed).split():
            here = self._having(word) or self._nearly_having(word)
            found = here if found is None else found & here
        return found

    def _having(self, word: str) -> set[int]:
        return {place for place, text in enumerate(self._texts) if word in text}

    def _nearly_having(self, typed: str) -> set[int]:
        """Things with a word that begins as `typed` does but for a slip; only asked where nothing is found without."""
        slips = sum(len(typed) >= least for least in SLIPS_FROM)
        if not slips:
            return set()
        if self._vocabulary is None:
            self._vocabulary = frozenset("\n".join(self._words).split())
        near = {word for word in self._vocabulary if _may_be(typed, word) and nearly(typed, word, slips)}
        if not near:
            return set()
        return {place for place, text in enumerate(self._words) if not near.isdisjoint(text.split())}


def nearly(typed: str, word: str, slips: int) -> bool:
    """Whether `word` begins with `typed` but for `slips`: a letter left out, added, taken for another, two swapped."""
    if word.startswith(typed):
        return True
    if not slips:
        return False
    same = next((n for n, (a, b) in enumerate(zip(typed, word, strict=False)) if a != b), min(len(typed), len(word)))
    typed, word = typed[same:], word[same:]
    swapped = len(typed) > 1 and typed[1] + typed[0] == word[:2]
    return (
        nearly(typed[1:], word, slips - 1)
        or nearly(typed, word[1:], slips - 1)
        or nearly(typed[1:], word[1:], slips - 1)
        or (swapped and nearly(typed[2:], word[2:], slips - 1))
        if word
        else len(typed) <= slips
    )


def _may_be(typed: str, word: str) -> bool:
    """A quick look: the first two letters have one in common, and the word is not too short."""
    return len(word) + 2 >= len(typed) and (typed[0] in word[:2] or typed[1] in word[:2])
