"""What several tests share: the handbook of this tree, built once a run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
settings.register_profile("house", deadline=None)  # no test times: another job on the machine is no fault of the code
settings.load_profile("house")
DAY = "2026-11-22"
INPUTS = ("sources", "vocabulary", "templates", "docs", "mkdocs.yml", "mkdocs.hant.yml")


@pytest.fixture(scope="session")
def handbook_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the build reads, with everything that `handbook build` makes of it on one fixed day."""
    root = tmp_path_factory.mktemp("handbook")
    for name in INPUTS:
        found = ROOT / name
        if found.is_dir():
            shutil.copytree(found, root / name)
        else:
            shutil.copy2(found, root / name)
    command = [sys.executable, "-m", "handbook", "build", "--root", str(root), "--as-of", DAY]
    paths = os.pathsep.join(filter(None, (str(ROOT / "scripts"), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(command, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium")
    assert found, "没有找到 chromium，请运行 make browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()
