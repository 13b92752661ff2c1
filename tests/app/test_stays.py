from datetime import UTC, datetime, timedelta

from app.stays import StageFacts, milestones, standing, stays_of

START = datetime(2026, 1, 1, tzinfo=UTC)
STAGES = {
    1: StageFacts(1, "open", "lead"),
    2: StageFacts(2, "open", "mql"),
    3: StageFacts(3, "open", "sal"),
    4: StageFacts(4, "won", "customer"),
    5: StageFacts(5, "lost", None),
}


def day(number: int) -> datetime:
    return START + timedelta(days=number)


def test_each_stay_ends_where_the_next_begins() -> None:
    stays = stays_of([(day(3), 2), (day(0), 1), (day(5), 4)])
    assert [(stay.stage_id, stay.entered_at, stay.left_at) for stay in stays] == [
        (1, day(0), day(3)),
        (2, day(3), day(5)),
        (4, day(5), None),
    ]


def test_a_skipped_milestone_counts_as_entered_with_the_next_one() -> None:
    found = standing(stays_of([(day(0), 1), (day(4), 4)]), STAGES)
    assert found.milestones == {
        "lead": day(0),
        "mql": day(4),
        "sal": day(4),
        "sql": day(4),
        "opportunity": day(4),
        "customer": day(4),
    }
    assert (found.state, found.won_at, found.lost_at) == ("won", day(4), None)


def test_a_stage_entered_twice_counts_from_the_first_time() -> None:
    found = milestones([(day(0), "lead"), (day(2), "mql"), (day(3), "lead"), (day(6), "mql")])
    assert found["mql"] == day(2)
    assert found["lead"] == day(0)
    assert found["customer"] is None


def test_a_win_before_the_first_contact_is_kept_as_it_is() -> None:
    stays = stays_of([(day(2), 1), (day(0), 4)], current=4)
    found = standing(stays, STAGES)
    assert found.state == "won"
    assert found.won_at == day(0)
    assert found.milestones["lead"] == day(2)
    assert [stay.stage_id for stay in stays] == [1, 4]


def test_a_lost_lead_reaches_no_milestone_by_being_lost() -> None:
    found = standing(stays_of([(day(0), 1), (day(1), 5)]), STAGES)
    assert found.state == "lost"
    assert found.lost_at == day(1)
    assert found.milestones["mql"] is None
