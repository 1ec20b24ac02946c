"""Bodies of several media types: what type checkers must accept, and the types that they must see."""

from __future__ import annotations

from pathlib import Path
from typing import assert_type

from msgspec import UnsetType
from several_media_types import AsyncSeveralMediaTypes, AsyncStream, SeveralMediaTypes, Stream
from several_media_types.models import Drawing, Progress
from several_media_types.testing import FakeSeveralMediaTypes


def send(client: SeveralMediaTypes) -> None:
    client.books.replace(title="x")
    client.books.replace(name="x", author={"first": "A"})
    client.books.replace(name="x", content_type="application/x-www-form-urlencoded")
    client.books.replace(cover=Path("cover.png"), pages=3)
    client.books.replace(body="text")
    client.books.replace(body=b"%PDF")
    client.books.create_labels(body={"a": "x"})
    client.books.create_labels(body={"a": b"x"}, content_type="multipart/form-data")
    client.drawings.replace(name="x", content_type="application/vnd.drawing+json")
    client.drawings.replace(body=["x"], content_type="application/x+json")
    assert_type(client.drawings.edit(images=["x"], prompt="y", mask="z"), Drawing)
    assert_type(client.drawings.edit(image=[b"x"], prompt="y", mask=Path("m.png")), Drawing)
    assert_type(client.drawings.edit(image=[b"x"], prompt="y", stream=True), Stream[Progress])
    assert_type(client.with_options(timeout=5).drawings.edit(image=[b"x"], prompt="y", stream=False), Drawing)
    client.with_raw_response(client.books.replace, title="x").parse()
    client.with_raw_response(client.books.replace, body=b"%PDF").parse()


async def send_too(client: AsyncSeveralMediaTypes) -> None:
    await client.books.replace(name="x", author={"first": "A"})
    assert_type(await client.drawings.edit(images=["x"], prompt="y"), Drawing)
    assert_type(client.drawings.edit(image=[b"x"], prompt="y", stream=True), AsyncStream[Progress])
    (await client.with_raw_response(client.books.replace, body=b"%PDF")).parse()


def fake(fake: FakeSeveralMediaTypes) -> None:
    fake.drawings.edit.returns(Drawing(url="u"))
    fake.drawings.edit.streams([Progress(percent=1)])
    fake.drawings.edit.assert_called_once_with(images=["x"], prompt="y")
    assert_type(fake.books.replace.calls[0].pages, int | UnsetType)
