"""The text of a query read into its parts."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.exceptions import UnexpectedEOF, UnexpectedToken

from app.fields import clean
from app.query.nodes import Clause, Either, Every, Node, Not, QueryError, Value, Word, leaves

LONGEST = 60_000
MOST_PARTS = 200
DEEPEST = 40

# A field and its operator are one token, so that a word with a colon in quotes stays a word.
_GRAMMAR = r"""
start: any
any: all (_OR all)*
all: part (_AND? part)*
?part: (MINUS | NOT) part -> negated
     | _OPEN any _CLOSE -> group
     | FIELD _value (_COMMA _value)* -> clause
     | (QUOTED | WORD) -> word
_value: QUOTED | BARE
FIELD.5: /("(\\.|[^"\\])+"|[^\s()":<>=!,-][^\s()":<>=!,]*)(:|<=|>=|!=|<|>|=)/
MINUS.4: /-(?=[^\s)])/
NOT.4: /not(?=[\s("])/i
_OR.4: /or(?=[\s("]|$)/i
_AND.4: /and(?=[\s("]|$)/i
_OPEN: "("
_CLOSE: ")"
_COMMA.3: ","
QUOTED.3: /"(\\.|[^"\\])*"/s
BARE.2: /[^\s()",]+/
WORD.1: /[^\s()":<>=!-][^\s()":<>=!]*/
%ignore /\s+/
"""
_PLACEHOLDER = re.compile(r"\\(.)", re.DOTALL)


@cache
def _reader() -> Lark:
    return Lark(_GRAMMAR, parser="lalr", lexer="contextual", propagate_positions=True, maybe_placeholders=False)


def read(text: str) -> Node | None:
    """Return the parts of a query; None where it is empty.

    Raises:
        QueryError: it cannot be read; the error says where and what to do.
    """
    text = clean(text)
    if not text.strip():
        return None
    if len(text) > LONGEST:
        raise QueryError(
            f"A query may have {LONGEST} characters at most; this one has {len(text)}.", LONGEST, len(text)
        )
    _check_depth(text)
    try:
        tree = _reader().parse(text)
    except UnexpectedInput as error:
        raise _pointed(error, text) from None
    node: Node = _Builder().transform(tree)
    found = list(leaves(node))
    if len(found) > MOST_PARTS:
        extra = found[MOST_PARTS]
        raise QueryError(f"A query may have {MOST_PARTS} parts at most.", extra.start, extra.end)
    return node


def _check_depth(text: str) -> None:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            raise QueryError(f"Brackets may stand in one another {DEEPEST} deep at most.", place, place + 1)
    run = re.search(rf"-{{{DEEPEST},}}|(?:not\s+){{{DEEPEST},}}", text, re.IGNORECASE)
    if run:
        raise QueryError("That is negated too often.", run.start(), run.end())


@v_args(meta=True)
class _Builder(Transformer[Token, Any]):
    def start(self, _: Any, children: list[Any]) -> Node:
        found: Node = children[0]
        return found

    def any(self, meta: Any, children: list[Any]) -> Node:
        return children[0] if len(children) == 1 else Either(tuple(children), meta.start_pos, meta.end_pos)

    def all(self, meta: Any, children: list[Any]) -> Node:
        return children[0] if len(children) == 1 else Every(tuple(children), meta.start_pos, meta.end_pos)

    def group(self, meta: Any, children: list[Any]) -> Node:
        found: Node = replace(children[0], start=meta.start_pos, end=meta.end_pos)
        return found

    def negated(self, meta: Any, children: list[Any]) -> Node:
        return Not(children[1], meta.start_pos, meta.end_pos)

    def clause(self, meta: Any, children: list[Any]) -> Node:
        head, *values = children
        field, op = _head(head)
        return Clause(field, op, tuple(_value(one) for one in values), meta.start_pos, meta.end_pos)

    def word(self, meta: Any, children: list[Any]) -> Node:
        return Word(_unquoted(children[0]), meta.start_pos, meta.end_pos)


def _head(token: str) -> tuple[str, str]:
    found = re.search(r"(:|<=|>=|!=|<|>|=)$", token)
    op = found.group() if found else ":"
    return _unquoted(token[: -len(op)]), op


def _value(token: Token) -> Value:
    start, end = token.start_pos or 0, token.end_pos or 0
    return Value(_unquoted(token), token.startswith('"'), start, end)


def _unquoted(text: str) -> str:
    return _PLACEHOLDER.sub(r"\1", text[1:-1]) if text.startswith('"') else str(text)


def quoted(text: str) -> str:
    """Return a text as a query takes it for one value, in quotes where it needs them."""
    plain = re.fullmatch(r"[^\s()\",:<>=!\\-][^\s()\",\\]*", text)
    if plain and text.lower() not in {"or", "and", "not"}:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _pointed(error: UnexpectedInput, text: str) -> QueryError:
    """Return what is wrong in words, at the place where it is."""
    place = error.pos_in_stream if error.pos_in_stream is not None else len(text)
    if (isinstance(error, UnexpectedToken) and error.token.type == "$END") or isinstance(error, UnexpectedEOF):
        return _at_end(text)
    rest = text[place : place + 1]
    wanted = (
        set(error.accepts or ()) if isinstance(error, UnexpectedToken) else set(getattr(error, "allowed", ()) or ())
    )
    if rest == '"' and text[place + 1 :].replace('\\"', "").count('"') == 0:
        return QueryError('This quote is never closed; add a " at its end', place, len(text))
    if rest == ")":
        if "_CLOSE" not in wanted and text[:place].count("(") <= text[:place].count(")"):
            return QueryError("This bracket closes none that was opened; take it away", place, place + 1)
        return QueryError("Something is missing before this bracket", place, place + 1)
    if rest in {":", "<", ">", "=", "!"}:
        return QueryError(
            f"“{rest}” needs a field before it, as in city:Rome; put the text in quotes to search for it",
            place,
            place + 1,
        )
    if rest == ",":
        return QueryError("A comma stands between values only, as in source:web,event", place, place + 1)
    end = place + len(text[place:].split(None, 1)[0]) if text[place:].strip() else len(text)
    word = text[place:end]
    if word.lower() in {"or", "and"}:
        return QueryError(
            f"“{word}” needs something on both of its sides; put it in quotes to search for it", place, end
        )
    if rest == "-":
        return QueryError("A minus stands right before what it excludes, as in -tag:student", place, place + 1)
    return QueryError(f"“{word[:40]}” cannot stand here", place, end)


def _at_end(text: str) -> QueryError:
    opened = []
    for place, letter in enumerate(text):
        if letter == "(":
            opened.append(place)
        elif letter == ")" and opened:
            opened.pop()
    last = text.rsplit(maxsplit=1)[-1]
    start = len(text.rstrip()) - len(last)
    if re.search(r"(:|<=|>=|!=|<|>|=)$", last):
        return QueryError(f"“{last}” needs a value after it, as in city:Rome", start, start + len(last))
    if last.lower() in {"or", "and", "not"}:
        return QueryError(
            f"“{last}” needs something after it; put it in quotes to search for it", start, start + len(last)
        )
    if opened:
        return QueryError("This bracket is never closed; add a ) at its end", opened[-1], opened[-1] + 1)
    return QueryError("Something is missing at the end", len(text), len(text))
