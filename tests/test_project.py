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
    *(".git", ".venv", "build", "dist", "__pycache__"),
    *(".pytest_cache", ".mypy_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis"),
}
TEXT_FILES = {".py", ".toml", ".txt", ".md", ".sh", ".qss", ".svg", ".pot", ".po", ".mako", ".ini", ".json", ""}

NETWORK = {"socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "asyncio", "xmlrpc"} | {
    *("requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore"),
}
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
    """No network, nothing that runs data as code, no file too long to read."""
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    found = set(imports(tree))
    assert not {name for name in found if named(NETWORK, name)}
    assert not {name for name in found if named(RISKY_MODULES, name)}
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not {ast.unparse(call.func) for call in calls} & RISKY_CALLS
    assert not [call.lineno for call in calls if "shell" in {keyword.arg for keyword in call.keywords}]
    assert text.count("\n") <= 400


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


SPEAKING = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2}  # how many of the first arguments are words
NOT_SPELLED_OUT = {
    # Texts of the catalogue, which the translators' list takes from its files.
    ("domain/fields.py", "_(text)"),
    # Equipment, marked with N_ in domain/catalogue_items.py.
    ("cli/texts.py", "_(item)"),
    ("ui/library/entries.py", "_"),
    ("ui/library/builder/dose_panel.py", "_"),
    ("ui/library/exercise_detail.py", "_(needed)"),
    ("ui/library/filter_chips.py", "_(needed)"),
    ("ui/library/routine_detail.py", "_(needed)"),
    ("ui/session/today/today.py", "_(item)"),
    ("domain/routine_sheet.py", "_(needed)"),
    ("domain/suiting.py", "_(equipment)"),
    ("domain/own/exercise_draft.py", "_(each)"),
    ("ui/settings/training_choices.py", "_(each)"),
    # Marked with N_ beside it.
    ("charts/span.py", "_(self._words)"),
    ("store/commands.py", "_(op)"),
    ("store/undo.py", "_(step[1])"),
    ("store/undo.py", "_(otherwise)"),
}


def not_spelled_out(tree: ast.AST) -> Iterator[str]:
    """Every use of a word function whose words are not there to read, where no tool finds them for translators."""
    called: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPEAKING:
            called.add(node.func)
            words = node.args[: SPEAKING[node.func.id]]
            if not all(isinstance(word, ast.Constant) and isinstance(word.value, str) for word in words):
                yield ast.unparse(node)
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in SPEAKING and isinstance(node.ctx, ast.Load) and node not in called:
            yield node.id


def test_every_word_a_person_reads_is_spelled_out_where_it_is_said() -> None:
    found = {
        (file.relative_to(ROOT / "app").as_posix(), said)
        for file in PROGRAM
        for said in not_spelled_out(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert found == NOT_SPELLED_OUT


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
