"""Reads the text of a page that the OpenAPI plug-in of Starlight has made, as a browser copies it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from codegen.drift.reference.page import Answer, Content, Page, UnreadableError
from codegen.drift.reference.text_blocks import Reader
from codegen.drift.reference.text_sections import Line, Section, media_types, sections, words

_METHOD = re.compile(r"(?i)(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE|QUERY)")
_STATUS = re.compile(r"[1-5](?:\d\d|XX)|default")
_URL = re.compile(r"const url = '([^']+)'|--url (\S+)")
_MEDIA = "Media type"


def read_text(name: str, text: str, fields: Collection[str], parameters: Collection[str]) -> Page:
    """Read a page.

    Args:
        name: The name of its file.
        text: Its content.
        fields: The names of fields in the document.
        parameters: The names of parameters in the document.

    Raises:
        UnreadableError: It is not such a page.
    """
    lines = text.split("\n")
    first, *others = sections(lines)
    page = _head(name, lines, first)
    last: Answer | None = None
    for section in others:
        title = section.title
        location, _, kind = title.partition(" ")
        if kind == "Parameters":
            page.parameters[location.lower()] = Reader(section.lines, parameters).parameters()
        elif title in {"Request Body", "Request Body required"}:
            page.body_line, page.body_required = section.line, title.endswith("required")
            content, _ = _content(section.lines, fields)
            page.body = content
        elif title == "Responses":
            page.responses_line = section.line
            page.responses += _answers(section.lines, fields)
        elif _STATUS.fullmatch(title):
            prose = _until_media(section.lines)
            content, _ = _content(section.lines, fields)
            last = Answer(line=section.line, status=title, prose=prose, content=content)
            page.responses.append(last)
        elif title == "Headers" and last is not None:
            last.headers = Reader(section.lines, ()).parameters()
        elif title != "Parameters":
            page.unread.append((section.line, f"the section {title!r} is not compared"))
    if not page.responses_line:
        raise UnreadableError(len(lines), "the page ends without its responses; save all of it")
    return page


def _head(name: str, lines: Sequence[str], section: Section) -> Page:
    """The title, the method and the path."""
    at = next((at for at, one in enumerate(section.lines) if _METHOD.fullmatch(one.text)), None)
    if at is None:
        raise UnreadableError(
            1,
            "no line has a method, such as GET; this is not a page of an operation that the OpenAPI"
            " plug-in of Starlight has made",
        )
    method, rest = section.lines[at], section.lines[at + 1 :]
    if not rest or not rest[0].text.startswith("/"):
        raise UnreadableError(method.number + 1, "the path of the operation should stand below its method")
    is_deprecated = at > 1 and section.lines[at - 1].text == "Deprecated"
    title = section.lines[at - 1 - is_deprecated] if at else Line("", method.number)
    page = Page(
        name=name,
        words=words(lines),
        title=title.text,
        title_line=title.number,
        method=method.text.lower(),
        method_line=method.number,
        path=rest[0].text,
        path_line=rest[0].number,
        deprecated=is_deprecated,
    )
    for one in rest[1:]:
        if found := _URL.search(one.text):
            page.urls, page.url_line = [found.group(1) or found.group(2)], one.number
            break
    return page


def _until_media(lines: Sequence[Line]) -> list[str]:
    found = next((at for at, one in enumerate(lines) if one.text.startswith(_MEDIA)), len(lines))
    return [one.text for one in lines[:found]]


def _content(lines: Sequence[Line], fields: Collection[str]) -> tuple[Content | None, Sequence[Line]]:
    """The content of a body, and the lines after it."""
    at = next((at for at, one in enumerate(lines) if one.text.startswith(_MEDIA)), None)
    if at is None:
        return None, lines
    media = [*media_types(lines[at].text.removeprefix(_MEDIA))]
    within = lines[at + 1 :]
    block, rest = Reader(within, fields).schema()
    return Content(media=media, line=lines[at].number, blocks=[block]), rest


def _answers(lines: Sequence[Line], fields: Collection[str]) -> list[Answer]:
    """The responses of a text without statuses. Only those with content can be found."""
    starts = [at for at, one in enumerate(lines) if one.text.startswith(_MEDIA)]
    found: list[Answer] = []
    if not starts:
        return found
    prose = lines[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        content, rest = _content(lines[start:end], fields)
        line = prose[-1].number if prose else lines[start].number
        found.append(Answer(line=line, prose=[one.text for one in prose[-1:]], content=content))
        prose = rest
    return found
