"""Requests as people write them, which type checkers must accept."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, assert_type
from uuid import UUID

from literals import Literals, models

if TYPE_CHECKING:
    from literals import params

NOW = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)


def write_dicts(client: Literals) -> None:
    client.chats.create(messages=[{"role": "user", "content": "hi"}])
    client.chats.create(
        messages=[
            {"role": "system", "content": "Be terse."},
            {"role": "user", "content": [{"text": "hi", "x-weight": 1}], "sentAt": NOW},
            models.User(content=[{"text": "hi"}, models.Part(text="there")]),
        ],
        owner="2f1c7a52-8d0e-4b6f-9a3c-5e7d1b204c68",
        state="open",
        model="huge",
        answer={"options": ("a", "b")},
        tree={"name": "a", "children": [{"name": "b"}]},
    )
    client.chats.replace_chats(body=[{"messages": []}, models.Chat(messages=())])
    client.chats.list(state="open", states=("open", models.State.CLOSED), filter={"state": "closed"})
    client.forms.replace(place={"postalCode": "1"}, state="open")


def pass_what_one_has(client: Literals, texts: list[str], labels: dict[str, list[str]]) -> None:
    messages = [models.User(content=text) for text in texts]
    client.chats.create(messages=messages, labels=labels)
    client.chats.create(messages=[*map(user, texts)], labels={"a": tuple(texts)})
    client.chats.create(messages=models.Chat(messages=messages).messages)


def user(text: str) -> params.UserDict:
    return {"role": "user", "content": text}


def answer(several: list[params.Message]) -> models.Chat:
    several.append({"role": "system", "content": "Be terse."})
    return models.Chat(messages=several, state="closed", owner=UUID(int=0))


def read(chat: models.Chat) -> None:
    assert_type(chat.messages, list[models.Message])
    if chat.state:
        assert_type(chat.state, models.State)
    for message in chat.messages:
        match message:
            case models.User(content=str(text)):
                print(text)
            case models.System():
                print(message.content)
            case _:
                pass
