"""The frozen folder carries what Limber uses, what that stands on, and nothing else."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def parts() -> ModuleType:
    """`packaging/frozen/parts.py`, which is no part of a package."""
    file = Path(__file__).resolve().parent.parent / "packaging" / "frozen" / "parts.py"
    spec = importlib.util.spec_from_file_location("parts", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6\\plugins\\multimedia\\ffmpegmediaplugin.dll",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "QtQml",
        "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "PySide6/translations/qtmultimedia_de.qm",
        "matplotlib/mpl-data/fonts/afm/cmr10.afm",
    ],
)
def test_what_nobody_loads_is_left_out(parts: ModuleType, target: str) -> None:
    assert not parts.is_used(target, ["de"])


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6\\translations\\qtbase_de.qm",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "app/resources/i18n/de/LC_MESSAGES/limber.mo",
    ],
)
def test_what_limber_uses_comes_along(parts: ModuleType, target: str) -> None:
    assert parts.is_used(target, ["de"])


def test_a_library_comes_along_with_who_needs_it(parts: ModuleType) -> None:
    needed_by = {"/a/QtGui.so": ["libb.so.1"], "/a/libb.so.1": ["libc.so.1"], "/a/libidle.so.1": ["libc.so.1"]}
    binaries = [
        ("PySide6/QtGui.so", "/a/QtGui.so", "EXTENSION"),
        ("libb.so.1", "pillow.libs/libb.so.1", "SYMLINK"),
        ("pillow.libs/libb.so.1", "/a/libb.so.1", "BINARY"),
        ("libc.so.1", "/a/libc.so.1", "BINARY"),
        ("libidle.so.1", "/a/libidle.so.1", "BINARY"),
        ("libpython3.11.so.1.0", "/a/libpython3.11.so.1.0", "BINARY"),
    ]
    kept = parts.without_idle(binaries, lambda file: needed_by.get(file, []))
    assert [entry for entry in binaries if entry not in kept] == [("libidle.so.1", "/a/libidle.so.1", "BINARY")]


def test_every_package_of_pythons_brings_its_licence(parts: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "LGPL-3.0.txt").write_text("free")
    names = {target for target, _file, _kind in parts.licences([], tmp_path)}
    assert "licences/LGPL-3.0.txt" in names
    assert {name.split("/")[1] for name in names} >= {"numpy", "matplotlib", "sqlalchemy", "pillow"}
