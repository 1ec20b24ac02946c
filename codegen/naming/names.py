"""The Python names of a client, chosen when the whole model is known and before anything is rendered.

The model has the document's own names. Views take Python's from here, each beside the part of the model that
it names.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from codegen.document.problems import Problem, Refused, gathering
from codegen.model.api import Api
from codegen.model.wire import bodies_of_parts
from codegen.naming.components import Components, NamedEnumeration, NamedModel, name_components
from codegen.naming.credentials import Authentication, name_credentials
from codegen.naming.distribution import Distribution, name_distribution
from codegen.naming.modules import ModelModule, name_model_modules
from codegen.naming.resources import Resource, name_resources, with_children
from codegen.naming.variables import NamedVariable, name_variables


class Names(Struct, frozen=True, kw_only=True):
    """Everything in a client that has a Python name."""

    distribution: Distribution
    components: Components
    resources: tuple[Resource, ...]
    """The resources that are attributes of the client."""
    authentication: Authentication
    classless: frozenset[str]
    """The keys of models that get no class (`bodies_of_parts`)."""
    model_modules: tuple[ModelModule, ...]
    """The modules of ``models/``; empty if ``models.py`` has all classes."""
    variables: tuple[NamedVariable, ...]
    """The variables of the main server."""

    @property
    def all_resources(self) -> tuple[Resource, ...]:
        """The resources, each followed by those within it."""
        return tuple(with_children(self.resources))

    @property
    def classes(self) -> Mapping[str, str]:
        """Class names by the keys of `Api.models`, `Api.enums` and `Api.unions`."""
        return self.components.classes

    @property
    def models(self) -> Mapping[str, NamedModel]:
        """The named models by the keys of `Api.models`."""
        return self.components.models

    @property
    def enums(self) -> Mapping[str, NamedEnumeration]:
        """The named enumerations by the keys of `Api.enums`."""
        return self.components.enums


def name_client(api: Api) -> Names:
    """Choose every name of the client.

    Raises:
        Refused: An override is not usable, or two names of a scope are equal.
    """
    problems: list[Problem] = []
    distribution: Distribution | None = None
    components: Components | None = None
    resources: tuple[Resource, ...] = ()
    authentication: Authentication | None = None
    with gathering(problems):
        distribution = name_distribution(api)
    with gathering(problems):
        components = name_components(api)
    with gathering(problems):
        resources = name_resources(api, components.models if components else {}, distribution)
    with gathering(problems):
        authentication = name_credentials(api)
    if distribution is None or components is None or authentication is None or problems:
        raise Refused(problems)
    classless = bodies_of_parts(api)
    return Names(
        distribution=distribution,
        components=components,
        resources=resources,
        authentication=authentication,
        classless=classless,
        model_modules=name_model_modules(api, components.classes, resources, classless),
        variables=name_variables(api, authentication.keywords),
    )
