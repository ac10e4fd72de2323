"""Where files lie: the user's workspace, the log folder, and what ships with the program."""

from __future__ import annotations

import sys
from pathlib import Path

import appdirs

APP = "Trennwerk"


def program_root() -> Path:
    """The folder that holds ``resources`` and ``models`` (a checkout, or a frozen bundle)."""
    bundle = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def resources() -> Path:
    return program_root() / "resources"


def models() -> Path:
    return program_root() / "models"


def default_workspace() -> Path:
    return Path(appdirs.user_data_dir(APP, appauthor=False))


def log_folder() -> Path:
    return Path(appdirs.user_log_dir(APP, appauthor=False))


def user_models() -> Path:
    """Where the user puts chat models for the optional instruct layer."""
    return default_workspace() / "models"
