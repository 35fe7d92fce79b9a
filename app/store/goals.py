"""What somebody wants to reach: one goal for each measure and side."""

from typing import TYPE_CHECKING

from app.domain.exercise import Side
from app.i18n import N_, _
from app.store.changes import Changes
from app.store.commands import Commands, Image, Transaction
from app.store.errors import StoreError, refused_here
from app.store.shapes import goal_columns
from app.store.tables import goals, own_id

if TYPE_CHECKING:
    from app.domain.progress.goals import Goal

SET = N_("Set goal")
REMOVE = N_("Remove goal")
REACHED = N_("Goal reached")


class GoalRecords:
    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def set(self, goal: "Goal") -> Changes:
        """Keep the goal, in the place of the one that its measure and side had. StoreError for what can't be one."""
        from app.domain.progress.goals import check_goal

        with refused_here():
            check_goal(goal)
        return self._commands.run(SET, lambda tx: tx.put(goals, goal_columns(goal)))

    def remove(self, measure_id: str, side: Side | None) -> Changes:
        return self._commands.run(REMOVE, lambda tx: tx.delete(goals, _existing(tx, measure_id, side)))

    def mark_reached(self, measure_id: str, side: Side | None, reading_id: str) -> Changes:
        """The reading reached it, and that was told. Undo passes over it: it goes and comes with the reading."""

        def work(tx: Transaction) -> None:
            tx.update(goals, _existing(tx, measure_id, side), {"reached_by": reading_id})

        return self._commands.run(REACHED, work, undoable=False)


def _existing(tx: Transaction, measure_id: str, side: Side | None) -> Image:
    goal = tx.find(goals, own_id(goals, {"measure_id": measure_id, "side": side}))
    if goal is None:
        raise StoreError(_("This goal is not there any more: it was removed or undone. Nothing was changed."))
    return goal
