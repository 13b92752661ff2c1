"""Draws the guide's pictures, in English and Spanish: `python -m tools.guide_pictures`.

Which scenes of the gallery they are is read from the chapters' own links.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
_PICTURE = re.compile(r"\]\(pictures/([\w-]+)-light-en\.png\)")


def main() -> int:
    """Draw them."""
    scenes = sorted({name for path in GUIDE.glob("*.md") for name in _PICTURE.findall(path.read_text("utf-8"))})
    target = GUIDE / "pictures"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tools.gallery", folder, *scenes, "--theme", "light"]
        subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - this project's own
        for scene in scenes:
            for language in ("en", "es"):
                name = f"{scene}-light-{language}.png"
                shutil.copyfile(Path(folder) / name, target / name)
    print(f"{len(scenes)} scenes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
