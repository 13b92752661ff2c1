"""A search for words: by the index of letters where they are rare, along the names where they are common."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from app.fields import Kind, fold
from db import search
from db.textual import contains


def condition(session: Session, kind: Kind, *words: str) -> sa.ColumnElement[bool]:
    """Return the condition that what is searched for contains all words, case, accents and width aside."""
    folded = wanted(words)
    return found(session, kind, *folded) if folded else sa.true()


def wanted(words: Iterable[str]) -> Sequence[str]:
    """Return words folded, the longest first: where names are walked along, few rows are asked for the next."""
    return sorted((folded for folded in map(fold, words) if folded), key=len, reverse=True)


def found(session: Session, kind: Kind, *folded: str) -> sa.ColumnElement[bool]:
    """Return the condition that what is searched for contains all of some folded texts."""
    model: Any = kind.model
    rare = search.rare(session, model.__table__, *folded)
    return sa.and_(*(contains(model.search, one) for one in folded)) if rare is None else rare


def met(text: str, word: str) -> bool:
    """Return whether a folded text contains a word."""
    return fold(word) in text
