"""The program run as a process, as a scheduled job runs it."""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from app.exporting import unguarded
from tests.helpers import forking

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 300
"""Seconds after which a command is taken to hang; no measure of how long one may take."""


def ended(*words: str | Path | int, given: str | None = None, limit: float = LIMIT) -> subprocess.CompletedProcess[str]:
    """Run Python with these words, at the root of the project, to its end; `given` is what it reads."""
    return subprocess.run(
        [sys.executable, *map(str, words)],
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
        timeout=limit,
    )


def run(*words: str | Path | int, code: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command in a process; it must end with the exit code and without a traceback."""
    if forking.IS_POSSIBLE:
        done = forking.forks().run([str(word) for word in words], None, LIMIT)
    else:
        done = ended("-m", "app", *words)
    assert done.returncode == code, done
    assert "Traceback" not in done.stderr
    return done


MEMORY = 640 << 20
"""Bytes of address space that a command run by `limited` may have, most of them the libraries it is made of."""
_LIMITED = f"""
import contextlib, runpy
with contextlib.suppress(ImportError):  # Windows cannot limit a process in this way
    import resource
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
runpy.run_module("app", run_name="__main__")
"""


def limited(*words: str | Path | int) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed in a process of bounded memory."""
    done = ended("-c", _LIMITED, *words)
    assert done.returncode == 0, done
    return done


def asked(*words: str | Path | int, code: int = 0) -> Any:
    """Return the JSON document with which a command answers."""
    return json.loads(run(*words, "--json", code=code).stdout)


def imported(url: str, file: Path, *words: str | Path | int, code: int = 0) -> dict[str, Any]:
    """Import a file and return the answer, whose counts must add up."""
    answer: dict[str, Any] = asked("import", url, file, *words, code=code)
    counts = ("created", "updated", "unchanged", "skipped", "rejected")
    assert answer["rows_read"] == sum(answer[name] for name in counts)
    assert answer["rejected"] == len(answer["rejections"])
    return answer


def exported(url: str, what: str, file: Path) -> list[dict[str, str]]:
    """Return what an export writes, row by row; the file stays for whoever imports it again."""
    answer = asked("export", url, what, "--format", "csv", "-o", file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(stream)]
    assert answer["rows"] == len(rows)
    return rows
