"""The text of a query read into its parts, by a library that a start has no time for: who reads one loads it."""

import re
from dataclasses import replace
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput, v_args
from lark.exceptions import UnexpectedEOF, UnexpectedToken

from app.fields import clean
from app.query.nodes import Clause, Either, Every, Node, Not, QueryError, Value, Word, leaves
from app.query.quoting import KEYWORDS

LONGEST = 60_000
MOST_PARTS = 200
MOST_TOKENS = 2_000
DEEPEST = 40

# A field and its operator are one token, so that a word with a colon in quotes stays a word. What stands in quotes is
# never tried letter by letter: a text may be long.
_QUOTES = r'"[^"\\]*(?:\\.[^"\\]*)*"|“[^“”]*”'
_NAME = rf'(?:{_QUOTES}|(?:[^\s()":<>=!,]|!(?!=))+)'
_OPERATOR = "(?::|<=|>=|!=|<|>|=)"
_ADDED = "(?:custom|consent|did):"
_GRAMMAR = rf"""
start: any
any: all (_OR all)*
all: part (_AND? part)*
?part: (MINUS | NOT) part -> negated
     | _OPEN any _CLOSE -> group
     | FIELD _value (_COMMA _value)* -> clause
     | (QUOTED | WORD) -> word
_value: QUOTED | BARE
FIELD.5: /(?!-)(?:{_ADDED}{_NAME}(?={_OPERATOR})|{_NAME}){_OPERATOR}/is
MINUS.4: /-(?=[^\s)])/
NOT.4: /not(?=[\s("])/i
_OR.4: /or(?=[\s("]|$)/i
_AND.4: /and(?=[\s("]|$)/i
_OPEN: "("
_CLOSE: ")"
_COMMA.3: ","
QUOTED.3: /{_QUOTES}/s
BARE.2: /[^\s()",]+/
WORD.1: /(?:[^\s()":<>=!-]|!(?!=))(?:[^\s()":<>=!]|!(?!=))*/
%ignore /\s+/
"""
_TOKEN = re.compile(rf'{_QUOTES}|[^\s()",]+', re.DOTALL)
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
            "A query may have {most} characters at most; this one has {count}",
            LONGEST,
            len(text),
            most=LONGEST,
            count=len(text),
        )
    _check_depth(text)
    _check_length(text)
    try:
        tree = _reader().parse(text)
    except UnexpectedInput as error:
        raise _pointed(error, text) from None
    node: Node = _Builder().transform(tree)
    found = list(leaves(node))
    if len(found) > MOST_PARTS:
        extra = found[MOST_PARTS]
        raise QueryError("A query may have {most} parts at most", extra.start, extra.end, most=MOST_PARTS)
    return node


def _check_depth(text: str) -> None:
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth > DEEPEST:
            raise QueryError("Brackets may stand in one another {most} deep at most", place, place + 1, most=DEEPEST)
    run = re.search(rf"-{{{DEEPEST},}}|(?:not\s+){{{DEEPEST},}}", text, re.IGNORECASE)
    if run:
        raise QueryError("That is negated too often; one minus is enough", run.start(), run.end())


def _check_length(text: str) -> None:
    for number, token in enumerate(_TOKEN.finditer(text)):
        if number == MOST_TOKENS:
            raise QueryError("A query may have {most} words at most", token.start(), token.end(), most=MOST_TOKENS)


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
    field = token[: -len(op)]
    group, colon, name = field.partition(":")
    # Two texts at most are in quotes, never the colon between them, unless the whole is.
    return (_unquoted(field) if field[:1] in _OPENING else f"{group}{colon}{_unquoted(name)}"), op


def _value(token: Token) -> Value:
    start, end = token.start_pos or 0, token.end_pos or 0
    return Value(_unquoted(token), token[:1] in _OPENING and len(token) > 1, start, end)


_OPENING = frozenset('"“')


def _unquoted(text: str) -> str:
    if text.startswith('"'):
        return _PLACEHOLDER.sub(r"\1", text[1:-1])
    return text[1:-1] if re.fullmatch("“[^“”]*”", text) else str(text)


def _pointed(error: UnexpectedInput, text: str) -> QueryError:
    """Return what is wrong in words, at the place where it is."""
    place = error.pos_in_stream if error.pos_in_stream is not None else len(text)
    if (isinstance(error, UnexpectedToken) and error.token.type == "$END") or isinstance(error, UnexpectedEOF):
        return _at_end(text)
    first = text[place : place + 1]
    if first == '"' and text[place + 1 :].replace('\\"', "").count('"') == 0:
        return QueryError('This quote is never closed; add a " at its end', place, len(text))
    if first == ")":
        if text[:place].count("(") <= text[:place].count(")"):
            return QueryError("This bracket closes none that was opened; take it away", place, place + 1)
        return QueryError("Something is missing before this bracket", place, place + 1)
    operator = re.compile(_OPERATOR).match(text, place)
    if operator:
        return _loose(text, operator)
    if first == "," or text[:place].rstrip().endswith(","):
        return QueryError("A comma stands between two values, as in source:web,event", place, place + 1)
    if first == "(" and re.search(rf"{_OPERATOR}\s*$", text[:place]):
        return QueryError(
            "No bracket stands after an operator; several values go as in source:web,event", place, place + 1
        )
    if first == "-":
        return QueryError("A minus stands right before what it excludes, as in -tag:student", place, place + 1)
    word = text[place:].split(None, 1)[0]
    return QueryError(
        "“{word}” cannot stand here; put it in quotes to search for it", place, place + len(word), word=word[:40]
    )


def _loose(text: str, operator: re.Match[str]) -> QueryError:
    """Return what is wrong with an operator that belongs to no field."""
    sign = operator.group()
    before = re.search(r"([^\s()\",:<>=!]+)\s+$", text[: operator.start()])
    if before:
        return QueryError(
            "No space stands before “{sign}”; write {field}{sign}VALUE",
            before.start(),
            operator.end(),
            sign=sign,
            field=before[1][:40],
        )
    return QueryError(
        "“{sign}” needs a field before it, as in city:Rome; put the text in quotes to search for it",
        *operator.span(),
        sign=sign,
    )


def _at_end(text: str) -> QueryError:
    opened = []
    for token in re.finditer(rf"{_QUOTES}|[()]", text, re.DOTALL):
        if token.group() == "(":
            opened.append(token.start())
        elif token.group() == ")" and opened:
            opened.pop()
    last = text.rsplit(maxsplit=1)[-1]
    end = len(text.rstrip())
    start = end - len(last)
    if re.search(rf"{_OPERATOR}$", last):
        return QueryError("“{word}” needs a value after it, as in city:Rome", start, end, word=last[-40:])
    if last.endswith(","):
        return QueryError("A value is missing after this comma", end - 1, end)
    if last.lower() in KEYWORDS:
        return QueryError("“{word}” needs something after it; put it in quotes to search for it", start, end, word=last)
    if opened:
        return QueryError("This bracket is never closed; add a ) at its end", opened[-1], opened[-1] + 1)
    return QueryError("Something is missing at the end", start, end)
