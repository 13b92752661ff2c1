"""The colours of stages; nothing of the database is loaded for them."""

from typing import Protocol

TEAM_TOKENS = {"marketing": "marketing", "sales": "sales", "both": "accent"}
_KIND_TOKENS = {"won": "good", "lost": "faint", "handoff": "accent"}


class StageLook(Protocol):
    """What of a stage is shown where it is named."""

    @property
    def name(self) -> str:
        """Its name."""
        ...

    @property
    def team(self) -> str:
        """The team that works in it."""
        ...

    @property
    def kind(self) -> str:
        """What kind of stage it is."""
        ...


def stage_token(stage: StageLook) -> str:
    """Return the token of a stage's colour."""
    return _KIND_TOKENS.get(stage.kind) or TEAM_TOKENS[stage.team]
