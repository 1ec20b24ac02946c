"""Renames arguments, the keys of dicts and patterns, and the values of enums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import libcst as cst
import libcst.matchers as m
from libcst.helpers import get_full_name_for_node

from codegen.drift.codemod.engine.names import Alternative, Kind, Type, is_of_client, united
from codegen.drift.codemod.engine.visiting import Renaming


class ArgumentRenaming(Renaming):
    """Renames the arguments of methods and classes."""

    def visit_Call(self, node: cst.Call) -> None:
        """Remember what the arguments are."""
        takes = self._takes(node)
        self._quote(node)
        for argument in node.args:
            if argument.keyword is not None and argument.keyword.value in takes:
                self._expect(argument.value, takes[argument.keyword.value])
            elif argument.star == "**" and isinstance(argument.value, cst.Dict):
                for key, value in literal_items(argument.value):
                    self._expect(value, takes.get(str(key.evaluated_value), frozenset()))
        called = self.known.type_of(node.func)
        if len(node.args) == 1 and all(each.kind in {Kind.CLASS, Kind.OWN_CLASS} for each in called):
            self._expect(node.args[0].value, self.names.called(called))

    def _quote(self, node: cst.Call) -> None:
        """Remember the strings of a call that are code."""
        called = last_name(node.func)
        for index, each in enumerate(node.args):
            is_bound = each.keyword is not None and each.keyword.value == "bound"
            if (called == "cast" and not index) or (called == "TypeVar" and is_bound):
                self.quoted |= {*m.findall(each, m.SimpleString())}

    def _takes(self, node: cst.Call) -> dict[str, Type]:
        for each in self.known.type_of(node.func):
            if each.kind is Kind.METHOD:
                takes = self.names.methods[each.name]["takes"]
                return {key: self.names.typed(annotation) for key, annotation in takes.items()}
            if each.kind is Kind.CLASS and each.name in self.names.classes:
                fields = self.names.classes[each.name]["fields"]
                return {key: self.names.typed(field["type"]) for key, field in fields.items()}
        return {}

    def visit_Comparison(self, node: cst.Comparison) -> None:
        """Remember that a literal is compared with a member of an enum."""
        type_ = self.known.type_of(node.left)
        for each in node.comparisons:
            values = [each.comparator]
            if isinstance(each.comparator, (cst.List, cst.Tuple, cst.Set)):
                values = [element.value for element in each.comparator.elements]
            for value in values:
                if isinstance(value, cst.SimpleString):
                    self._expect(value, type_)

    def visit_Match(self, node: cst.Match) -> None:
        """Remember that the literals of the cases are values of an enum."""
        type_ = self.known.type_of(node.subject)
        for case in node.cases:
            several = case.pattern.patterns if isinstance(case.pattern, cst.MatchOr) else ()
            for pattern in (case.pattern, *(each.pattern for each in several)):
                if isinstance(pattern, cst.MatchValue):
                    self._expect(pattern.value, type_)

    def visit_Subscript(self, node: cst.Subscript) -> None:
        """Remember which strings of an annotation are values."""
        name = last_name(node.value)
        if self.annotations and name in {"Literal", "Annotated"}:
            for part in node.slice[name == "Annotated" :]:
                self.plain |= {*m.findall(part, m.SimpleString())}

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        """Remember what the value is."""
        if last_name(node.annotation.annotation) == "TypeAlias" and node.value is not None:
            self.quoted |= {*m.findall(node.value, m.SimpleString())}
        elif node.value is not None:
            self._expect(node.value, self.known.annotated(node.annotation.annotation))

    def _expect(self, node: cst.BaseExpression, type_: Type) -> None:
        """Remember what a dict is, and the dicts in it."""
        if isinstance(node, (cst.List, cst.Tuple)):
            for item in node.elements:
                self._expect(item.value, self.names.items(type_))
        elif isinstance(node, cst.SimpleString):
            self.expected[node] = type_
        elif isinstance(node, cst.Dict):
            self.expected[node] = type_
            for key, value in literal_items(node):
                fields = [
                    field["type"]
                    for each in type_
                    for field in self.names.fields(each).values()
                    if field["wire"] == key.evaluated_value
                ]
                self._expect(value, united(map(self.names.typed, fields)))

    def value(self, node: cst.SimpleString, type_: Type) -> cst.SimpleString:
        """A literal of an enum, under the new value."""
        value = str(node.evaluated_value)
        several = map(self.names.values_of, type_)
        found = {values[value] for values in several if value in values}
        return _quoted(node, found.pop()) if len(found) == 1 and is_of_client(type_) else node

    def leave_Dict(self, original_node: cst.Dict, updated_node: cst.Dict) -> cst.Dict:
        """Rename the keys."""
        type_ = self.expected.get(original_node, frozenset())
        elements = [
            element.with_changes(key=self._key(element.key, type_))
            if isinstance(element, cst.DictElement)
            else element
            for element in updated_node.elements
        ]
        return updated_node.with_changes(elements=elements)

    def _key(self, node: cst.BaseExpression, type_: Type) -> cst.BaseExpression:
        """The key of a dict, under its new name on the wire."""
        if not isinstance(node, cst.SimpleString):
            return node
        key = node.evaluated_value
        found = {
            field["new_wire"]
            for each in type_
            for field in self.names.fields(each).values()
            if field["wire"] == key
        }
        return _quoted(node, found.pop()) if len(found) == 1 and is_of_client(type_) else node

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.Subscript:
        """Rename a key, or the name of a member."""
        base = self.known.type_of(original_node.value)
        if len(updated_node.slice) != 1 or not isinstance(updated_node.slice[0].slice, cst.Index):
            return updated_node
        index = updated_node.slice[0].slice
        value = self._key(index.value, base)
        for each in base:
            if isinstance(value, cst.SimpleString):
                key = str(value.evaluated_value)
                value = _quoted(value, self.names.members(each).get(key, key))
        if value is index.value:
            return updated_node
        part = updated_node.slice[0].with_changes(slice=index.with_changes(value=value))
        return updated_node.with_changes(slice=[part])

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        """Rename the keywords."""
        type_ = self.known.type_of(original_node.func)
        if last_name(original_node.func) == "partial" and original_node.args:
            type_ = self.known.type_of(original_node.args[0].value)
        names: dict[str, str] = {}
        for each in type_:
            if each.kind in {Kind.METHOD, Kind.ASSERTION}:
                names |= self.names.methods[each.name]["arguments"]
            elif each.kind in {Kind.CLASS, Kind.CONSTRUCTOR}:
                names |= self._now(Alternative(Kind.OBJECT, each.name))
        if last_name(original_node.func) == "replace" and original_node.args and not names:
            replaced = self.known.type_of(original_node.args[0].value)
            for each in replaced if is_of_client(replaced) else ():
                names |= self._now(each)
        if not any(old != now for old, now in names.items()):
            return updated_node
        if not is_of_client(type_) and last_name(original_node.func) != "replace":
            if any(one.keyword is not None and one.keyword.value in names for one in original_node.args):
                self.leave_to_person(original_node, "arguments have other names now if this is of the client")
            return updated_node
        arguments = []
        for before, argument in zip(original_node.args, updated_node.args, strict=True):
            if argument.star == "**":
                arguments.append(self._unpacked(before.value, argument, names))
                continue
            old = argument.keyword.value if argument.keyword is not None else ""
            now = names.get(old, old)
            arguments.append(argument if now == old else argument.with_changes(keyword=cst.Name(now)))
        return updated_node.with_changes(args=arguments)

    def _now(self, of: Alternative) -> dict[str, str]:
        """The new names of the fields of an object, by the old ones."""
        return {old: field["now"] for old, field in self.names.fields(of).items()}

    def _unpacked(self, before: cst.BaseExpression, argument: cst.Arg, names: Mapping[str, str]) -> cst.Arg:
        """An argument after `**`: the keys of a literal are names of arguments."""
        given = argument.value
        if not isinstance(given, cst.Dict) or len([*literal_items(given)]) < len(given.elements):
            self.leave_to_person(before, "** may have arguments that have other names now")
        if not isinstance(given, cst.Dict):
            return argument
        elements = [
            element.with_changes(key=_renamed(element.key, names))
            if isinstance(element, cst.DictElement)
            else element
            for element in given.elements
        ]
        return argument.with_changes(value=given.with_changes(elements=elements))

    def visit_MatchKeywordElement(self, node: cst.MatchKeywordElement) -> None:
        """Remember that the key is no reference."""
        self.plain.add(node.key)

    def leave_MatchClass(self, original_node: cst.MatchClass, updated_node: cst.MatchClass) -> cst.MatchClass:
        """Rename the keys of a pattern."""
        matched = self.names.called(self.known.type_of(original_node.cls))
        elements = []
        for element in updated_node.kwds:
            now = self.names.field(matched, element.key.value)
            elements.append(element.with_changes(key=cst.Name(now)) if now else element)
        return updated_node.with_changes(kwds=elements)


def literal_items(node: cst.Dict) -> Iterator[tuple[cst.SimpleString, cst.BaseExpression]]:
    """The items of a dict whose keys are literals."""
    for element in node.elements:
        if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString):
            yield element.key, element.value


def _renamed(node: cst.BaseExpression, names: Mapping[str, str]) -> cst.BaseExpression:
    """The key of a dict of arguments, under its new name."""
    key = node.evaluated_value if isinstance(node, cst.SimpleString) else None
    if not isinstance(node, cst.SimpleString) or not isinstance(key, str):
        return node
    return _quoted(node, names.get(key, key))


def _quoted(node: cst.SimpleString, text: str) -> cst.SimpleString:
    """A string with another value, in the same quotes if it can be."""
    if text == node.evaluated_value:
        return node
    is_plain = text.isprintable() and not {*node.quote, "\\"} & {*text}
    value = f"{node.prefix}{node.quote}{text}{node.quote}" if is_plain else repr(text)
    return node.with_changes(value=value)


def last_name(node: cst.BaseExpression) -> str:
    """The last part of a dotted name; empty for anything else."""
    return (get_full_name_for_node(node) or "").rpartition(".")[2]
