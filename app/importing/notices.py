"""What is to be said about a file's rows: warnings, refusals and questions, each bounded."""

from dataclasses import dataclass, field

from app.importing.table import Notice

MOST = 10_000
SHORT = 200


@dataclass(slots=True)
class Notices:
    """Remarks gathered while a file is read; beyond `MOST` warnings only their number grows."""

    warnings: list[Notice] = field(default_factory=list)
    rejections: list[Notice] = field(default_factory=list)
    more: int = 0

    def warn(self, line: int, column: str, value: str, message: str) -> None:
        """Say something about a cell, a row (no column) or the file (line 0)."""
        if len(self.warnings) >= MOST:
            self.more += 1
            return
        self.warnings.append(Notice(line, column, value[:SHORT], message))

    def reject(self, line: int, value: str, reason: str) -> None:
        """Say why a row is not taken in. Every one is kept: the counts must add up by name."""
        self.rejections.append(Notice(line, "", value[:SHORT], reason))

    def all(self) -> list[Notice]:
        """Return the warnings in the order of the lines, with one for those beyond the limit."""
        found = sorted(self.warnings, key=lambda one: one.line)
        if self.more:
            found.append(Notice(0, "", "", f"{self.more} more remarks like these are not listed."))
        return found
