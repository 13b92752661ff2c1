"""Memory that is not needed any more."""

import ctypes
import sys
from functools import cache
from typing import Any


def give_back() -> None:
    """Hand memory that is free back to the system, where its library keeps it for each thread until it is told to."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Any:
    """Return the function of the GNU library that does it, or None where there is another library."""
    if not sys.platform.startswith("linux"):
        return None
    return getattr(ctypes.CDLL(None), "malloc_trim", None)
