"""Has Qt's own tester beside every item model of the window's, in every test of it: a broken rule ends the run."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtTest import QAbstractItemModelTester

import ui

_FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@functools.cache
def classes() -> tuple[type[QAbstractItemModel], ...]:
    """Return every class of item models that the window has."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found: dict[type[QAbstractItemModel], None] = {}
    ahead: list[type[QAbstractItemModel]] = [QAbstractItemModel]
    while ahead:
        below = ahead.pop().__subclasses__()
        ahead += below
        found |= dict.fromkeys(one for one in below if one.__module__.startswith("ui.") and _shows(one))
    return tuple(found)


def _shows(kind: type[QAbstractItemModel]) -> bool:
    """Return whether a class can be a model: without `data`, which Qt leaves open, others are only made of it."""
    return any("data" in vars(one) for one in kind.__mro__ if one.__module__.startswith("ui."))


@contextmanager
def tested() -> Iterator[set[type[QAbstractItemModel]]]:
    """Test every model that is made meanwhile; gives the classes of which there was one."""
    seen: set[type[QAbstractItemModel]] = set()
    before = {one: one.__init__ for one in classes()}
    for one, init in before.items():
        one.__init__ = _watched(one, init, seen)  # type: ignore[method-assign]  # to see what is made
    try:
        yield seen
    finally:
        for one, init in before.items():
            one.__init__ = init  # type: ignore[method-assign]  # as it was


def _watched(
    kind: type[QAbstractItemModel], init: Callable[..., None], seen: set[type[QAbstractItemModel]]
) -> Callable[..., None]:
    @functools.wraps(init)
    def made(self: QAbstractItemModel, *given: Any, **named: Any) -> None:
        init(self, *given, **named)
        if type(self) is kind:
            seen.add(kind)
            QAbstractItemModelTester(self, _FATAL, self)

    return made
