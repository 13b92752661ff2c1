"""Text as it is held and compared; nothing of the database is loaded for it."""

from db.folding import fold


def clean(text: str) -> str:
    """Return text that both engines can hold: no NUL, no lone surrogates; all else as it was."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


__all__ = ["clean", "fold"]
