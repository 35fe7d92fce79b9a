"""What a command answers: enough for every page to know whether it shows something old."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """What one command, undo or redo did.

    `op` is the command's name in the person's language. `kinds` holds "session", "set", "reading", "measure", "goal",
    "week", "exercise", "routine", "favourite", "note", "setting" (`tables.KINDS`); `ids` the rows of those kinds in the
    order they were touched. Trials go by their reading's id, an own measure and a goal by the measure's, a week by its
    Monday, a picture by its exercise; a pain stop is of the kind "session" and goes by its own. `step` is the step that
    takes it back (`UndoSteps.undo`), None where there is none.
    """

    op: str
    kinds: frozenset[str]
    ids: tuple[str, ...]
    step: int | None = None
