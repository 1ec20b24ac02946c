"""The values of ``format``: those of JSON Schema 2020-12 and OpenAPI, with their types."""

from __future__ import annotations

from collections.abc import Mapping

_STRING = frozenset({"string"})
_INTEGER = frozenset({"integer", "number"})
_NUMBER = frozenset({"number"})
_EITHER = frozenset({"string", "number"})

FORMATS: Mapping[str, frozenset[str]] = {
    # JSON Schema 2020-12, validation, 7.3
    **dict.fromkeys(("date-time", "date", "time", "duration", "email", "idn-email"), _STRING),
    **dict.fromkeys(("hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference"), _STRING),
    **dict.fromkeys(("iri", "iri-reference", "uuid", "uri-template", "json-pointer"), _STRING),
    **dict.fromkeys(("relative-json-pointer", "regex"), _STRING),
    # OpenAPI 3.0.4, 4.4 and 3.1.1, 4.4.1
    **dict.fromkeys(("byte", "binary", "password"), _STRING),
    **dict.fromkeys(("int32", "int64"), _INTEGER),
    **dict.fromkeys(("float", "double"), _NUMBER),
    # Widespread, though nobody standardises them
    **dict.fromkeys(("cidr", "ip", "mac", "phone", "timestamp", "uint", "unix-time"), _EITHER | _INTEGER),
    # The registry at spec.openapis.org/registry/format
    **dict.fromkeys(("base64url", "char", "commonmark", "date-time-local", "html", "http-date"), _STRING),
    **dict.fromkeys(("media-range", "sf-binary", "sf-string", "sf-token", "time-local"), _STRING),
    **dict.fromkeys(("int8", "int16", "uint8", "uint16", "uint32", "uint64", "double-int"), _INTEGER),
    **dict.fromkeys(("sf-boolean", "sf-decimal", "sf-integer", "unixtime"), _EITHER | _INTEGER),
    **dict.fromkeys(("decimal", "decimal128"), _EITHER),
}
"""Which types each format is a format of; a number may be an integer where that is so."""

MEANT: Mapping[str, str] = {
    **dict.fromkeys(("datetime", "iso8601", "iso-8601", "rfc3339"), "date-time"),
    **dict.fromkeys(("guid", "uuid1", "uuid4", "uuidv4"), "uuid"),
    **dict.fromkeys(("href", "link", "url"), "uri"),
    **dict.fromkeys(("int", "i32", "integer32", "short"), "int32"),
    **dict.fromkeys(("bigint", "i64", "integer", "integer64", "long"), "int64"),
    "float32": "float",
    "float64": "double",
    "base64": "byte",
    **dict.fromkeys(("blob", "file"), "binary"),
    **dict.fromkeys(("host", "domain"), "hostname"),
    **dict.fromkeys(("ip-address", "ip4"), "ipv4"),
    "mail": "email",
    "secret": "password",
}
"""What other languages call a format of the standard."""
