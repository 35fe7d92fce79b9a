"""What the project promises as a whole, checked on its files rather than on what they do."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import app.domain.catalogue
import app.domain.fields
from app.domain.catalogue import load_catalogue
from app.paths import resources_dir

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = sorted((ROOT / "app").rglob("*.py"))

TOP_LEVEL = {
    *("app", "resources", "migrations", "tests", "packaging", ".ci"),
    *("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md", "LICENSE"),
    *("Makefile", "pyproject.toml", "constraints.txt", ".gitignore"),
}
MADE_BY_TOOLS = {
    *(".git", ".venv", "build", "dist", "__pycache__", ".coverage"),
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"),
}
TEXT_FILES = {".py", ".toml", ".txt", ".md", ".sh", ".qss", ".svg", ".pot", ".po", ".mako", ".ini", ".json", ""}

NETWORK = {"socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc"} | {
    *("requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
LOCAL_ONLY = {"QLockFile", "QLocalServer", "QLocalSocket"}
SINGLE_INSTANCE = ROOT / "app" / "ui" / "single_instance.py"
RISKY_MODULES = {"pickle", "cPickle", "dill", "shelve", "marshal"}
RISKY_CALLS = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "subprocess.getoutput"}


def imports(tree: ast.AST) -> Iterator[str]:
    """Every module and every imported name, dotted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def named(modules: set[str], name: str) -> bool:
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def committed() -> Iterator[Path]:
    for top in sorted(TOP_LEVEL):
        path = ROOT / top
        files = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in files if file.is_file() and "__pycache__" not in file.parts)


@pytest.mark.parametrize("file", PROGRAM, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_file_of_the_program_keeps_the_rules(file: Path) -> None:
    """No network beyond the single-instance socket, nothing that runs data as code, no file too long to read."""
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    found = set(imports(tree))
    if file != SINGLE_INSTANCE:
        assert not {name for name in found if named(NETWORK, name)}
    assert not {name for name in found if named(RISKY_MODULES, name)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not {ast.unparse(call.func) for call in calls} & RISKY_CALLS
    assert not [call.lineno for call in calls if "shell" in {keyword.arg for keyword in call.keywords}]
    assert text.count("\n") <= 400


def test_the_single_instance_socket_stays_on_this_machine() -> None:
    network = {name for name in imports(ast.parse(SINGLE_INSTANCE.read_text(encoding="utf-8"))) if named(NETWORK, name)}
    assert {name.rpartition(".")[2] for name in network} <= {"QtNetwork"} | LOCAL_ONLY


def test_the_top_level_holds_only_what_was_agreed() -> None:
    assert {path.name for path in ROOT.iterdir()} - MADE_BY_TOOLS == TOP_LEVEL


def test_no_file_knows_a_machine_or_an_index() -> None:
    """What is in a file works on every machine: no home folders, no package indexes, no shared design notes."""
    machine = re.compile(
        r"(?<![\w.])/(?:home|root|Users|opt|work|tmp)/\w|--(?:extra-)?index-url|--find-links|\.\./shared"
    )
    for file in committed():
        if file.suffix in TEXT_FILES and file != Path(__file__).resolve():
            found = machine.search(file.read_text(encoding="utf-8"))
            assert not found, f"{file.relative_to(ROOT)}: {found and found[0]}"


def test_every_version_is_pinned_for_everything_that_is_declared() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.partition("#")[0].strip() for line in lines if line.partition("#")[0].strip()]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    pinned = {re.sub(r"[-_.]+", "-", pin.partition("==")[0]).lower() for pin in pins}
    declared = re.findall(r'^    "([\w-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(declared) > 10
    assert {name.replace("_", "-").lower() for name in declared} <= pinned


def test_every_text_of_the_catalogue_is_on_the_translators_list(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()

    def hear(text: str) -> str:
        said.add(text)
        return text

    monkeypatch.setattr(app.domain.fields, "_", hear)
    monkeypatch.setattr(app.domain.catalogue, "_", hear)
    load_catalogue(resources_dir())
    with (ROOT / "resources" / "i18n" / "limber.pot").open("rb") as file:
        listed = {message.id if isinstance(message.id, str) else message.id[0] for message in read_po(file)}
    assert len(said) > 100
    assert not said - listed


COUNT_NONE = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for number in range(20_000):
    label.setText(str(number))
print(before - sys.getrefcount(None))
"""


def test_a_call_without_a_result_costs_no_reference_to_none() -> None:
    """PySide6 6.12.0 loses one at nearly every call, which ends a program on Python 3.11 after some thousands."""
    done = subprocess.run([sys.executable, "-c", COUNT_NONE], capture_output=True, text=True, timeout=60, check=True)
    assert abs(int(done.stdout)) < 1000
