"""What every bench shares: interleaved runs, medians, and a line that says what was measured beside what."""

import gc
import os
import platform
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians in milliseconds of what is promised and of its bare baseline, from the same interleaved runs."""

    name: str
    ours: float
    bare: float
    p95: float

    @property
    def ratio(self) -> float:
        return self.ours / self.bare if self.bare else float("nan")

    def line(self, promise: str = "") -> str:
        return (
            f"{self.name:<58} ours {self.ours:9.2f} ms (p95 {self.p95:8.2f})  bare {self.bare:9.2f} ms  "
            f"ratio {self.ratio:6.2f}  {promise}"
        )


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds that one call took."""
    gc.collect()
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def pair(name: str, ours: Callable[[], object], bare: Callable[[], object], runs: int = 7) -> Pair:
    """Measure two in turn, after one warm-up each."""
    ours()
    bare()
    mine, theirs = [], []
    for _ in range(runs):
        mine.append(timed(ours))
        theirs.append(timed(bare))
    ordered = sorted(mine)
    return Pair(name, statistics.median(mine), statistics.median(theirs), ordered[int(len(ordered) * 0.95)])


def machine() -> str:
    """Return what was measured on."""
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {os.cpu_count()} cores"
