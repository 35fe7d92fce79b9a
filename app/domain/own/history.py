"""What is being made, as it is now, with the way back and forth until it is kept."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Draft = TypeVar("Draft")


@dataclass(frozen=True)
class History(Generic[Draft]):
    """The draft as it is `now`, and the way back and forth. `key` names what was changed last.

    Changes of one key in a row, such as letters typed into one field, are one step to undo.
    """

    now: Draft
    before: tuple[Draft, ...] = ()
    after: tuple[Draft, ...] = ()
    key: str = ""

    def do(self, draft: Draft, key: str = "") -> "History[Draft]":
        """`draft` instead; an empty `key` is always a step of its own."""
        if draft == self.now:
            return self
        goes_on = bool(key) and key == self.key and bool(self.before)
        return History(draft, self.before if goes_on else (*self.before, self.now), (), key)

    def undo(self) -> "History[Draft]":
        if not self.before:
            return self
        return History(self.before[-1], self.before[:-1], (self.now, *self.after))

    def redo(self) -> "History[Draft]":
        if not self.after:
            return self
        return History(self.after[0], (*self.before, self.now), self.after[1:])
