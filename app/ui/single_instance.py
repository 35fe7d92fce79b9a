"""One window per store: a second start raises the first window and leaves."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.domain.errors import Refused
from app.i18n import _
from app.ui.window_lock import is_taken, window_lock

_WAIT_MS = 1000


class SingleInstance(QObject):
    """Holds the store's window lock; a local socket carries the second start's request to come to the front."""

    raised = Signal(str)  # the file that it was started with, or nothing

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = str(folder.resolve()).encode()
        digest = bytes(QCryptographicHash.hash(name, QCryptographicHash.Algorithm.Sha256).toHex().data()).decode()
        self._name = f"limber-{digest[:16]}"
        self._lock = window_lock(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self, file: str = "") -> bool:
        """True when this is the first window; False after asking the first one to come to the front and open `file`.

        Raises Refused where the first one holds the store and does not answer.
        """
        if not is_taken(self._lock):
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)
            return True
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT_MS):
            raise Refused(self._silent())
        if file:
            socket.write(file.encode())
            socket.waitForBytesWritten(_WAIT_MS)
        socket.disconnectFromServer()
        return False

    def release(self) -> None:
        self._server.close()
        self._lock.unlock()

    def _silent(self) -> str:
        process, host, _program = self._lock.getLockInfo()
        return _(
            "Limber seems to be open already (process {process} on {host}), but it does not answer. "
            "If it is not open there, remove {file} and start again."
        ).format(process=process, host=host, file=self._lock.fileName())

    def _answer(self) -> None:
        while (connection := self._server.nextPendingConnection()) is not None:
            connection.disconnected.connect(partial(self._take, connection))
            if connection.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._take(connection)

    def _take(self, connection: QLocalSocket) -> None:
        """What the other one had to say, now that it has said it."""
        connection.disconnected.disconnect()
        file = bytes(connection.readAll().data()).decode(errors="replace")
        connection.deleteLater()
        self.raised.emit(file)
