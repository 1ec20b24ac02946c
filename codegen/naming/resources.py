"""Names the resources of the client: one for each tag, ``client.clusters`` of the class ``Clusters``."""

from __future__ import annotations

import keyword
from collections.abc import Mapping
from dataclasses import dataclass

from codegen.document.failures import Defect
from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api, Tag
from codegen.model.operations import Operation
from codegen.naming import reserved, strategies
from codegen.naming.components import NamedModel
from codegen.naming.distribution import Distribution
from codegen.naming.methods import Method, name_methods
from codegen.naming.path_words import subject_of_path
from codegen.naming.scopes import NameRequest, Scope, override_in
from codegen.naming.words import pascal, snake, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The operations of a tag."""

    tag: Tag
    module: str
    """The module in ``resources/``, and the attribute of the client."""
    class_name: str
    methods: tuple[Method, ...]

    @property
    def async_class_name(self) -> str:
        """``AsyncClusters``."""
        return f"Async{self.class_name}"


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
    by_tag = _operations_by_tag(api)
    taken = {*reserved.resource_classes(), *keyword.kwlist}
    if distribution is not None:
        taken |= {distribution.client, distribution.async_client}
    requests = [NameRequest(tag.name, tag.origins[0], override_in(tag.extensions)) for tag, _ in by_tag]
    ids = frozenset(operation.id for operation in api.operations)
    problems: list[Problem] = []
    resources: list[Resource] = []
    for (tag, operations), module in zip(by_tag, _scope().choose(requests), strict=True):
        class_ = pascal(words(module))
        with gathering(problems):
            resources.append(
                Resource(
                    tag=tag,
                    module=module,
                    class_name=f"{class_}Resource" if taken & {class_, f"Async{class_}"} else class_,
                    methods=name_methods(tag, operations, ids, models, api),
                )
            )
    if problems:
        raise Refused(problems)
    if sum(len(resource.methods) for resource in resources) < len(api.operations):
        raise Defect("an operation is in no resource")
    return tuple(resources)


def _scope() -> Scope:
    return Scope(
        what="tag",
        strategies=(
            strategies.snake_after_version,
            strategies.snake_without_digit,
            strategies.snake,
            strategies.snake_spelled,
        ),
        prefix="tag_",
        reserved=reserved.resource_attributes(),
    )


def _operations_by_tag(api: Api) -> list[tuple[Tag, list[Operation]]]:
    """The tags that have operations; an operation without a tag gets one from its path."""
    tags = {tag.name: tag for tag in api.tags}
    by_words = {snake(words(tag)): tag for tag in tags}
    operations: dict[str, list[Operation]] = {tag: [] for tag in tags}
    for operation in api.operations:
        if operation.tag is not None and not _is_placeholder(tags[operation.tag]):
            tag = operation.tag
        else:
            tag = subject_of_path(operation.path) or "root"
            tag = by_words.setdefault(snake(words(tag)), tag)
            tags.setdefault(tag, Tag(name=tag, extensions={}, origins=operation.origins))
        operations.setdefault(tag, []).append(operation)
    return [(tag, operations[tag.name]) for tag in tags.values() if operations[tag.name]]


def _is_placeholder(tag: Tag) -> bool:
    """Whether a tag stands for none: tools write ``default`` if the author gave no tag."""
    return tag.name.lower() in ("all", "default") and not (tag.description or tag.docs or tag.extensions)
