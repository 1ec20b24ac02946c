"""From any OpenAPI document to an equivalent one in a form that every later step understands.

``simplify`` is a row of passes; each is one function from a document to an equivalent document, and each
keeps the pointers of what it moves. Before the first, the path items of webhooks and callbacks are put beside
the document (`codegen.simplify.receiving`), so that whatever is done for operations is done for them too.
What comes out:

- Operations carry all their parameters, bodies, responses and headers themselves: no reference is left but
  those to ``components/schemas``. Parameters and headers have a schema; what had ``content`` has its media
  type as style.
- Every schema has one of six forms: a reference; ``{}``, any value; one scalar ``type``; an array with
  ``items``; a map, which is an object with ``additionalProperties`` alone; a union, which is an ``anyOf`` of
  at least two, ``{type: null}`` last. Annotations may stand beside each.
- Three more forms stand only as components, under a name a person would have chosen: an object with
  ``properties``; an ``enum`` of strings or of integers; and a ``oneOf``, which is a union that JSON's kinds
  do not tell apart, or whatever contains itself without an object in between.
- There is no ``allOf``, ``const``, ``nullable``, list of types or boolean schema, and no component
  that is null or something else: null is at the place of use.
"""

from __future__ import annotations

from codegen.document.node import Node
from codegen.simplify.aliases import resolve_aliases
from codegen.simplify.canonical import bring_to_one_form
from codegen.simplify.composition import merge_all_of
from codegen.simplify.conditions import widen_conditions
from codegen.simplify.contents import write_content_as_style
from codegen.simplify.definitions import name_definitions
from codegen.simplify.discriminators import describe_discriminators
from codegen.simplify.extent import Extent, refuse_above
from codegen.simplify.headers import ignore_reserved_headers
from codegen.simplify.hoisting import hoist_inline_schemas
from codegen.simplify.inlining import inline_references, merge_path_parameters
from codegen.simplify.keys import leave_keys_to_the_client
from codegen.simplify.modern import write_as_31
from codegen.simplify.nullability import move_null_to_uses
from codegen.simplify.receiving import received
from codegen.simplify.required import describe_required
from codegen.simplify.subtypes import spell_out_subtypes
from codegen.simplify.unions import mark_named_unions
from codegen.simplify.waivers import skip_waived
from codegen.standard.positions import Document

PASSES = (
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
    mark_named_unions,
    hoist_inline_schemas,
    inline_references,
    merge_path_parameters,
    ignore_reserved_headers,
    leave_keys_to_the_client,
    write_content_as_style,
)
"""In order; each relies on those before it."""

_MULTIPLYING = frozenset({merge_all_of, inline_references})
"""The passes after which a part may stand in many places."""


def simplify(root: Node) -> Document:
    """Return an equivalent document in the form described above.

    Raises:
        Refused: The document has an ``allOf`` that nothing can satisfy (rule ``contradiction``), or
            references that lead back to themselves (rule ``reference-ring``), or comes to very much more
            than is written in it (rule ``too-many``).
    """
    extent = Extent()
    states = [Document(root, received(root))]  # all of them are kept: the extent tells parts by identity
    most = extent.affordable(states[0])
    for step in PASSES:
        states.append(step(states[-1]))
        if step in _MULTIPLYING:
            refuse_above(most, states[-1], extent)
    return states[-1]
