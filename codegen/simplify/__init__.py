"""From any OpenAPI document to an equivalent one in a form that every later step understands.

``simplify`` is three rows of passes; each pass is one function from a document to an equivalent document, and
keeps the pointers of what it moves.

1. `SCHEMA_PASSES` rewrite the document itself (`codegen.document.node.Node`), until every schema has one
   form. Before the first, the path items of webhooks and callbacks are put beside the document
   (`codegen.simplify.receiving`), so that whatever is done for operations is done for them too.
2. `codegen.simplify.forms` takes the schemas out and reads each as a value of a type that says what it is
   (`codegen.model.schemas`). `CLASS_PASSES` work on those.
3. `OPERATION_PASSES` rewrite what is left of the document, the operations.

What comes out, a `Simplified`:

- Operations have all their parameters, bodies, responses and headers themselves: no reference is left in
  them. What had ``content`` as a parameter or a header has its media type as style. The schema of a
  parameter, a header or a media type is found by where that stands.
- A schema is a `Reference`, `AnyValue`, a `Scalar`, an `Array`, a `Map` or a `Union`. An `Object`, an
  `Enumeration` or a `NamedUnion` is only a component, under a name that a person would have chosen.
- No component is null or something else: null is at the place of use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from codegen.document.node import Node
from codegen.model.schemas import Simplified
from codegen.simplify.aliases import resolve_aliases
from codegen.simplify.canonical import bring_to_one_form
from codegen.simplify.composition import merge_all_of
from codegen.simplify.conditions import widen_conditions
from codegen.simplify.contents import write_content_as_style
from codegen.simplify.definitions import name_definitions
from codegen.simplify.discriminators import describe_discriminators
from codegen.simplify.extent import Extent, refuse_above
from codegen.simplify.forms import read_schemas
from codegen.simplify.headers import ignore_reserved_headers
from codegen.simplify.hoisting import hoist_inline_schemas
from codegen.simplify.inlining import inline_references, merge_path_parameters
from codegen.simplify.keys import leave_keys_to_the_client
from codegen.simplify.map_extensions import ignore_map_extensions
from codegen.simplify.modern import write_as_31
from codegen.simplify.nullability import move_null_to_uses
from codegen.simplify.receiving import received
from codegen.simplify.required import describe_required
from codegen.simplify.subtypes import spell_out_subtypes
from codegen.simplify.unions import name_unions
from codegen.simplify.waivers import skip_waived
from codegen.standard.positions import Document

SCHEMA_PASSES = (
    ignore_map_extensions,
    skip_waived,
    name_definitions,
    write_as_31,
    widen_conditions,
    bring_to_one_form,
    spell_out_subtypes,
    merge_all_of,
    describe_required,
    move_null_to_uses,
    resolve_aliases,
    describe_discriminators,
)
"""Those after which each schema has one form; in order, as each relies on those before it."""

CLASS_PASSES = (name_unions, hoist_inline_schemas)
"""Those after which each class is a component; they work on values of types (`codegen.model.schemas`)."""

OPERATION_PASSES = (
    inline_references,
    merge_path_parameters,
    ignore_reserved_headers,
    leave_keys_to_the_client,
    write_content_as_style,
)
"""Those after which each operation has all that it needs itself."""

_MULTIPLYING = frozenset({merge_all_of, inline_references})
"""The passes after which a part may stand in many places."""


def simplify(root: Node) -> Simplified:
    """Return an equivalent document in the form described above.

    Raises:
        Refused: The document has an ``allOf`` that nothing can satisfy (rule ``contradiction``), or
            references that lead back to themselves (rule ``reference-ring``), or comes to very much more
            than is written in it (rule ``too-many``).
    """
    document = Document(root, received(root))
    extent, kept = Extent(), [document]  # all are kept, since the extent tells parts by their identity
    most = extent.affordable(document)

    def run(passes: Iterable[Callable[[Document], Document]], document: Document) -> Document:
        for step in passes:
            document = step(document)
            kept.append(document)
            if step in _MULTIPLYING:
                refuse_above(most, document, extent)
        return document

    simplified = read_schemas(run(SCHEMA_PASSES, document))
    for step in CLASS_PASSES:
        simplified = step(simplified)
    return replace(simplified, document=run(OPERATION_PASSES, simplified.document))
