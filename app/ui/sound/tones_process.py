"""The tones, in a process of their own, through QtMultimedia: `python -m app.ui.sound.tones_process [folder]`.

Orders and answers as in `app.ui.sound.helper_process`: `{"do": "play", "name", "volume"}` and `{"do": "hush"}`.
“missing” is told where there is no loudspeaker and “ready” once there is one, as often as that changes.

One stream stays open and takes the sum of what sounds, silence too, so that a tone begins some 50 ms after its order.
Effects with a stream each (QSoundEffect) begin half a second late, and now and then leave the event loop spinning.
"""

import sys
import wave
from array import array
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QCoreApplication, QIODevice, QIODeviceBase, QObject, QTimer

from app.paths import resources_dir
from app.ui.sound.helper_process import Order, bounded, fail, lack, serve, tell
from app.ui.sound.missing import Missing

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioDevice, QAudioSink

RATE_HZ = 22_050
SAMPLE_BYTES = 2
LOUDEST = 32_767
BUFFER_S = 0.04  # short, so that a tone is prompt; long enough for a busy machine
LOOK_MS = 1_000
LOOKS_UNTIL_STUCK = 2
LOOKS_UNTIL_REST = 10

Samples: TypeAlias = "array[int]"


def read_tones(folder: Path) -> dict[str, Samples]:
    """The samples of every tone by its name."""
    tones = {}
    for file in sorted(folder.glob("*.wav")):
        with wave.open(str(file)) as sound:
            tones[file.stem] = array("h", sound.readframes(sound.getnframes()))
    return tones


class Mixer(QIODevice):
    """What the loudspeaker takes: the sum of all that sounds now, 16-bit samples, without end."""

    def __init__(self) -> None:
        super().__init__()
        self._sounding: list[Samples] = []  # what is left of each
        self.taken = 0
        # Unbuffered, else a buffer of its own takes a third of a second ahead.
        self.open(QIODeviceBase.OpenModeFlag.ReadOnly | QIODeviceBase.OpenModeFlag.Unbuffered)

    @property
    def silent(self) -> bool:
        return not self._sounding

    def add(self, tone: Samples, volume: float) -> None:
        self._sounding.append(array("h", (round(sample * volume) for sample in tone)))

    def clear(self) -> None:
        self._sounding.clear()

    def isSequential(self) -> bool:
        return True

    def bytesAvailable(self) -> int:
        return RATE_HZ * SAMPLE_BYTES

    def readData(self, length: int) -> bytes:
        count = length // SAMPLE_BYTES
        self.taken += count
        mixed = array("h", bytes(count * SAMPLE_BYTES))
        for tone in self._sounding:
            for place, sample in enumerate(tone[:count]):
                mixed[place] = max(-LOUDEST, min(LOUDEST, mixed[place] + sample))
        self._sounding = [tone[count:] for tone in self._sounding if len(tone) > count]
        return mixed.tobytes()

    def writeData(self, data: bytes | bytearray | memoryview, length: int) -> int:
        return -1


class Player(QObject):
    """Plays on the loudspeaker the system prefers. After some silence the stream rests and costs nothing.

    When the sound server dies nobody tells, but then nothing is taken any more: the process ends, and the next one
    sees what there is.
    """

    def __init__(self, tones: dict[str, Samples]) -> None:
        super().__init__()
        from PySide6.QtMultimedia import QMediaDevices

        self._tones = tones
        self._mixer = Mixer()
        self._device: QAudioDevice | None = None
        self._sink: QAudioSink | None = None
        self._taken = self._stuck = self._quiet = 0
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self.find_loudspeaker)

    def do(self, order: Order) -> None:
        if order["do"] == "hush":
            self._mixer.clear()
        elif self._sink is not None:
            self._mixer.add(self._tones[order["name"]], order["volume"])
            self._wake(self._sink)

    def find_loudspeaker(self) -> None:
        """At the start, and whenever one came, went or changed."""
        from PySide6.QtMultimedia import QMediaDevices

        device = QMediaDevices.defaultAudioOutput()
        if self._sink is not None and device == self._device:
            return
        with bounded():
            self._close()
            if device.isNull():
                lack(Missing.OUTPUT)
                return
            self._open(device)

    def _open(self, device: "QAudioDevice") -> None:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QtAudio

        form = QAudioFormat()
        form.setSampleRate(RATE_HZ)
        form.setChannelCount(1)
        form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
        self._device, sink = device, QAudioSink(device, form, self)
        sink.setBufferSize(round(BUFFER_S * RATE_HZ) * SAMPLE_BYTES)
        sink.start(self._mixer)
        if sink.error() is not QtAudio.Error.NoError:
            lack(Missing.OUTPUT)
            return
        self._sink = sink
        self._wake(sink)
        tell({"is": "ready"})

    def _close(self) -> None:
        self._looks.stop()
        self._mixer.clear()
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()

    def _wake(self, sink: "QAudioSink") -> None:
        self._quiet = 0
        if not self._looks.isActive():
            self._stuck = 0
            self._taken = self._mixer.taken
            sink.resume()
            self._looks.start()

    def _look(self) -> None:
        """Whether sound is still taken, and whether there has been any of late."""
        self._stuck = self._stuck + 1 if self._mixer.taken == self._taken else 0
        self._taken = self._mixer.taken
        if self._stuck == LOOKS_UNTIL_STUCK:
            fail("nothing takes the sound any more")
        self._quiet = self._quiet + 1 if self._mixer.silent else 0
        if self._quiet == LOOKS_UNTIL_REST and self._sink is not None:
            self._looks.stop()
            self._sink.suspend()


def main(folder: str = "") -> int:
    """Play until the input ends. The exit code is 0 then, and when something is missing."""
    application = QCoreApplication([])
    try:
        with bounded():
            player = Player(read_tones(Path(folder) if folder else resources_dir() / "sounds"))
    except ImportError as error:
        sys.stderr.write(f"{error}\n")
        lack(Missing.MULTIMEDIA)
        return 0
    player.find_loudspeaker()
    return serve(application, player.do)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
