"""The local socket by which a second start calls the first window to the front. The one user of QtNetwork."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 3_000  # a window that is just opening listens as soon as it is painted
_AGAIN_MS = 50


class WindowCall(QObject):
    """Listens for the store in `folder` while it lives."""

    came = Signal(str)  # the file that the second start was given, or nothing

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))

    def close(self) -> None:
        self._server.close()

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
        self.came.emit(file)


def call_window(folder: Path, file: str, patience_ms: int = _PATIENCE_MS) -> bool:
    """Ask the window that is open on the store in `folder` to come forward and open `file`; whether it answers."""
    socket, patience = QLocalSocket(), QDeadlineTimer(patience_ms)
    socket.connectToServer(_name(folder))
    while not socket.waitForConnected(max(1, patience.remainingTime())):
        if patience.hasExpired():
            return False
        QThread.msleep(_AGAIN_MS)
        socket.connectToServer(_name(folder))
    if file:
        socket.write(file.encode())
        socket.waitForBytesWritten(max(1, patience.remainingTime()))
    socket.disconnectFromServer()
    return True


def _name(folder: Path) -> str:
    digest = QCryptographicHash.hash(str(folder.resolve()).encode(), QCryptographicHash.Algorithm.Sha256).toHex()
    return f"limber-{bytes(digest.data()).decode()[:16]}"
