"""What a person asks of an import."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

OnExisting = Literal["update", "skip", "fill"]


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is to be imported.

    Attributes:
        kind: contacts, companies or leads; None to find out.
        layout: a known layout's name or a layout file; None to recognise one.
        answers: question key -> answer.
        on_existing: update (the file's values win), fill (only empty fields), skip (records stay as they are).
        dry_run: say what would happen, write nothing.
    """

    kind: str | None = None
    layout: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    on_existing: OnExisting = "update"
    dry_run: bool = False
