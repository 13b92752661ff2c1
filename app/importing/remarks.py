"""Remarks on a file while it is read: each said where it stands, a flood of one kind summed up."""

from collections import Counter

from app.importing.table import Notice

EACH = 1_000
SHORT = 200


class Remarks:
    """Writes to a table's notices; beyond `EACH` of one message only their number is kept."""

    def __init__(self, notices: list[Notice]) -> None:
        self._notices = notices
        self._counts: Counter[str] = Counter()

    def say(self, line: int, column: str, value: str, message: str) -> None:
        """Say something about a place of the file; line 0 is the whole file."""
        self._counts[message] += 1
        if self._counts[message] <= EACH:
            self._notices.append(Notice(line, column, value[:SHORT], message))

    def once(self, line: int, value: str, message: str) -> None:
        """Say something that is true of many rows at the first of them only."""
        if not self._counts[message]:
            self.say(line, "", value, message)

    def forget(self, lines: set[int]) -> None:
        """Take back what was said of rows that are no records after all."""
        self._notices[:] = [notice for notice in self._notices if notice.line not in lines]

    def close(self) -> None:
        """Say how many remarks were not listed one by one."""
        for message, count in self._counts.items():
            if count > EACH:
                self._notices.append(Notice(0, "", "", f"{message} This is so for {count:,} lines in all."))
        self._counts.clear()
