"""Reads the HTML of a page that the OpenAPI plug-in of Starlight has made, saved or fetched.

The plug-in renamed its classes in version 0.25, from ``key`` to ``sl-openapi-key``. Both are read.
"""

from __future__ import annotations

from codegen.drift.reference.html_elements import Element, elements
from codegen.drift.reference.html_schemas import SchemaReader, tab_panels
from codegen.drift.reference.page import Answer, Block, Content, Page, UnreadableError

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CALLBACKS = "Callbacks"


def read_html(name: str, html: str) -> Page:
    """Read a page.

    Args:
        name: The name of its file.
        html: Its content.

    Raises:
        UnreadableError: It is not such a page.
    """
    root = elements(html)
    main = root.first("main") or root
    if (badge := _badge(main)) is None:
        raise UnreadableError(
            main.line,
            "no element has the method and the path of an operation; this is not the page of an operation"
            " that the OpenAPI plug-in of Starlight has made",
        )
    read = SchemaReader()
    page = _page(name, main.first("h1") or badge[0], badge, read)
    page.security = {}
    _operation(main.find("sl-markdown-content", "markdown-content") or main, page, read)
    if not page.responses_line:
        raise UnreadableError(main.line, "the page ends without its responses; save all of it")
    return page


def _badge(element: Element) -> tuple[Element, Element] | None:
    """The elements with the method and the path of an operation."""
    method = element.find("method", "operation-method-badge")
    path = element.find("path", "operation-method-path")
    return None if method is None or path is None else (method, path)


def _page(name: str, title: Element, badge: tuple[Element, Element], read: SchemaReader) -> Page:
    """A page with only its title, method and path."""
    method, path = badge
    return Page(
        name=name,
        words=read.words,
        title=title.text,
        title_line=read.line(title),
        method=method.text.lower(),
        method_line=read.line(method),
        path=path.text,
        path_line=read.line(path),
    )


def _operation(content: Element, page: Page, read: SchemaReader) -> None:
    """Read the content below the title: sections, and headings with several sections."""
    above, name = "", content
    urls = [one for one in content.walk() if one.tag == "input" and one.attributes.get("value")]
    page.urls = [one.attributes["value"] for one in urls]
    page.url_line = read.line(urls[0]) if urls else 0
    for element in content.elements:
        heading = _heading(element)
        if heading is not None and element.tag != "section" and heading.tag == "h2":
            above = heading.text
            if above == "Responses":
                page.responses_line = read.line(heading)
            elif above == _CALLBACKS:
                page.callbacks, name = [], heading
        elif above == _CALLBACKS and page.callbacks is not None:
            if element.tag != "section" and heading is not None and heading.tag == "h3":
                name = heading
            else:
                _callback(element, heading, name, page.callbacks, read)
        elif element.tag == "section":
            _section(element, heading, page, read)
        elif element.text == "Deprecated" and not above:
            page.deprecated = True
        elif not above and not page.prose and _is_description(element):
            page.prose, page.prose_line = element.text, read.line(element)


def _callback(
    element: Element, heading: Element | None, name: Element, callbacks: list[Page], read: SchemaReader
) -> None:
    """Read a part of a callback. Each begins with its method and its URL."""
    if element.tag != "section" and (badge := _badge(element)):
        callbacks.append(_page("", name, badge, read))
    elif callbacks and element.tag == "section":
        _section(element, heading, callbacks[-1], read, status="h5")
    elif callbacks and heading is not None and heading.text == "Responses":
        callbacks[-1].responses_line = read.line(heading)


def _is_description(element: Element) -> bool:
    is_other = element.has("not-content", "external-docs") or "popover" in element.attributes
    return element.tag == "div" and not is_other and bool(element.text)


def _heading(element: Element) -> Element | None:
    """The heading that an element is or begins with."""
    return element if element.tag in _HEADINGS else element.first(*_HEADINGS)


def _section(
    section: Element, heading: Element | None, page: Page, read: SchemaReader, status: str = "h3"
) -> None:
    """Read a section. `status` is the tag of headings with the statuses of responses."""
    if heading is None:
        return
    mark = heading.first("sup")
    title = heading.text.removesuffix("required").strip() if mark else heading.text
    line = read.line(heading)
    location, _, kind = title.partition(" ")
    if title == "Authorizations":
        page.security, page.security_line = _security(section), line
    elif kind == "Parameters":
        page.parameters[location.lower()] = read.parameters(section.part("panel", "section-panel") or section)
    elif title == "Request Body":
        page.body_line, page.body_required = line, mark is not None
        page.body = _content(section, read)
    elif heading.tag == status:
        headers = section.first("section")
        panel = headers and (headers.part("panel", "section-panel") or headers)
        page.responses.append(
            Answer(
                line=line,
                status=title,
                prose=[one.text for one in section.elements if one.tag == "div" and _is_prose(one)],
                content=_content(section, read),
                headers=read.parameters(panel) if panel else Block(line=line),
            )
        )
    else:
        page.unread.append((line, f"the section {title!r} is not compared"))


def _security(section: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in section.walk():
        if one.tag == "li" and (name := one.first("strong")) is not None:
            tags = one.part("tags")
            found[name.text] = [] if tags is None else [inner.text for inner in tags.elements]
    return found


def _is_prose(element: Element) -> bool:
    """Whether a part of a section is its description, and neither heading, schema nor headers."""
    is_other = element.has("panel", "section-panel", "sl-heading-wrapper")
    return not is_other and bool(element.text) and element.first("section") is None


def _content(section: Element, read: SchemaReader) -> Content | None:
    """The media types with their schemas. A page of a Swagger 2.0 document has one schema for all."""
    panel = section.part("panel", "section-panel")
    if panel is None or not panel.elements:
        return None
    panels = tab_panels(panel)
    if panels:
        media = [one.attributes["data-openapi-content-type"] for one in panels]
        return Content(media=media, line=read.line(panel), blocks=[read.body(one) for one in panels])
    media = [one.text for one in panel.walk() if one.tag == "option"]
    return Content(media=media, line=read.line(panel), blocks=[read.body(panel)])
