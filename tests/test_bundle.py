"""The self-test, from source and from the bundle: every part is there and does its work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def self_test(program: list[str], folder: Path) -> dict[str, object]:
    """Run the self-test as a person's computer would, knowing nothing of this checkout; return its results."""
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR", "SYSTEMROOT", "DISPLAY") if name in os.environ}
    done = subprocess.run(
        [*program, "--self-test", str(folder / "results.json")],
        cwd=folder,
        env={**kept, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=240,
    )
    assert (folder / "results.json").is_file(), done.stderr
    results: dict[str, object] = json.loads((folder / "results.json").read_text("utf-8"))
    failed = {name: result for name, result in results.items() if str(result).startswith("FAIL")}
    assert not failed, failed
    assert done.returncode == 0, done.stderr
    return results


@pytest.mark.slow
def test_the_program_from_source_is_whole(tmp_path: Path) -> None:
    # The folder is named to Python itself, as an installed package would be.
    start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from app.__main__ import main; sys.exit(main())"
    results = self_test([sys.executable, "-c", start], tmp_path)
    assert "from source" in str(results["system"])


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.skipif("TANDEM_BUNDLE" not in os.environ, reason="takes minutes; TANDEM_BUNDLE=1 asks for it")
def test_the_bundle_is_whole(tmp_path: Path) -> None:
    built = subprocess.run([ROOT / "tools" / "bundle.sh"], capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    programs = [ROOT / "dist" / "tandem" / "tandem", ROOT / "dist" / "Tandem.app" / "Contents" / "MacOS" / "Tandem"]
    program = next(path for path in programs if path.is_file())
    results = self_test([str(program)], tmp_path)
    assert "packed" in str(results["system"])
