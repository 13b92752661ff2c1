"""What fades is reckoned by the database, also where SQLite was built without functions for mathematics."""

import pytest
import sqlalchemy as sa

from app import workspace as door
from db import filestore


@pytest.mark.parametrize("lacks", [True, False])
def test_a_file_knows_powers(file_url: str, lacks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filestore, "_lacks_power", lambda: lacks)
    with door.open_workspace(file_url) as opened, opened.reading() as session:
        found = session.execute(sa.select(sa.func.power(2.0, -1.5))).scalar_one()
    assert found == pytest.approx(2.0**-1.5)
