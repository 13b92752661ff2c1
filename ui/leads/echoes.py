"""Which of one's own acts come by a second time though a later one is shown already."""

from collections.abc import Sequence

from app.changes import Change, Entry


class Echoes:
    """Every act of one's own is told twice: as soon as it is saved, and in its place among those of others (`ui.sync`).

    The second time it has the last word over what colleagues did before it; but not over what one did after it, which
    would be seen to jump back and forth.
    """

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._latest: dict[int, str] = {}  # lead -> the latest act of ours on it that is still to come by again

    def heed(self, change: Change) -> Sequence[Entry]:
        """Return what of an act is to be shown."""
        if not change.own:
            return change.entries
        if change.op not in self._told:
            self._told.add(change.op)
            self._latest.update((entry.id, change.op) for entry in change.entries if entry.kind == "lead")
            return change.entries
        self._told.discard(change.op)
        found = [one for one in change.entries if one.kind != "lead" or self._latest.get(one.id) in {None, change.op}]
        for entry in found:
            if entry.kind == "lead":
                self._latest.pop(entry.id, None)
        return found
