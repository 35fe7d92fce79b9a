"""Which parts come into the frozen folder, and the licences they come with. Called by `limber.spec`.

An entry is PyInstaller's: where it goes within the folder, the file it is taken from, and its kind.
"""

import os
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import distributions
from pathlib import Path, PurePath
from subprocess import run

Entry = tuple[str, str, str]

# What a window of widgets with sound, voice, SVG and print never loads. Said as parts of a file's name.
UNUSED = (
    "Qt6Qml", "Qt6Quick", "Qt6Pdf", "Qt6VirtualKeyboard", "Qt6WebSockets", "Qt6Designer", "Qt6ShaderTools",
    "Qt6EglFS", "Qt6FFmpegStub", "opengl32sw",
    "/QtQml", "/QtQuick", "/QtPdf", "/QtVirtualKeyboard", "/QtWebSockets", "/QtDesigner", "/QtShaderTools",  # macOS
    "plugins/platforminputcontexts/libqtvirtualkeyboard", "plugins/imageformats/libqpdf", "plugins/qmltooling",
    "plugins/platforms/libqeglfs", "plugins/platforms/libqlinuxfb", "plugins/platforms/libqvnc",
    "plugins/platforms/libqvkkhrdisplay", "plugins/platforms/libqminimal", "plugins/egldeviceintegrations",
    "plugins/networkinformation", "plugins/tls", "plugins/generic/", "texttospeech_mock",
    "plugins/platformthemes/libqgtk3", "ffmpegmediaplugin",
    "libavcodec", "libavformat", "libavutil", "libswresample", "libswscale", "avcodec-", "avformat-", "avutil-",
    "swresample-", "swscale-", "icudtl.dat", "qtwebengine",
    "mpl-data/sample_data", "mpl-data/images", "mpl-data/plot_directive", "mpl-data/kpsewhich",
    "mpl-data/fonts/afm", "mpl-data/fonts/pdfcorefonts", "fonts/ttf/STIX", "fonts/ttf/cm",  # text is DejaVu's
    "LC_MESSAGES/limber.po", "i18n/limber.pot",
)  # fmt: skip
BUILDING = ("altgraph", "pip", "pyinstaller-hooks-contrib", "setuptools", "wheel")  # they stay out of what they make


def is_used(target: str, languages: Iterable[str]) -> bool:
    """`languages` are the codes of those that Limber speaks: Qt's own words come in these alone."""
    path = "/" + target.replace("\\", "/")
    if "PySide6" in path and "/translations/" in path:
        return any(path.endswith(f"qtbase_{language}.qm") for language in languages)
    return not any(part in path for part in UNUSED)


def without_idle(binaries: list[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Leave out the libraries of the system that only left-out parts had a use for.

    `needs` gives the names of the libraries that a file is linked with.
    """
    by_name: dict[str, list[Entry]] = {}
    for entry in binaries:
        by_name.setdefault(PurePath(entry[0]).name, []).append(entry)
    kept, waiting = set(), [entry for entry in binaries if not _is_library(entry[0])]
    while waiting:
        entry = waiting.pop()
        if entry not in kept:
            kept.add(entry)
            names = needs(entry[1]) if entry[2] != "SYMLINK" else ()
            waiting += [found for name in names for found in by_name.get(PurePath(name).name, ())]
    return [entry for entry in binaries if entry in kept]


def _is_library(target: str) -> bool:
    """One that lies at the top or in a wheel's own folder of them, so that somebody there must ask for it by name."""
    name, folder = PurePath(target).name, PurePath(target).parent.as_posix()
    asked_for = folder == "." or folder.endswith((".libs", "Qt/lib"))
    return asked_for and ".so" in name and not name.startswith("libpython")


def licences(binaries: list[Entry], own: Path) -> list[Entry]:
    """Their texts for the folder `licences`: Python's packages', the system's libraries', and the files in `own`."""
    found = [(file.name, file) for file in own.iterdir()]
    for each in distributions():
        name = each.metadata["Name"].lower()
        if name not in BUILDING:
            texts = [file for file in each.files or () if ".dist-info" in file.parts[0] and _is_licence(file)]
            found += [("/".join((name, *file.parts[1:])), Path(str(each.locate_file(file)))) for file in texts]
    found += [("python/LICENSE.txt", file) for file in _of_python() if file.is_file()][:1]
    found += [(f"{package}/copyright", Path(f"/usr/share/doc/{package}/copyright")) for package in _packages(binaries)]
    return [(f"licences/{name}", str(file), "DATA") for name, file in found if file.is_file()]


def _is_licence(file: PurePath) -> bool:
    return file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "AUTHORS"))


def _of_python() -> list[Path]:
    """Where Python's own lies, on each system another place."""
    return [folder / "LICENSE.txt" for folder in (Path(os.__file__).parent, Path(sys.base_prefix))]


def _packages(binaries: list[Entry]) -> set[str]:
    """Debian's packages, where this is one, that the libraries were taken from."""
    files = [entry[1].removeprefix("/usr") for entry in binaries if entry[1].startswith(("/lib/", "/usr/lib/"))]
    if not files or not Path("/usr/bin/dpkg-query").exists():
        return set()
    both = [*files, *(f"/usr{file}" for file in files)]  # one place with two names, of which a package knows either
    told = run(["/usr/bin/dpkg-query", "-S", *both], capture_output=True, text=True, check=False).stdout
    return {line.split(":")[0] for line in told.splitlines()}
