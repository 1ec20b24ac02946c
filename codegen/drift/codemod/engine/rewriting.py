"""Renames what certainly belongs to the client, and collects the lines that a person has to review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node
from libcst.metadata import MetadataWrapper, PositionProvider

from codegen.drift.codemod.engine.arguments import ArgumentRenaming, last_name
from codegen.drift.codemod.engine.inferring import Inference
from codegen.drift.codemod.engine.names import NONE, Kind, Names, Type, is_of_client, one
from codegen.drift.codemod.engine.visiting import Left


@dataclass(frozen=True)
class Rewritten:
    """A file with new names."""

    text: str
    left: Sequence[Left]


def rewritten(text: str, names: Names) -> Rewritten:
    """Rename in the text of a file.

    Raises:
        ParserSyntaxError: It is not Python.
    """
    wrapper = MetadataWrapper(cst.parse_module(text))
    inference = Inference(names)
    inference.read(wrapper.module)
    if not inference.uses_package:
        return Rewritten(text, ())
    rewriting = Rewriting(inference, wrapper.resolve(PositionProvider))
    return Rewritten(wrapper.module.visit(rewriting).code, sorted(set(rewriting.left)))


class Rewriting(ArgumentRenaming):
    """Renames in a module."""

    def __init__(self, inference: Inference, positions: Mapping[cst.CSTNode, object]) -> None:
        super().__init__(inference, positions)
        self._suspicious = self._suspicious_names()

    def _suspicious_names(self) -> dict[str, str]:
        """Names that changed, for attributes of unknown objects."""
        found: dict[str, str] = {}
        for name, class_ in self.names.classes.items():
            for old, each in class_["fields"].items():
                if old != each["now"]:
                    found[old] = f"{name}.{old}, now {each['now']}"
        for path, method in self.names.methods.items():
            if path != method["now"]:
                now = f"now client.{method['now']}" if method["now"] else "which is gone"
                found.setdefault(path.rpartition(".")[2], f"client.{path}, {now}")
        return found

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
                self.leave_to_person(original_node, text)
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
            self.leave_to_person(original_node, f"from {module} import *: the names that it uses are unknown")
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
        bound = [type_ for scope in scopes for type_ in scope.bindings.get(now, ())]
        is_taken = any(type_ != one(Kind.CLASS, now.removesuffix("Dict")) for type_ in bound)
        return not is_taken and name not in self.known.exported

    # names

    def visit_Attribute(self, node: cst.Attribute) -> None:
        """Remember that the name is no reference."""
        self.plain.add(node.attr)

    def visit_Arg(self, node: cst.Arg) -> None:
        """Remember that the keyword is no reference."""
        if node.keyword is not None:
            self.plain.add(node.keyword)

    def visit_Param(self, node: cst.Param) -> None:
        """Remember that the name is no reference."""
        self.plain.add(node.name)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.Name:
        """Rename a reference to a class."""
        name = original_node.value
        if original_node in self.plain:
            return updated_node
        now = self._class_now(name)
        plain = (
            name if name in self.names.clients or name in self.names.classes else name.removesuffix("Dict")
        )
        if now is None or now == name or self.known.type_of(original_node) != one(Kind.CLASS, plain):
            return updated_node
        return updated_node.with_changes(value=now) if self._is_free(name, now) else updated_node

    def visit_Annotation(self, node: cst.Annotation) -> None:
        """Begin an annotation, whose strings are code."""
        self.annotations += 1

    def leave_Annotation(self, original_node: cst.Annotation, updated_node: cst.Annotation) -> cst.Annotation:
        """End an annotation."""
        self.annotations -= 1
        return updated_node

    def leave_SimpleString(
        self, original_node: cst.SimpleString, updated_node: cst.SimpleString
    ) -> cst.SimpleString:
        """Rename in an annotation in quotes, and literals of enums."""
        if original_node in self.expected:
            return self.value(updated_node, self.expected[original_node])
        if not (self.annotations or original_node in self.quoted) or original_node in self.plain:
            return updated_node
        try:
            inner = cst.parse_expression(str(original_node.evaluated_value))
        except (cst.ParserSyntaxError, ValueError):
            return updated_node
        self.annotations += 1  # there may be strings in it, too
        visited = inner.visit(self)
        self.annotations -= 1
        if not isinstance(visited, cst.BaseExpression):
            return updated_node
        changed = cst.Module([]).code_for_node(visited)
        if changed == cst.Module([]).code_for_node(inner):
            return updated_node
        return updated_node.with_changes(value=f"{original_node.quote}{changed}{original_node.quote}")

    # attributes

    def leave_Attribute(
        self, original_node: cst.Attribute, updated_node: cst.Attribute
    ) -> cst.BaseExpression:
        """Rename an attribute, a member, a method or a resource."""
        name = original_node.attr.value
        base = self.known.type_of(original_node.value)
        inherited = base & self.known.heirs and not self.known.type_of(original_node)
        if not base or inherited:
            if name in self._suspicious:
                self.leave_to_person(
                    original_node, f".{name} may be {self._suspicious[name]}: its type is not known"
                )
            return updated_node
        if method := self._method(original_node):
            return self._renamed_method(method, original_node, updated_node)
        now = self._attribute_now(base, name, original_node)
        return updated_node if now == name else updated_node.with_changes(attr=cst.Name(now))

    def visit_Call(self, node: cst.Call) -> None:
        """Leave `getattr(pet, "age")` to a person."""
        super().visit_Call(node)
        if last_name(node.func) not in {"getattr", "setattr", "hasattr", "delattr", "attrgetter"}:
            return
        for argument in node.args:
            if isinstance(argument.value, cst.SimpleString):
                name = argument.value.evaluated_value
                if isinstance(name, str) and name in self._suspicious:
                    self.leave_to_person(node, f"{name!r} may be {self._suspicious[name]}")

    def _attribute_now(self, base: Type, name: str, node: cst.Attribute) -> str:
        found: set[str] = set()
        for of in base:
            if of.kind in {Kind.MODULE, Kind.PACKAGE}:
                found.add(self._class_now(name) or name)
            elif of.kind in {Kind.CLIENT, Kind.RESOURCE}:
                path = f"{of.name}.{name}" if of.name else name
                found.add(self.names.resources.get(path, name))
            elif of.kind is Kind.CLASS:
                field = self.names.field(one(Kind.OBJECT, of.name), name)
                found.add(self.names.members(of).get(name) or field or name)
            elif of.kind is Kind.RECORD:
                found.add(self.names.methods[of.name]["arguments"].get(name, name))
            elif of.kind is Kind.OWN_CLASS:
                found.add(name)
            elif name in self.names.fields(of):
                found.add(self.names.fields(of)[name]["now"])
        if len(found) > 1:
            self.leave_to_person(
                node, f".{name} has different names in {', '.join(sorted(of.name for of in base))}"
            )
        elif found - {name} and not is_of_client(base):
            self.leave_to_person(node, f".{name} may be {found.pop()} now: it may be of something else")
        return found.pop() if len(found) == 1 else name

    def _method(self, node: cst.Attribute) -> str:
        found = self.known.type_of(node) - NONE  # of a client that may be None
        methods = [each.name for each in found if each.kind is Kind.METHOD]
        return methods[0] if len(found) == 1 and methods else ""

    def _renamed_method(self, method: str, node: cst.Attribute, updated: cst.Attribute) -> cst.BaseExpression:
        path = self.names.methods[method]["now"]
        if not path:
            self.leave_to_person(node, f"client.{method}() is gone")
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
                self.leave_to_person(
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
