"""Bodies of several media types: what type checkers must reject, in every line that is marked."""

from __future__ import annotations

from several_media_types import AsyncSeveralMediaTypes, SeveralMediaTypes


def send(client: SeveralMediaTypes) -> None:
    client.books.replace(title="x", name="y")  # wrong
    client.books.replace(title=1)  # wrong
    client.books.replace(author={"first": "A"})  # wrong
    client.books.replace(title="x", content_type="text/plain")  # wrong
    client.books.replace(body="text", content_type="application/pdf")  # wrong
    client.books.replace(name="x", author={"frist": "A"})  # wrong
    client.books.create_labels(body={"a": b"x"})  # wrong
    client.drawings.replace(body=["x"])  # wrong
    client.drawings.edit(images=["x"])  # wrong
    client.drawings.edit(images=["x"], image=[b"x"], prompt="y")  # wrong
    client.drawings.edit(images=["x"], prompt="y", stream=True).url  # wrong
    client.with_raw_response(client.books.replace, name="x", pages=1)  # wrong


async def send_too(client: AsyncSeveralMediaTypes) -> None:
    await client.books.replace(title="x", name="y")  # wrong
    client.drawings.edit(images=["x"], prompt="y").url  # wrong
