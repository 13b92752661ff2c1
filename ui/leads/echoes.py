"""What of one's own acts comes by a second time though a later act is shown already."""

from collections.abc import Sequence
from dataclasses import replace

from app.changes import Change, Entry


class Echoes:
    """Every act of one's own is told twice: as soon as it is saved, and in its place among those of others (`ui.sync`).

    The second time it has the last word over what colleagues did before it; but not on a field that one changed again
    after it, which would be seen to jump back and forth.
    """

    def __init__(self) -> None:
        self._told: set[str] = set()
        self._latest: dict[
            tuple[int, str], str
        ] = {}  # field of a lead -> our latest act on it that is to come by again

    def heed(self, change: Change) -> Sequence[Entry]:
        """Return what of an act is to be shown."""
        if not change.own:
            return change.entries
        if change.op not in self._told:
            self._told.add(change.op)
            for entry in change.entries:
                if entry.kind == "lead":
                    self._latest.update(((entry.id, name), change.op) for name in entry.fields)
            return change.entries
        self._told.discard(change.op)
        found = []
        for entry in change.entries:
            shown = entry if entry.kind != "lead" else self._still(entry, change.op)
            if shown.fields or not entry.fields:
                found.append(shown)
        return found

    def _still(self, entry: Entry, op: str) -> Entry:
        """Return of a lead's entry the fields that no later act of ours changed; they are done with."""
        fields = {name: both for name, both in entry.fields.items() if self._latest.get((entry.id, name)) in {None, op}}
        for name in fields:
            self._latest.pop((entry.id, name), None)
        return replace(entry, fields=fields)
