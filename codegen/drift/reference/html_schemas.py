"""Reads the schemas, the parameters and the examples of an HTML page, as deeply as they are nested."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from codegen.document.node import TooDeepError, placed
from codegen.drift.reference.html_elements import Element
from codegen.drift.reference.page import Block, Example, Shown, Words

_UNIONS = {"One of:": "oneOf", "Any of:": "anyOf"}
_PICKER = "starlight-openapi-content-picker"


def tab_panels(element: Element) -> list[Element]:
    """The panels of the outermost picker in an element: one for each media type, or each example."""
    picker = element.first(_PICKER)
    return [one for one in picker.elements if "data-openapi-content-type" in one.attributes] if picker else []


@dataclass(slots=True)
class SchemaReader:
    """Reads elements, and collects the words that a report can show."""

    words: list[Words] = field(default_factory=list)

    def line(self, element: Element) -> int:
        """The position of an element in `words`."""
        text = element.text or element.attributes.get("value", "")
        self.words.append(Words(text, element.line, element.column))
        return len(self.words)

    def parameters(self, element: Element) -> Block:
        """The parameters or headers in an element."""
        return Block(line=self.line(element), fields=self._keys(element), is_nested=True)

    def body(self, element: Element) -> Block:
        """The schema in an element, with its examples."""
        shown = Shown(name="", line=self.line(element))
        block = Block(line=shown.line, root=shown, is_nested=True)
        self._value(shown, element)
        for one in _examples(element):
            if (example := self._example(one)) is not None:
                block.examples.append(example)
        return block

    def _keys(self, element: Element) -> list[Shown]:
        """The fields directly in an element, which may have another one around them."""
        found: list[Shown] = []
        for one in element.elements:
            if one.has("keys"):
                found += self._keys(one)
            elif one.has("key") and len(one.elements) > 1:
                found.append(self._key(*one.elements[:2]))
        return found

    def _key(self, head: Element, description: Element) -> Shown:
        name = head.first("strong") or head
        flags = {one.text for one in head.elements if one.tag == "div"}
        shown = Shown(
            name=name.text,
            line=self.line(name),
            required="required" in flags,
            deprecated="deprecated" in flags,
            is_additional="additional properties" in flags,
        )
        panels = tab_panels(description) if [one.tag for one in description.elements][:1] == [_PICKER] else []
        self._value(shown, panels[0] if panels else description)
        if panels:
            shown.prose += [one.text for one in description.elements if one.tag == "div"]
        return shown

    def _value(self, shown: Shown, element: Element) -> None:
        """Read the facts about a value in an element: a description, a type, tags, and its fields."""
        for one in element.elements:
            types = [one] if _is_type(one) else [inner for inner in one.elements if _is_type(inner)]
            if one.tag == "details":
                self._object(shown, one)
            elif one.tag == "starlight-tabs":
                shown.alternatives = self._alternatives(one)
            elif one.has("tags"):
                self._tags(shown, one)
            elif types and types[0].text in _UNIONS:
                tags = [inner.text for inner in one.elements if inner is not types[0]]
                shown.keyword = _UNIONS[types[0].text]
                shown.discriminator = next(iter(tags), "").removeprefix("discriminator: ")
            elif types and not shown.type:
                self._type(shown, one, types)
            elif one.tag in {"div", "p"} and not types and not _is_example(one):
                shown.prose.append(one.text)

    def _type(self, shown: Shown, element: Element, types: list[Element]) -> None:
        shown.type, shown.type_line = " ".join(one.text for one in types), self.line(element)
        for one in element.elements:
            if one.text.startswith("format: "):
                shown.format = one.text.removeprefix("format: ")
            elif one.text == "recursive" and one not in types:
                shown.is_recursive = True

    def _object(self, shown: Shown, details: Element) -> None:
        """Read the fields of an object, or of the objects in a list."""
        summary = details.first("summary") or details
        if not shown.type:
            shown.type, shown.type_line = summary.text, self.line(summary)
            for one in details.elements:
                if one.has("tags"):
                    self._tags(shown, one)
        inner = [one for one in details.elements if one.has("keys")] or [details]
        for one in inner:
            for key in self._keys(one):
                shown.add(key)

    def _alternatives(self, tabs: Element) -> list[Shown]:
        found: list[Shown] = []
        for panel in tabs.elements:
            if panel.attributes.get("role") == "tabpanel":
                shown = Shown(name="", line=self.line(panel))
                self._value(shown, panel)
                found.append(shown)
        return found

    def _tags(self, shown: Shown, element: Element) -> None:
        tags = [one.text for one in element.elements]
        if element.text.startswith("Allowed value"):
            shown.values, shown.values_line = ["" if one == '""' else one for one in tags], self.line(element)
        else:
            shown.is_composed = bool(shown.tags)
            shown.tags, shown.tags_line = " ".join([shown.tags, *tags]).strip(), self.line(element)

    def _example(self, element: Element) -> Example | None:
        """An example, if it is JSON."""
        lines = [one.raw for one in element.walk() if "ec-line" in one.classes]
        try:
            value = placed(json.loads("\n".join(lines) or element.raw))
        except (ValueError, RecursionError, TooDeepError):
            return None
        return Example(value, self.line(element), is_generated=False)


def _is_type(element: Element) -> bool:
    return element.has("type", "any", "schema-objects-type")


def _is_example(element: Element) -> bool:
    return element.has("examples", "example") or "expressive-code" in element.classes


def _examples(element: Element) -> list[Element]:
    """The code of the examples that people wrote for a whole value."""
    found: list[Element] = []
    is_generated = False
    for one in element.elements:
        if one.tag == "h5":
            is_generated = one.text.endswith("generated")
        elif (
            one.has("examples", "example")
            or one.tag == _PICKER
            or "data-openapi-content-type" in one.attributes
        ):
            found += _examples(one)
        elif "expressive-code" in one.classes and not is_generated:
            found += [inner for inner in one.walk() if inner.tag == "pre"]
    return found
