"""What libraries hardly want is loaded with its first use, and then is what it always was."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BEGIN = """
import sys
from app.later import put_off, put_off_what_libraries_hardly_want
put_off_what_libraries_hardly_want()
import sqlalchemy.orm
assert "asyncio.base_events" not in sys.modules
assert "email.message" not in sys.modules
"""


def told(code: str) -> str:
    """Return what a fresh Python prints, since in this one all is loaded."""
    done = subprocess.run(
        [sys.executable, "-c", BEGIN + code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        (
            "import asyncio\nasync def three():\n    await asyncio.sleep(0)\n    return 3\nprint(asyncio.run(three()))",
            "3",
        ),
        ("from asyncio import Queue\nprint(Queue.__module__)", "asyncio.queues"),
        ("from asyncio import *\nprint(Lock.__module__)", "asyncio.locks"),
        ("import asyncio.events as events\nprint(events.AbstractEventLoop.__name__)", "AbstractEventLoop"),
        (
            "import asyncio\nprint(hasattr(asyncio, 'no_such_thing'), hasattr(asyncio, '__no_such_mark__'))",
            "False False",
        ),
        ("import asyncio\nprint(asyncio.iscoroutine(3))", "False"),
        ("import importlib.metadata\nprint(importlib.metadata.version('sqlalchemy').split('.')[0])", "2"),
        (
            "from importlib import metadata\nprint(metadata.entry_points() is None)",
            "False",
        ),
        ("import json\nput_off('json')\nprint(sys.modules['json'] is json, type(json).__name__)", "True module"),
        ("put_off('no_such_module')\nprint('no_such_module' in sys.modules)", "False"),
        (
            "import asyncio, threading\nfound = []\n"
            "many = [threading.Thread(target=lambda: found.append(asyncio.Queue.__name__)) for _ in range(8)]\n"
            "[one.start() for one in many]\n[one.join() for one in many]\nprint(found == ['Queue'] * 8)",
            "True",
        ),
    ],
)
def test_it_comes_with_its_first_use(code: str, answer: str) -> None:
    assert told(code) == answer


def test_nothing_on_the_way_to_a_workspace_wants_it(file_url: str) -> None:
    code = (
        "from app.__main__ import main\n"
        f"assert main(['find', {file_url!r}, '']) == 0\n"
        "print('asyncio.base_events' in sys.modules)"
    )
    assert told(code).splitlines()[-1] == "False"
