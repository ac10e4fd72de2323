"""DESIGN.md section 3 as a test: who may import whom, and where the heavy libraries may appear."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DESKTOP = ROOT / "desktop"

BASE = {"domain", "access", "errors", "settings", "paths", "log"}
MIDDLE = {"mail", "detect", "split", "vault", "exchange", "privacy", "learn"}
TOP = {"ui", "api", "cli"}
ALLOWED: dict[str, set[str]] = (
    dict.fromkeys(BASE, BASE)
    | {name: BASE | {name} for name in MIDDLE}
    | {"services": BASE | MIDDLE | {"services"}}
    | {name: BASE | MIDDLE | {"services", name} for name in TOP}
)
ONLY_IN = {
    "PySide6": {"ui", "app"},
    "qtawesome": {"ui", "app"},
    "llama_cpp": {"detect", "learn"},
    "sqlcipher3": {"vault"},
}


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the direction of data"
            assert node.module is not None
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def part(path: Path) -> str:
    return path.relative_to(DESKTOP).parts[0].removesuffix(".py")


FILES = sorted(DESKTOP.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path: Path) -> None:
    own = part(path)
    if own not in ALLOWED:  # app, __main__ and __init__ wire everything
        return
    for name in imports(path):
        pieces = name.split(".")
        if pieces[0] == "desktop" and len(pieces) > 1 and pieces[1] != "__version__":
            assert pieces[1] in ALLOWED[own], f"{own} must not import {name}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_heavy_libraries_stay_in_their_place(path: Path) -> None:
    for name in imports(path):
        allowed = ONLY_IN.get(name.split(".")[0])
        assert allowed is None or part(path) in allowed, f"{part(path)} must not import {name}"


def test_training_libraries_are_never_imported_at_run_time() -> None:
    for path in FILES:
        assert not imports(path) & {"torch", "tokenizers"}, path


def test_threads_of_the_window_live_in_one_module() -> None:
    for path in (DESKTOP / "ui").rglob("*.py"):
        if path.name == "tasks.py":
            continue
        text = path.read_text("utf-8")
        for word in ("QThread(", "QRunnable", "import threading", "Thread(", "ThreadPool"):
            assert word not in text, f"{path.name} uses {word}"


def test_core_imports_without_qt() -> None:
    """Every module outside ``ui/`` and ``app.py`` loads when PySide6 cannot be imported."""
    modules = [
        "desktop." + ".".join(path.relative_to(DESKTOP).with_suffix("").parts)
        for path in FILES
        if part(path) not in {"ui", "app", "__main__", "__init__"}
    ]
    script = (
        "import sys, importlib\n"
        "sys.modules['PySide6'] = None\n"
        f"for name in {modules!r}:\n"
        "    importlib.import_module(name.removesuffix('.__init__'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.returncode == 0, done.stderr


def test_files_stay_readable() -> None:
    for path in FILES:
        lines = len(path.read_text("utf-8").splitlines())
        assert lines <= 450, f"{path.relative_to(ROOT)} has {lines} lines"
