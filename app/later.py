"""Parts of Python that are loaded with their first use instead of with a library that hardly wants them.

SQLAlchemy loads what serves asynchronous programs, and what finds other packages' plug-ins: a twentieth of a start, for
a program that uses neither. Python's own `importlib.util.LazyLoader` loads such a module as soon as a library takes
over one single name of it, as SQLAlchemy does with asyncio.
"""

import importlib
import sys
import threading
from collections.abc import Coroutine
from importlib.machinery import ModuleSpec
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

_LOADING = threading.RLock()
_under_way: set[str] = set()


class _Later(ModuleType):
    """A module that is loaded when somebody asks for a name that it does not have yet."""

    def __getattr__(self, name: str) -> Any:
        spec: ModuleSpec | None = self.__spec__
        if spec is None:
            raise AttributeError(name)
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)  # who goes through all modules, looking for marks of its own, wants none of them
        with _LOADING:
            if type(self) is _Later and spec.name not in _under_way and spec.loader is not None:
                _under_way.add(spec.name)
                try:
                    spec.loader.exec_module(self)
                    _become(self, ModuleType)
                finally:
                    _under_way.discard(spec.name)
        try:
            return vars(self)[name]
        except KeyError:
            raise AttributeError(f"module {spec.name!r} has no attribute {name!r}") from None


def _become(module: ModuleType, kind: type[ModuleType]) -> None:
    module.__class__ = kind


def put_off(name: str, **known: object) -> None:
    """Let a module come with its first use; names that are `known` are there from the beginning.

    One that is loaded already stays as it is.
    """
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        return
    module = module_from_spec(spec)
    _become(module, _Later)
    vars(module).update(known)
    sys.modules[name] = module
    within, _, short = name.rpartition(".")
    if within:
        setattr(importlib.import_module(within), short, module)


def put_off_what_libraries_hardly_want() -> None:
    """Put off what SQLAlchemy loads without need."""
    put_off("asyncio", iscoroutine=lambda one: isinstance(one, Coroutine))
    put_off("importlib.metadata")
