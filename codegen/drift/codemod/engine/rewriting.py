"""Renames what is certainly of the client, and collects what a person has to look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node
from libcst.metadata import MetadataWrapper, PositionProvider

from codegen.drift.codemod.engine.inferring import Inference, Scope
from codegen.drift.codemod.engine.names import Names, Type


@dataclass(frozen=True, order=True)
class Left:
    """A line for a person."""

    line: int
    text: str


@dataclass(frozen=True)
class Rewritten:
    """A file with new names."""

    text: str
    left: Sequence[Left]


def rewritten(text: str, names: Names) -> Rewritten:
    """Rename in the text of a file.

    Raises:
        ParserSyntaxError: It is no Python.
    """
    wrapper = MetadataWrapper(cst.parse_module(text))
    inference = Inference(names)
    inference.read(wrapper.module)
    if not inference.uses_package:
        return Rewritten(text, ())
    rewriting = Rewriting(inference, wrapper.resolve(PositionProvider))
    return Rewritten(wrapper.module.visit(rewriting).code, sorted(set(rewriting.left)))


class Rewriting(cst.CSTTransformer):
    """Renames in a module."""

    def __init__(self, inference: Inference, positions: Mapping[cst.CSTNode, object]) -> None:
        super().__init__()
        self.known = inference
        self.names = inference.names
        self.left: list[Left] = []
        self._positions = positions
        self._line = 1
        self._plain: set[int] = set()
        """The names that are no references: attributes, keywords."""
        self._expected: dict[int, Type] = {}
        """What dicts are, by their identity."""
        self._annotations = 0
        self._suspicious = self._suspicious_names()

    def _suspicious_names(self) -> dict[str, str]:
        """Names that changed, for attributes of nobody knows what."""
        found: dict[str, str] = {}
        for name, one in self.names.classes.items():
            for old, each in one["fields"].items():
                if old != each["now"]:
                    found[old] = f"{name}.{old}, now {each['now']}"
        for path, one in self.names.methods.items():
            if path != one["now"]:
                found.setdefault(path.rpartition(".")[2], f"client.{path}, now client.{one['now']}")
        return found

    def _leave_to_person(self, node: cst.CSTNode, text: str) -> None:
        place = self._positions.get(node)
        if place is not None:
            self._line = place.start.line  # type: ignore[attr-defined] # a range of code
        self.left.append(Left(self._line, text))

    # scopes

    def visit_ClassDef(self, node: cst.ClassDef) -> None:
        """Begin a class."""
        self._enter(node)

    def leave_ClassDef(self, original_node: cst.ClassDef, updated_node: cst.ClassDef) -> cst.ClassDef:
        """End a class."""
        self._leave()
        return updated_node

    def visit_FunctionDef(self, node: cst.FunctionDef) -> None:
        """Begin a function."""
        self._plain.add(id(node.name))
        self._enter(node)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef:
        """End a function."""
        self._leave()
        return updated_node

    def visit_Lambda(self, node: cst.Lambda) -> None:
        """Begin a lambda."""
        self._enter(node)

    def leave_Lambda(self, original_node: cst.Lambda, updated_node: cst.Lambda) -> cst.Lambda:
        """End a lambda."""
        self._leave()
        return updated_node

    def _enter(self, node: cst.CSTNode) -> None:
        scope = self.known.scopes.get(node)
        self.known.scope = Scope(self.known.scope) if scope is None else scope

    def _leave(self) -> None:
        self.known.scope = self.known.scope.parent or self.known.module

    # what a module imports

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        """Keep the names in it for `leave_ImportFrom`."""
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        """Keep the names in it for `leave_Import`."""
        return False

    def leave_Import(self, original_node: cst.Import, updated_node: cst.Import) -> cst.Import:
        """Rename the package."""
        if self.names.package == self.names.new_package:
            return updated_node
        names = []
        for alias in updated_node.names:
            full = get_full_name_for_node(alias.name) or ""
            is_ours = full.partition(".")[0] == self.names.package
            if is_ours and alias.asname is None:
                text = f"import {full}: the package is {self.names.new_package} now"
                self._leave_to_person(original_node, text)
            is_renamed = is_ours and alias.asname is not None
            names.append(alias.with_changes(name=self._module(alias.name)) if is_renamed else alias)
        return updated_node.with_changes(names=names)

    def _module(self, node: cst.BaseExpression) -> cst.BaseExpression:
        if isinstance(node, cst.Attribute):
            return node.with_changes(value=self._module(node.value))
        if isinstance(node, cst.Name) and node.value == self.names.package:
            return node.with_changes(value=self.names.new_package)
        return node

    def leave_ImportFrom(self, original_node: cst.ImportFrom, updated_node: cst.ImportFrom) -> cst.ImportFrom:
        """Rename the package and the classes."""
        module = get_full_name_for_node(original_node.module) if original_node.module else ""
        if original_node.relative or (module or "").partition(".")[0] != self.names.package:
            return updated_node
        if updated_node.module is not None:
            updated_node = updated_node.with_changes(module=self._module(updated_node.module))
        if isinstance(updated_node.names, cst.ImportStar):
            self._leave_to_person(
                original_node, f"from {module} import *: nobody can tell which names it uses"
            )
            return updated_node
        return updated_node.with_changes(names=[self._imported(alias) for alias in updated_node.names])

    def _imported(self, alias: cst.ImportAlias) -> cst.ImportAlias:
        name = cst.ensure_type(alias.name, cst.Name)
        now = self._class_now(name.value)
        if now is None or now == name.value:
            return alias
        changed = alias.with_changes(name=cst.Name(now))
        if alias.asname is not None or self._is_free(name.value, now):
            return changed
        spaced = cst.SimpleWhitespace(" ")
        return changed.with_changes(asname=cst.AsName(cst.Name(name.value), spaced, spaced))

    def _class_now(self, name: str) -> str | None:
        if name in self.names.clients:
            return self.names.clients[name]
        if name in self.names.classes:
            return str(self.names.classes[name]["now"])
        plain = name.removesuffix("Dict")
        return f"{self.names.classes[plain]['now']}Dict" if plain in self.names.classes else None

    def _is_free(self, name: str, now: str) -> bool:
        """Whether a class can have its new name: nothing else has it, and nobody imports the old one."""
        scopes = [self.known.module, *self.known.scopes.values()]
        is_taken = any(now in scope.bindings for scope in scopes) and now not in self.names.classes
        return not is_taken and name not in self.known.exported

    # names

    def visit_Attribute(self, node: cst.Attribute) -> None:
        """Remember that the name is no reference."""
        self._plain.add(id(node.attr))

    def visit_Arg(self, node: cst.Arg) -> None:
        """Remember that the keyword is no reference."""
        if node.keyword is not None:
            self._plain.add(id(node.keyword))

    def visit_Param(self, node: cst.Param) -> None:
        """Remember that the name is no reference."""
        self._plain.add(id(node.name))

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        """Rename a reference to a class."""
        name = original_node.value
        if id(original_node) in self._plain:
            return updated_node
        now = self._class_now(name)
        plain = (
            name if name in self.names.clients or name in self.names.classes else name.removesuffix("Dict")
        )
        if now is None or now == name or self.known.type_of(original_node) != {f"@class:{plain}"}:
            return updated_node
        return updated_node.with_changes(value=now) if self._is_free(name, now) else updated_node

    def visit_Annotation(self, node: cst.Annotation) -> None:
        """Begin an annotation, whose strings are code."""
        self._annotations += 1

    def leave_Annotation(self, original_node: cst.Annotation, updated_node: cst.Annotation) -> cst.Annotation:
        """End an annotation."""
        self._annotations -= 1
        return updated_node

    def leave_SimpleString(
        self, original_node: cst.SimpleString, updated_node: cst.SimpleString
    ) -> cst.SimpleString:
        """Rename in an annotation in quotes, and literals of enums."""
        if id(original_node) in self._expected:
            return self._value(updated_node, self._expected[id(original_node)])
        if not self._annotations:
            return updated_node
        try:
            inner = cst.parse_expression(str(original_node.evaluated_value))
        except (cst.ParserSyntaxError, ValueError):
            return updated_node
        depth, self._annotations = self._annotations, 0
        visited = inner.visit(self)
        self._annotations = depth
        if not isinstance(visited, cst.BaseExpression):
            return updated_node
        changed = cst.Module([]).code_for_node(visited)
        return updated_node.with_changes(value=f"{original_node.quote}{changed}{original_node.quote}")

    # attributes

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        """Rename an attribute, a member, a method or a resource."""
        name = original_node.attr.value
        base = self.known.type_of(original_node.value)
        if not base:
            if name in self._suspicious:
                self._leave_to_person(
                    original_node, f".{name} may be {self._suspicious[name]}: its type is not known"
                )
            return updated_node
        if method := self._method(original_node):
            return self._renamed_method(method, original_node, updated_node)
        now = self._attribute_now(base, name, original_node)
        return updated_node if now == name else updated_node.with_changes(attr=cst.Name(now))

    def _attribute_now(self, base: Type, name: str, node: cst.Attribute) -> str:
        found: set[str] = set()
        for text in base:
            kind, _, of = text.partition(":")
            if kind in {"@models", "@package"}:
                found.add(self._class_now(name) or name)
            elif kind in {"@client", "@resource"}:
                path = f"{of}.{name}" if of else name
                found.add(self.names.resources.get(path, name))
            elif kind == "@class":
                found.add(self.names.classes.get(of, {}).get("members", {}).get(name, name))
            elif name in self.names.classes.get(text, {}).get("fields", {}):
                found.add(self.names.classes[text]["fields"][name]["now"])
        if len(found) > 1:
            self._leave_to_person(node, f".{name} has different names in {', '.join(sorted(base))}")
        return found.pop() if len(found) == 1 else name

    def _method(self, node: cst.Attribute) -> str:
        found = self.known.type_of(node)
        methods = [text.removeprefix("@method:") for text in found if text.startswith("@method:")]
        return methods[0] if len(found) == 1 and methods else ""

    def _renamed_method(self, method: str, node: cst.Attribute, updated: cst.Attribute) -> cst.BaseExpression:
        path = self.names.methods[method]["now"]
        if not path:
            self._leave_to_person(node, f"client.{method}() is gone")
            return updated
        owner, _, name = path.rpartition(".")
        updated = updated.with_changes(attr=cst.Name(name))
        before = method.rpartition(".")[0]
        moved = ".".join(
            self.names.resources.get(".".join(before.split(".")[: size + 1]), part)
            for size, part in enumerate(before.split("."))
        )
        if owner == moved:  # the attributes of the resource are renamed where they stand
            return updated
        base: cst.BaseExpression = node
        steps = len(before.split(".")) + 1
        for _ in range(steps):
            if not isinstance(base, cst.Attribute):
                self._leave_to_person(
                    node, f"client.{method}() is client.{path}() now: the resource is in a variable"
                )
                return updated.with_changes(attr=node.attr)
            base = base.value
        inner: cst.BaseExpression = updated
        for _ in range(steps):
            inner = cst.ensure_type(inner, cst.Attribute).value
        for part in owner.split("."):
            inner = cst.Attribute(inner, cst.Name(part))
        return updated.with_changes(value=inner)

    # arguments, and the keys of dicts

    def visit_Call(self, node: cst.Call) -> None:
        """Remember what the arguments are."""
        takes = self._takes(node)
        for argument in node.args:
            if argument.keyword is not None and argument.keyword.value in takes:
                self._expect(argument.value, takes[argument.keyword.value])

    def _takes(self, node: cst.Call) -> dict[str, Type]:
        for text in self.known.type_of(node.func):
            kind, _, of = text.partition(":")
            if kind == "@method":
                return {key: self.names.typed(one) for key, one in self.names.methods[of]["takes"].items()}
            if kind == "@class" and of in self.names.classes:
                fields = self.names.classes[of]["fields"]
                return {key: self.names.typed(one["type"]) for key, one in fields.items()}
        return {}

    def visit_AnnAssign(self, node: cst.AnnAssign) -> None:
        """Remember what the value is."""
        if node.value is not None:
            self._expect(node.value, self.known.annotated(node.annotation.annotation))

    def _expect(self, node: cst.BaseExpression, type_: Type) -> None:
        """Remember what a dict is, and the dicts in it."""
        if isinstance(node, (cst.List, cst.Tuple)):
            for item in node.elements:
                self._expect(item.value, self.names.items(type_))
        elif isinstance(node, cst.SimpleString):
            self._expected[id(node)] = type_
        elif isinstance(node, cst.Dict):
            self._expected[id(node)] = type_
            for element in node.elements:
                if isinstance(element, cst.DictElement) and isinstance(element.key, cst.SimpleString):
                    fields = [
                        field["type"]
                        for text in type_
                        for field in self.names.classes.get(text, {}).get("fields", {}).values()
                        if field["wire"] == element.key.evaluated_value
                    ]
                    self._expect(element.value, frozenset().union(*map(self.names.typed, fields)))

    def _value(self, node: cst.SimpleString, type_: Type) -> cst.SimpleString:
        """A literal of an enum, under the new value."""
        values = [self.names.classes.get(text, {}).get("values", {}) for text in type_]
        found = {one[node.evaluated_value] for one in values if node.evaluated_value in one}
        now = found.pop() if len(found) == 1 else None
        return node if now is None else node.with_changes(value=f"{node.quote}{now}{node.quote}")

    def leave_Dict(self, original_node: cst.Dict, updated_node: cst.Dict) -> cst.Dict:
        """Rename the keys."""
        type_ = self._expected.get(id(original_node), frozenset())
        elements = [
            element.with_changes(key=self._key(element.key, type_))
            if isinstance(element, cst.DictElement)
            else element
            for element in updated_node.elements
        ]
        return updated_node.with_changes(elements=elements)

    def _key(self, node: cst.BaseExpression, type_: Iterable[str]) -> cst.BaseExpression:
        """The key of a dict, under its new name on the wire."""
        if not isinstance(node, cst.SimpleString):
            return node
        key = node.evaluated_value
        found = {
            field["new_wire"]
            for text in type_
            for field in self.names.classes.get(text, {}).get("fields", {}).values()
            if field["wire"] == key
        }
        now = found.pop() if len(found) == 1 else key
        quoted = f"{node.prefix}{node.quote}{now!s}{node.quote}"
        return node if now == key else node.with_changes(value=quoted)

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.Subscript:
        """Rename a key, or the name of a member."""
        base = self.known.type_of(original_node.value)
        if len(updated_node.slice) != 1 or not isinstance(updated_node.slice[0].slice, cst.Index):
            return updated_node
        index = updated_node.slice[0].slice
        value = self._key(index.value, base)
        for text in base:
            members = self.names.classes.get(text.removeprefix("@class:"), {}).get("members", {})
            if text.startswith("@class:") and isinstance(value, cst.SimpleString):
                key = str(value.evaluated_value)
                now = members.get(key, key)
                value = value.with_changes(value=f"{value.quote}{now}{value.quote}")
        if value is index.value:
            return updated_node
        part = updated_node.slice[0].with_changes(slice=index.with_changes(value=value))
        return updated_node.with_changes(slice=[part])

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        """Rename the keywords."""
        type_ = self.known.type_of(original_node.func)
        names: dict[str, str] = {}
        for text in type_:
            kind, _, of = text.partition(":")
            if kind in {"@method", "@call-of"}:
                names |= self.names.methods[of]["arguments"]
            elif kind in {"@class", "@of"} and of in self.names.classes:
                names |= {old: field["now"] for old, field in self.names.classes[of]["fields"].items()}
        if _last_name(original_node.func) == "replace" and original_node.args and not names:
            for text in self.known.type_of(original_node.args[0].value):
                fields = self.names.classes.get(text, {}).get("fields", {})
                names |= {old: field["now"] for old, field in fields.items()}
        if not any(old != now for old, now in names.items()):
            return updated_node
        arguments = []
        for before, argument in zip(original_node.args, updated_node.args, strict=True):
            if argument.star == "**":
                self._leave_to_person(before.value, "** may have arguments that have other names now")
            old = argument.keyword.value if argument.keyword is not None else ""
            now = names.get(old, old)
            arguments.append(argument if now == old else argument.with_changes(keyword=cst.Name(now)))
        return updated_node.with_changes(args=arguments)

    def visit_MatchKeywordElement(self, node: cst.MatchKeywordElement) -> None:
        """Remember that the key is no reference."""
        self._plain.add(id(node.key))

    def leave_MatchClass(self, original_node: cst.MatchClass, updated_node: cst.MatchClass) -> cst.MatchClass:
        """Rename the keys of a pattern."""
        base = {text.removeprefix("@class:") for text in self.known.type_of(original_node.cls)}
        elements = []
        for element in updated_node.kwds:
            now = self.names.field(frozenset(base), element.key.value)
            elements.append(element.with_changes(key=cst.Name(now)) if now else element)
        return updated_node.with_changes(kwds=elements)


def _last_name(node: cst.BaseExpression) -> str:
    return (get_full_name_for_node(node) or "").rpartition(".")[2]
