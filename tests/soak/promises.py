"""What a writing program has said was kept, and whether the store it left behind keeps it."""

from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.clock import SystemClock
from app.store.check import check
from app.store.database import FILE_NAME
from app.store.finders import Checkpoint
from app.store.store import Store
from tests.soak.writer import SETS_IN_A_SESSION, content_after


@dataclass
class Promises:
    """What one folder's writers have said was kept.

    `stands` is the session and the number of sets in the last checkpoint that was promised or found, None where there
    was none. `next_writer` says that what comes is of a program that has not said anything of checkpoints yet.
    """

    readings: set[str] = field(default_factory=set)
    sets: set[tuple[str, int]] = field(default_factory=set)
    set_ids: set[str] = field(default_factory=set)
    stands: tuple[str, int] | None = None
    next_writer: bool = True

    def hear(self, said: str) -> None:
        """Whole lines only: the last one may have been cut off by the kill."""
        for line in said.splitlines(keepends=True):
            match line.split():
                case ["reading", reading] if line.endswith("\n"):
                    self.readings.add(reading)
                case ["set-id", set_id] if line.endswith("\n"):
                    self.set_ids.add(set_id)
                case ["set", session, work] if line.endswith("\n"):
                    self.sets.add((session, int(work)))
                case ["checkpoint", session, done] if line.endswith("\n"):
                    self.stands, self.next_writer = (session, int(done)), False
                case ["cleared"] if line.endswith("\n"):
                    self.stands, self.next_writer = None, False

    @property
    def count(self) -> int:
        return len(self.readings) + len(self.sets) + len(self.set_ids)

    def lost(self, folder: Path) -> list[str]:
        """What is missing of readings and sets, and what is wrong with the store as a whole."""
        with closing(Store.open(folder, SystemClock())) as store:
            readings = {reading.id for reading in store.find.readings()}
            sets = {done.id for session in store.find.sessions() for done in session.sets}
        lost = [f"reading {reading} is lost" for reading in self.readings - readings]
        lost += [f"set {set_id} is lost" for set_id in self.set_ids - sets]
        return lost + check(folder / FILE_NAME)

    def broken(self, folder: Path) -> list[str]:
        """What is missing or wrong in the store now that its writer was killed."""
        store = Store.open(folder, SystemClock())
        readings = {reading.id for reading in store.find.readings()}
        sets = {(session.id, done.work) for session in store.find.sessions() for done in session.sets}
        found = store.find.checkpoint()
        path = store.path
        store.close()
        lost = [f"reading {reading} is lost" for reading in self.readings - readings]
        lost += [f"set {work} of session {session} is lost" for session, work in self.sets - sets]
        return lost + self._wrong_checkpoint(found, sets) + check(path)

    def _wrong_checkpoint(self, found: Checkpoint | None, sets: set[tuple[str, int]]) -> list[str]:
        """It has to be whole, of sets that are there, and the last one promised or the one after it."""
        stands = (str(found.session_id), int(found.content["done"])) if found else None
        wrong = []
        if stands != self.stands and not self._follows(stands):
            wrong.append(f"the checkpoint is {stands} after {self.stands} was promised")
        if found and stands and found.content != content_after(stands[1]):
            wrong.append(f"the checkpoint {stands} is not whole")
        if found and stands and not {(stands[0], work) for work in range(stands[1])} <= sets:
            wrong.append(f"the checkpoint {stands} tells of sets that are not there")
        self.stands, self.next_writer = stands, True
        return wrong

    def _follows(self, stands: tuple[str, int] | None) -> bool:
        """Whether the writer may have come that far without having said so."""
        if stands is not None and stands[1] == 0:
            return self.stands is None or self.next_writer
        if self.stands is None or self.next_writer:
            return False
        session, done = self.stands
        return stands == ((session, done + 1) if done < SETS_IN_A_SESSION else None)
