"""Commands on what the teams owe each other: a draft run over the past."""

import argparse

from app.commands.common import Command, WrongUsageError, answer, opened


def _replay_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", metavar="[WORKSPACE] DRAFT", nargs="+", help="the number of a version")
    parser.add_argument("--months", type=int, default=12, metavar="N", help="how far back, 12 if left out")


def _replay(given: argparse.Namespace) -> int:
    from app.agreement import replay  # noqa: PLC0415 - other commands replay nothing

    words: list[str] = given.words
    given.workspace = None if len(words) == 1 else words.pop(0)
    if len(words) != 1 or not words[0].isdecimal():
        raise WrongUsageError("Write: replay WORKSPACE DRAFT, as in: replay team.tandem 5")
    with opened(given) as made:
        version = made.read(replay.version_of, words[0])
        found = made.read(replay.replay, version.id, given.months)
    answer(given, found.to_json(), found.to_text())
    return 0


COMMANDS = {
    "replay": Command("runs a draft of the agreement over the past months", _replay_arguments, _replay),
}
