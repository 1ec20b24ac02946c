"""Requests that type checkers must reject: each line that ends in ``# wrong``, and no other."""

from __future__ import annotations

from literals import Literals, models


def write_dicts(client: Literals) -> None:
    client.chats.create(messages=[{"role": "robot", "content": "hi"}])  # wrong
    client.chats.create(messages=[{"role": "user", "contnt": "hi"}])  # wrong
    client.chats.create(messages=[{"role": "user", "content": 5}])  # wrong
    client.chats.create(messages=[{"role": "user"}])  # wrong
    client.chats.create(messages=[{"role": "user", "content": "hi", "sent_at": None}])  # wrong
    client.chats.create(messages=[{"role": "user", "content": [{"txt": "hi"}]}])  # wrong
    client.chats.create(messages={"role": "user", "content": "hi"})  # wrong
    client.chats.create(messages=[], state="opne")  # wrong
    client.chats.create(messages=[], model=5)  # wrong
    client.chats.create(messages=[], labels={"a": [1]})  # wrong
    client.chats.create(messages=[], tree={"name": "a", "children": [{"title": "b"}]})  # wrong
    client.chats.list(states=["opne"])  # wrong
    client.chats.list(filter={"state": "opne"})  # wrong
    client.forms.replace(place={"postal_code": "1"}, state="open")  # wrong


def build() -> None:
    models.User(content=[{"txt": "hi"}])  # wrong
    models.Chat(messages=[], state="opne")  # wrong
    models.Chat(messages=[], title="x")  # wrong
    models.Chat()  # wrong


def read(chat: models.Chat) -> None:
    chat.messages.append({"role": "user", "content": "hi"})  # wrong
    chat.messages[0]["content"]  # wrong
