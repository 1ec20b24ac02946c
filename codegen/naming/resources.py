"""Names the resources of the client, and those within them: ``client.chat.completions``."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from codegen.document.failures import Defect
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api, Tag
from codegen.model.former_names import RENAMED
from codegen.naming import reserved, strategies
from codegen.naming.components import NamedModel
from codegen.naming.distribution import Distribution
from codegen.naming.former_names import Former, NamedPart, former_in
from codegen.naming.groups import Group, groups
from codegen.naming.methods import Method, name_methods
from codegen.naming.scopes import NameRequest, Scope, override_in
from codegen.naming.words import pascal, words


class Resource(Struct, frozen=True, kw_only=True):
    """The operations of a tag, or of a part of it."""

    tag: Tag
    path: tuple[str, ...]
    """The attributes from the client to the resource: ``chat``, ``completions``."""
    module: str
    """The module in ``resources/``."""
    class_name: str
    methods: tuple[Method, ...]
    children: tuple[Resource, ...]
    """The resources that are attributes of this one."""
    former: tuple[Former, ...] = ()
    """The names that the attribute had before."""

    @property
    def attribute(self) -> str:
        """``completions``, its attribute of the client or of the resource around it."""
        return self.path[-1]

    @property
    def attribute_names(self) -> Iterator[str]:
        """The name of the attribute, and its former names."""
        yield self.attribute
        yield from (former.name for former in self.former)

    @property
    def dotted(self) -> str:
        """``chat.completions``."""
        return ".".join(self.path)

    @property
    def method_names(self) -> Iterator[str]:
        """The names of the methods of operations, with their former names."""
        for method in self.methods:
            yield method.name
            yield from (former.name for former in method.former)

    @property
    def async_class_name(self) -> str:
        """``AsyncClusters``."""
        return f"Async{self.class_name}"


def with_children(resources: Iterable[Resource]) -> Iterator[Resource]:
    """The resources, each followed by those within it."""
    for resource in resources:
        yield resource
        yield from with_children(resource.children)


def name_resources(
    api: Api, models: Mapping[str, NamedModel], distribution: Distribution | None
) -> tuple[Resource, ...]:
    """A resource for each tag that has operations, in the order of the tags.

    Args:
        api: The client to name.
        models: The named models, whose fields become arguments.
        distribution: The names of the package; None if it could not be named.

    Raises:
        Refused: An override is not usable, or two of a scope are equal.
    """
    outermost = _placed(groups(api), reserved.resource_attributes(), api)
    taken = reserved.resource_classes().union(keyword.kwlist)
    if distribution is not None:
        taken |= {distribution.client, distribution.async_client}
    problems: list[Problem] = []

    def named(placed: _Placed, around: tuple[str, ...] = ()) -> Iterator[Resource]:
        tags = (*around, placed.group.tag.name)
        children = tuple(one for child in placed.children for one in named(child, tags))
        module = modules[placed.path]
        with gathering(problems):
            yield Resource(
                tag=placed.group.tag,
                path=placed.path,
                module=module,
                class_name=classes[module],
                methods=name_methods(
                    tags,
                    placed.group.operations,
                    {name for child in children for name in child.attribute_names},
                    models,
                    api,
                ),
                children=children,
                former=placed.former,
            )

    modules = _modules(path for one in outermost for path in one.paths)
    classes = _classes(modules.values(), taken)
    resources = tuple(one for placed in outermost for one in named(placed))
    if problems:
        raise Refused(problems)
    if sum(len(resource.methods) for resource in with_children(resources)) < len(api.operations):
        raise Defect("an operation is in no resource")
    return resources


class _Placed(Struct, frozen=True):
    """A group with the attributes that lead to it."""

    group: Group
    path: tuple[str, ...]
    former: tuple[Former, ...]
    """The former names of the last attribute."""
    children: Sequence[_Placed]

    @property
    def paths(self) -> Iterator[tuple[str, ...]]:
        """Its path, and those of the groups within it."""
        yield self.path
        for child in self.children:
            yield from child.paths


def _placed(
    found: Sequence[Group], taken: frozenset[str], api: Api, around: tuple[str, ...] = ()
) -> list[_Placed]:
    """The groups with their attributes. A shorter text has priority for a name."""
    scope = Scope(
        what="tag",
        strategies=(
            strategies.snake_after_version,
            strategies.snake_without_digit,
            strategies.snake_name,
            strategies.snake_spelled,
        ),
        prefix="tag_",
        reserved=taken,
        is_lower=True,
    )
    requests = [
        NameRequest(tag.name, tag.origins[0], override_in(tag.extensions))
        for tag in (group.tag for group in found)
    ]
    names = scope.choose(requests, [(len(one.text), 0, one.text) for one in requests])
    parts = [
        NamedPart(group.tag.extensions, (*group.tag.origins[0], RENAMED), name, scope.alone)
        for group, name in zip(found, names, strict=True)
    ]
    return [
        _Placed(
            group,
            path := (*around, name),
            former,
            _placed([*group.children.values()], reserved.CHILDREN, api, path),
        )
        for group, name, former in zip(found, names, former_in(scope, parts, api), strict=True)
    ]


def _modules(paths: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], str]:
    """A module for each resource: ``chat_completions``, or ``chat__completions`` beside one of that name."""
    modules: dict[tuple[str, ...], str] = {}
    for path in sorted(paths, key=lambda one: (len(one), one)):
        plain = "_".join(path)
        modules[path] = "__".join(path) if plain in modules.values() else plain
    return modules


def _classes(modules: Iterable[str], taken: frozenset[str]) -> dict[str, str]:
    """A class for each module, short ones first. It and its async counterpart are not `taken`."""
    used, classes = {*taken}, dict[str, str]()
    for module in sorted(modules, key=lambda one: (len(one), one)):
        name = pascal(words(module))
        while {name, f"Async{name}"} & used:
            name += "Resource"
        used |= {name, f"Async{name}"}
        classes[module] = name
    return classes
