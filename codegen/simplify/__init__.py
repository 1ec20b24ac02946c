"""Simplifies a document: the result is equivalent, and has only the forms that later steps understand.

`simplify` runs three lists of passes. A pass is a function from a document to an equivalent document. It
keeps the pointers of the parts that it moves.

1. `SCHEMA_PASSES` rewrite the document itself (`codegen.document.node.Node`), until every schema has one
   form. Before the first, the path items of webhooks and callbacks are collected beside the document
   (`codegen.simplify.receiving`), so that the passes for operations apply to them too.
2. `codegen.simplify.forms` takes the schemas out and reads each as a typed value (`codegen.model.schemas`).
   `CLASS_PASSES` rewrite these values.
3. `OPERATION_PASSES` rewrite the operations.

The result is a `Simplified`:

- Operations contain all their parameters, bodies, responses and headers, without references. A parameter or
  a header with ``content`` has its media type as style. The schema of a parameter, a header or a media type
  is found by the pointer of its owner.
- A schema is a `Reference`, `AnyValue`, a `Primitive`, an `Array`, a `Map` or a `Union`. An `Object`, an
  `Enumeration` or a `NamedUnion` is always a component. Inline classes have names.
- No component allows null. The places that use it do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from codegen.document.node import Node
from codegen.model.schemas import Simplified
from codegen.simplify.aliases import resolve_aliases
from codegen.simplify.api_keys import leave_keys_to_the_client
from codegen.simplify.canonical import bring_to_one_form
from codegen.simplify.children import list_children
from codegen.simplify.composition import merge_all_of
from codegen.simplify.conditions import widen_conditions
from codegen.simplify.definitions import name_definitions
from codegen.simplify.discriminators import describe_discriminators
from codegen.simplify.events import describe_event_data
from codegen.simplify.forms import read_schemas
from codegen.simplify.headers import ignore_reserved_headers
from codegen.simplify.hoisting import hoist_inline_schemas
from codegen.simplify.inlining import inline_references, merge_path_parameters
from codegen.simplify.map_extensions import ignore_map_extensions
from codegen.simplify.nullability import move_null_to_uses
from codegen.simplify.openapi_30 import write_as_31
from codegen.simplify.parameter_content import write_content_as_style
from codegen.simplify.receiving import received_items
from codegen.simplify.required import describe_required
from codegen.simplify.size_limit import affordable, refuse_above
from codegen.simplify.subtypes import spell_out_subtypes
from codegen.simplify.unions import name_unions
from codegen.simplify.waivers import skip_waived
from codegen.standard.census import census_of
from codegen.standard.positions import Document

SCHEMA_PASSES = (
    ignore_map_extensions,
    skip_waived,
    name_definitions,
    write_as_31,
    widen_conditions,
    bring_to_one_form,
    list_children,
    spell_out_subtypes,
    merge_all_of,
    describe_event_data,
    describe_required,
    move_null_to_uses,
    resolve_aliases,
    describe_discriminators,
)
"""The passes after which each schema has one form. Each relies on those before it."""

CLASS_PASSES = (name_unions, hoist_inline_schemas)
"""The passes after which each class is a component. They rewrite typed values (`codegen.model.schemas`)."""

OPERATION_PASSES = (
    inline_references,
    merge_path_parameters,
    ignore_reserved_headers,
    leave_keys_to_the_client,
    write_content_as_style,
)
"""The passes after which each operation is complete in itself."""

_MULTIPLYING = frozenset({merge_all_of, resolve_aliases, inline_references})
"""The passes that can copy a part to many places."""


def simplify(root: Node) -> Simplified:
    """Return an equivalent document in the form described above.

    Raises:
        Refused: The document has an ``allOf`` that nothing can satisfy (rule ``contradiction``), or
            references that lead back to themselves (rule ``reference-ring``), or is too large with its
            references written out (rule ``too-many``).
    """
    document = Document(root, received_items(root), census=census_of(root))
    most = affordable(document)

    def run(passes: Iterable[Callable[[Document], Document]], document: Document) -> Document:
        for step in passes:
            document = step(document)
            if step in _MULTIPLYING:
                refuse_above(most, document)
        return document

    simplified = read_schemas(run(SCHEMA_PASSES, document))
    for step in CLASS_PASSES:
        simplified = step(simplified)
    return replace(simplified, document=run(OPERATION_PASSES, simplified.document))
