"""What maintainers do to a document, as functions that change one in place; each finds in it what it needs.

The document may be any with an operation. What an edit leaves is as complete as what was there: described,
with examples, and without parts that nothing uses, so that ``strict: true`` has nothing to refuse.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.edits.additions import (
    add_a_delete_with_204,
    add_a_get_on_the_path,
    add_a_key,
    add_a_list_with_cursor_and_limit,
    add_a_post_with_a_second_tag,
    add_a_property,
    add_a_scheme_with_scopes,
    add_a_stream,
    add_a_webhook,
    add_an_enum_value,
    add_an_error,
    add_an_operation_that_takes_long,
    add_files,
)
from tests.edits.changes import (
    change_a_type,
    deprecate_an_operation,
    make_a_parameter_of_the_query_required,
    make_a_parameter_required,
    make_operations_public,
    raise_the_version,
    remove_the_errors,
    remove_the_extensions,
    rename_a_property,
    rename_a_property_and_keep_its_name,
    rename_a_schema,
    rename_a_tag,
    rename_an_operation,
    replace_the_update,
)
from tests.edits.parts import Spec

Edit = Callable[[Spec], None]

EDITS: tuple[Edit, ...] = (
    add_a_get_on_the_path,
    add_a_list_with_cursor_and_limit,
    add_a_post_with_a_second_tag,
    add_a_delete_with_204,
    add_a_stream,
    add_files,
    add_an_operation_that_takes_long,
    add_a_webhook,
    add_a_property,
    add_an_enum_value,
    add_an_error,
    add_a_scheme_with_scopes,
    add_a_key,
    make_operations_public,
    rename_a_property,
    rename_a_property_and_keep_its_name,
    deprecate_an_operation,
    rename_a_schema,
    rename_an_operation,
    rename_a_tag,
    make_a_parameter_required,
    make_a_parameter_of_the_query_required,
    change_a_type,
    raise_the_version,
    replace_the_update,
    remove_the_extensions,
    remove_the_errors,
)

TOGETHER: tuple[tuple[Edit, ...], ...] = (EDITS[:24], EDITS[24:])
"""Edits that one copy can have together: what is added and changed, and what is taken away."""
