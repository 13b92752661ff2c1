"""Cohen's kappa: how far two raters agree beyond chance."""

import math
from dataclasses import dataclass

from app.metrics import FEWEST_CASES, Z


@dataclass(frozen=True, slots=True)
class Votes:
    """Cases by what marketing and sales said of them."""

    both: int = 0
    neither: int = 0
    only_marketing: int = 0
    only_sales: int = 0

    @property
    def cases(self) -> int:
        """All of them."""
        return self.both + self.neither + self.only_marketing + self.only_sales

    @property
    def same(self) -> int:
        """Those of which both said the same."""
        return self.both + self.neither

    @property
    def split(self) -> int:
        """Those of which they did not."""
        return self.only_marketing + self.only_sales


@dataclass(frozen=True, slots=True)
class Kappa:
    """Agreement beyond chance, from -1 to 1, with its 95 % interval; all None where too little is known."""

    value: float | None
    low: float | None
    high: float | None


UNKNOWN = Kappa(None, None, None)


def kappa(votes: Votes) -> Kappa:
    """Return (po - pe) / (1 - pe) (formula 16) with its interval; under five cases, or with one answer only, nothing.

    The interval is kappa -/+ 1.96 standard errors of the large-sample variance of J. L. Fleiss, J. Cohen and
    B. S. Everitt, Large sample standard errors of kappa and weighted kappa, Psychological Bulletin 72, 1969, 323-327
    (their formula 13), kept within -1 and 1. With few cases it is wide, and rough.
    """
    cases = votes.cases
    if cases < FEWEST_CASES:
        return UNKNOWN
    cells = ((votes.both, votes.only_marketing), (votes.only_sales, votes.neither))
    shares = [[cell / cases for cell in row] for row in cells]
    marketing = [sum(row) for row in shares]
    sales = [shares[0][place] + shares[1][place] for place in (0, 1)]
    observed = shares[0][0] + shares[1][1]
    chance = sum(one * other for one, other in zip(marketing, sales, strict=True))
    if math.isclose(chance, 1.0):
        return UNKNOWN
    value = (observed - chance) / (1 - chance)
    rest = 1 - value
    on = sum(shares[i][i] * (1 - (marketing[i] + sales[i]) * rest) ** 2 for i in (0, 1))
    off = rest**2 * sum(shares[i][1 - i] * (sales[i] + marketing[1 - i]) ** 2 for i in (0, 1))
    variance = (on + off - (value - chance * rest) ** 2) / (cases * (1 - chance) ** 2)
    half = Z * math.sqrt(max(variance, 0.0))
    return Kappa(value, max(-1.0, value - half), min(1.0, value + half))
