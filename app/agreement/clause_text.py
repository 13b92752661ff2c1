"""The text of a clause: what the teams call it, or else its query. `plain.in_words` is how a person is told it."""


class ClauseText(str):
    """What a clause asks for as it is written: in the teams' own words, or as the parts of its query that are meant.

    Whoever keeps it or hands it to a program has that text; a person is shown what `in_words` makes of it.
    """

    __slots__ = ("queries",)
    queries: tuple[str, ...]


class ClauseTexts(tuple[ClauseText, ...]):
    """What several clauses ask for, as a value in the sentence of a refusal."""

    __slots__ = ()

    def __str__(self) -> str:
        return ", ".join(self)


def clause_text(label: str, *queries: str) -> ClauseText:
    """Return the text of a clause: its label, or else its query or those parts of it that are meant."""
    made = ClauseText(label or " ".join(queries))
    made.queries = () if label else queries
    return made
