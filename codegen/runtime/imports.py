"""What generated modules import, and the names that they therefore cannot use for anything else."""

from __future__ import annotations

from collections.abc import Mapping

IMPORTED: Mapping[str, str] = {
    "Any": "typing",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Struct": "msgspec",
    "TYPE_CHECKING": "typing",
    "TypeAlias": "typing",
    "UNSET": "msgspec",
    "UUID": "uuid",
    "UnsetType": "msgspec",
}
"""What generated modules import by name from other distributions."""

OWN: Mapping[str, str] = {
    "AsyncResource": "_runtime",
    "File": "_runtime._multipart",
    "FileContent": "_runtime._content",
    "OpenEnum": "_runtime._open_enum",
    "OpenIntEnum": "_runtime._open_enum",
    "OpenObject": "_runtime._open_object",
    "Operation": "_runtime",
    "Request": "_runtime",
    "Resource": "_runtime",
    "Style": "_runtime._styles",
    "any_content": "_runtime._any_content",
    "form_content": "_runtime._form",
    "models": "",
    "multipart_content": "_runtime._multipart",
}
"""What generated modules import by name from their own package, and where it is in there."""

MODULES = frozenset({"builtins", "datetime", "msgspec"})
"""What generated modules import whole."""

BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
"""The builtins that annotations name."""

RESERVED_CLASSES = frozenset({*IMPORTED, *OWN, *MODULES})
"""Names that the class of a resource must not have."""

RESERVED_MODELS = RESERVED_CLASSES - {word for word, module in OWN.items() if module != "_runtime._open_enum"}
"""Names that a model must not have: `models.py` imports nothing else, and other modules import it whole."""

RESERVED_FIELDS = frozenset({*IMPORTED, *MODULES, *BUILTINS})
"""Names that a field must not have: an annotation further down in the class would mean the field."""


RESERVED_ARGUMENTS = frozenset({"self", *(word for word in OWN if word.islower())})
"""Names that an argument must not have: the function that it is handed to calls what has them."""
