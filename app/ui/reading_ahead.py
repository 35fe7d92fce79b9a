"""A person's own exercises are read a few at a time once the window stands: of thousands all at once it would hang."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.catalogue import Catalogue
from app.domain.own.items import OwnItem

AT_ONCE = 50  # a few milliseconds of reading, between which the window answers


class ReadingAhead(QObject):
    """Fewer than `AT_ONCE` are there when it has started."""

    done = Signal()

    def __init__(self, catalogue: Catalogue, exercises: Iterable[OwnItem], parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue, self._left = catalogue, iter(exercises)
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read)
        self.done.connect(self.deleteLater)

    def start(self) -> None:
        self._timer.start()
        self._read()

    def stop(self) -> None:
        self._timer.stop()

    def _read(self) -> None:
        some = list(islice(self._left, AT_ONCE))
        for item in some:
            self._catalogue.read_ahead(item)
        if len(some) < AT_ONCE:
            self.stop()
            self.done.emit()
