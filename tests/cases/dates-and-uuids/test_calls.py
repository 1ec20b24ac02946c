from datetime import UTC, date, datetime
from uuid import UUID

ID = UUID("0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5")
AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def test_values_are_pythons_own(client, models, server):
    sent = {
        "id": str(ID),
        "at": "2026-03-01T12:30:00Z",
        "day": "2026-03-01",
        "others": [str(ID)],
        "holidays": {"May Day": "2026-05-01"},
    }
    event = models.Event(
        id=ID, at=AT, day=date(2026, 3, 1), others=[ID], holidays={"May Day": date(2026, 5, 1)}
    )
    server.answers(200, sent | {"id": str(ID).upper()})
    assert client.events.replace(ID, since=date(2026, 1, 2), body=event) == event
    assert server.received.line == f"PUT /events/{ID}?since=2026-01-02"
    assert server.received.json == sent


def test_an_id_may_be_text(client, models, server):
    server.answers(200, {"id": str(ID), "at": "2026-03-01T12:30:00Z"})
    client.events.replace(str(ID).upper(), body=models.Event(id=ID, at=AT))
    assert server.received.line.upper() == f"PUT /events/{ID}".upper()
