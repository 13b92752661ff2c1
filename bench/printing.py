"""How long a meeting's summary takes on paper: two pages, warm, beside a bare page of Typst with the same fonts.

python -m bench.printing
"""

import json
import tempfile
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pypdf
import typst

from app import meetings, sample, summary
from app import workspace as door
from app.press import RESOURCES, STRICT
from app.summary_data import Summary, WaitingLine
from bench.common import Pair, machine, pair, timed
from tests.helpers.summaries import weekly

WAITING = 30
PROMISE = "promise: < 50 ms"
BARE = """
#set document(title: "Bare")
#set text(font: "Inter", lang: "en")
#for line in json(bytes(sys.inputs.page)) { par(line) }
"""


def two_pages() -> Summary:
    """Return a usual meeting at which so many wait that it takes two pages."""
    line = WaitingLine("Amelia Okafor", "Northwind Labs", "Diego Fuentes", Decimal(48_000), "USD", Decimal(5))
    return replace(weekly(), waiting=(line,) * WAITING)


def printed(made: Summary, folder: Path) -> Pair:
    """The summary, beside as many paragraphs of plain text set by the same compiler to the same standards."""
    source = folder / "bare.typ"
    source.write_text(BARE, encoding="utf-8")
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[RESOURCES / "fonts"])
    compiler = typst.Compiler(source, root=folder, font_paths=fonts)
    text = summary.render_plain(made)
    turn = iter(range(10**9))

    def ours() -> None:
        # Each print differs a little, as prints do: nothing that was set before can be taken as it is.
        summary.render(replace(made, title=f"Weekly {next(turn)}"))

    def bare() -> None:
        inputs = {"page": json.dumps([f"{next(turn)}", *text.splitlines()])}
        compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=STRICT)

    return pair("summary as PDF, 2 pages, warm", ours, bare, runs=40)


def live(folder: Path) -> Pair:
    """The sample's summary from live figures, read and printed, beside the reading alone."""
    with door.create(str(folder / "sample.tandem"), "Harbor Coffee Co", "Europe/Madrid") as made:
        sample.fill(made)
        return pair(
            "the sample's summary, figures and all",
            lambda: summary.render(made.read(meetings.summary_of)),
            lambda: made.read(meetings.summary_of),
            runs=20,
        )


def main() -> None:
    """Measure and print."""
    made = two_pages()
    print(machine())
    print(f"first print of a process, fonts and all: {timed(lambda: summary.render(made)):.0f} ms")
    pages = len(pypdf.PdfReader(BytesIO(summary.render(made))).pages)
    assert pages == 2, pages
    with tempfile.TemporaryDirectory() as folder:
        print(printed(made, Path(folder)).line(PROMISE))
        print(live(Path(folder)).line())


if __name__ == "__main__":
    main()
