"""What the processes of voice and tones have in common: orders in, answers out, one JSON object a line each.

Every order, `{"do": …}`, is answered by `{"is": "heard"}` as soon as it is done. Of itself a process tells
`{"is": "ready"}` when it can do its work, and `{"is": "missing", "what"}` when it lacks something. It ends when nobody
holds the other end of its input any more.
"""

import faulthandler
import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from app.ui.sound.missing import Missing

LONGEST_CALL_S = 20.0

Order = dict[str, Any]
Tell = Callable[[Order], None]


@contextmanager
def bounded() -> Iterator[None]:
    """Ends the process where a call into the system's sound does not return: even while it holds Python's lock."""
    faulthandler.dump_traceback_later(LONGEST_CALL_S, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def tell(answer: Order) -> None:
    try:
        os.write(1, json.dumps(answer).encode() + b"\n")
    except OSError:  # nobody listens any more
        os._exit(0)


def lack(missing: Missing) -> None:
    tell({"is": "missing", "what": missing.value})


def fail(reason: str) -> NoReturn:
    """End in the middle of things: whoever started this process may try it again."""
    sys.stderr.write(f"{reason}\n")
    sys.stderr.flush()
    os._exit(1)


class Orders(QObject):
    """Reads the orders in a thread and hands them to the event loop; there is no other way on Windows."""

    came = Signal(object)
    closed = Signal()

    def start(self) -> None:
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        with open(0, "rb", closefd=False) as lines:
            for line in lines:
                self.came.emit(json.loads(line))
        self.closed.emit()


def serve(application: QCoreApplication, do: Callable[[Order], None]) -> int:
    """Do orders until the input ends. The end is abrupt, since a library may not want to let go."""

    def obey(order: Order) -> None:
        with bounded():
            do(order)
        tell({"is": "heard"})

    orders = Orders()
    orders.came.connect(obey, Qt.ConnectionType.QueuedConnection)
    orders.closed.connect(lambda: os._exit(0), Qt.ConnectionType.QueuedConnection)
    orders.start()
    return application.exec()
