"""The agreement of both teams: its terms, how they are drafted, signed and published, and what follows from them."""
