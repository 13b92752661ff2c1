"""What an import answers, in the form that the command line promises."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from app.importing.table import Choice, Notice

_SPELT_OUT = 4


@dataclass(slots=True)
class Answer:
    """The outcome of an import or of its dry run; rows_read is always the sum of the five counts after it."""

    file: str
    kind: str
    layout: str
    encoding: str
    delimiter: str
    header_line: int
    dry_run: bool
    rows_read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    import_id: int | None = None
    records: dict[str, dict[str, int]] = field(
        default_factory=lambda: {kind: {"created": 0, "updated": 0} for kind in ("contacts", "companies", "leads")}
    )
    rejections: list[Notice] = field(default_factory=list)
    warnings: list[Notice] = field(default_factory=list)
    questions: Sequence[Choice] = ()
    columns: list[dict[str, str]] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Return the answer as plain values, ready for JSON."""
        return {
            "file": self.file,
            "kind": self.kind,
            "layout": self.layout,
            "encoding": self.encoding,
            "delimiter": self.delimiter,
            "header_line": self.header_line,
            "rows_read": self.rows_read,
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "rejected": len(self.rejections),
            "import_id": self.import_id,
            "dry_run": self.dry_run,
            "records": self.records,
            "rejections": [{"line": one.line, "reason": one.message} for one in self.rejections],
            "warnings": [
                {"line": one.line, "column": one.column, "value": one.value, "message": one.message}
                for one in self.warnings
            ],
            "questions": [
                {"key": one.key, "question": asked(one), "choices": [value for value, _ in one.choices]}
                for one in self.questions
            ],
        }

    def to_text(self) -> str:
        """Return the answer in words, for a terminal."""
        verb = "would be" if self.dry_run or self.questions else "were"
        lines = [
            f"{self.file}: {self.layout or 'no layout known'}, {self.rows_read} rows of {self.kind}",
            f"{self.created} {verb} created, {self.updated} updated, {self.unchanged} unchanged, "
            f"{self.skipped} skipped, {len(self.rejections)} rejected",
        ]
        lines += [f"  line {one.line}: {one.message}" for one in self.rejections[:20]]
        lines += [
            f"  {f'line {one.line}' if one.line else 'file'}"
            f"{f', {one.column}' if one.column else ''}{f' “{one.value}”' if one.value else ''}: {one.message}"
            for one in self.warnings[:20]
        ]
        if len(self.warnings) > 20:  # noqa: PLR2004 - as many as a screen shows
            lines.append(f"  and {len(self.warnings) - 20} more remarks; --json lists them all")
        for one in self.questions:
            lines.append(f"Question: {one.question}")
            lines += [f"  --answer {one.key!r}={value!r}: {meaning}" for value, meaning in one.choices]
        return "\n".join(lines)


def asked(choice: Choice) -> str:
    """Return a question with what each of a few choices would mean."""
    if len(choice.choices) > _SPELT_OUT:
        return choice.question
    meanings = "; ".join(f"{value}: {meaning}" for value, meaning in choice.choices if meaning)
    return f"{choice.question} ({meanings})" if meanings else choice.question
