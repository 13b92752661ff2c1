"""Keeps how the gallery's scenes look, once somebody has looked at them: `python -m tools.keep_gallery [NAME…]`.

To keep the repository small, each scene is kept once in each theme and once in each language, and half as large as it
is drawn: that shows whatever moved. Only where the fonts are drawn as on our own Linux machines are the pictures the
same, so they are kept there.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

from app.wording import Language
from tools.words import main as compile_words
from ui.theme import Choice

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "tests" / "fixtures" / "gallery"
VARIANTS: tuple[tuple[Choice, Language], ...] = (("light", "en"), ("dark", "es"))
WIDTH = 720


def reduced(image: QImage) -> QImage:
    """Return a picture as it is kept."""
    small = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.setDevicePixelRatio(1)
    return small.convertToFormat(QImage.Format.Format_RGB32)


def path_of(name: str) -> Path:
    """Return where the picture of a scene is kept, by its name with theme and language."""
    return KEPT / f"{name}.webp"


def main(names: list[str]) -> int:
    """Draw the scenes whose names begin so, or all of them, and keep them."""
    compile_words(["compile"])
    KEPT.mkdir(parents=True, exist_ok=True)
    if not names:
        for old in KEPT.glob("*.webp"):
            old.unlink()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "tools.gallery", folder, *names]
        drawing = [
            subprocess.Popen([*command, "--theme", choice, "--language", language], cwd=ROOT)  # noqa: S603 - ours
            for choice, language in VARIANTS
        ]
        codes = [one.wait() for one in drawing]
        if any(codes):
            return 1
        for path in sorted(Path(folder).glob("*.png")):
            writer = QImageWriter(str(path_of(path.stem)), b"webp")
            writer.setQuality(100)  # loses nothing
            writer.write(reduced(QImage(str(path))))
            count += 1
    print(f"{count} kept")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
