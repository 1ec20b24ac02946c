"""The manifest of the runtime: what its modules export to generated code, and which clients need them.

A module of ``templates/package/_runtime`` without an entry is part of every client, and no generated module
imports it. A module that only some clients need, or that generated code imports, has an entry; it has several
if its importers import different names.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal, TypeAlias

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.credentials import has_several_credentials, is_one_token
from codegen.model.directions import has_sent_back, has_two_ways
from codegen.model.extent import has_model_modules
from codegen.model.former_names import (
    has_former_arguments,
    has_former_classes,
    has_former_fields,
    has_former_members,
    has_former_resources,
)
from codegen.model.pagination import has_pages
from codegen.model.responses import has_downloads, has_webhooks
from codegen.model.runtime.needs import (
    has_any_unknown,
    has_deprecated_methods,
    has_former_attributes,
    has_grants,
    has_open_objects,
    has_open_responses,
    has_unions,
)
from codegen.model.streams import has_streams
from codegen.model.waiters import has_long_running, has_waiters, has_waits
from codegen.model.webhooks import has_events
from codegen.model.wire import has_alternative_bodies, has_styles, sends_files, sends_forms, sends_parts

Importer: TypeAlias = Literal["__init__", "_api", "_client", "models", "params", "resources", "webhooks"]
"""A generated module, or the folder of such modules. What ``__init__`` imports is exported to users."""


def _always(_: Api) -> bool:
    return True


def _where_imported(_: Api) -> bool:
    """It depends on names, which the model lacks. `needed_modules` gets the imports of generated code."""
    return False


class RuntimeModule(Struct, frozen=True):
    """A module of the runtime that generated code imports, or that not every client needs."""

    name: str
    exports: tuple[str, ...]
    """The names that generated code imports."""
    imported_by: tuple[Importer, ...]
    """The generated modules that import them."""
    needed: Callable[[Api], bool] = _always
    """Whether generated code imports it for this API."""
    requires: tuple[str, ...] = ()
    """The other modules with a condition that it imports itself."""


_OF_POLLERS = ("_following", "_wait", "_wait_errors")

MANIFEST: tuple[RuntimeModule, ...] = (
    RuntimeModule("__init__", ("AsyncResource", "Operation", "Request", "Resource"), ("resources",)),
    RuntimeModule(
        "_alternatives",
        ("Bodies", "Taken"),
        ("resources",),
        needed=has_alternative_bodies,
        requires=("_upload",),
    ),
    RuntimeModule("_client", ("AsyncClient", "Client"), ("_client",)),
    RuntimeModule("_coerce", ("coerced",), ("resources",), needed=_where_imported, requires=("_fit",)),
    RuntimeModule(
        "_conversion",
        ("from_dict", "from_json", "or_none", "replace", "to_dict", "to_json"),
        ("__init__",),
    ),
    RuntimeModule(
        "_credentials",
        ("AsyncCredentialsClient", "CredentialsClient"),
        ("_client",),
        needed=has_several_credentials,
        requires=("_security", "_source"),
    ),
    RuntimeModule("_deprecated", ("deprecated",), ("resources",), needed=has_deprecated_methods),
    RuntimeModule("_decompression", (), (), needed=has_open_responses),
    RuntimeModule(
        "_download",
        ("AsyncDownload", "Download"),
        ("__init__",),
        needed=has_downloads,
        requires=("_opened",),
    ),
    RuntimeModule("_drift", ("Deviation", "Drift"), ("__init__",)),
    RuntimeModule("_drift_log", ("DriftLog",), ("__init__",)),
    RuntimeModule("_facts", ("ErrorFields", "Facts"), ("_api",)),
    RuntimeModule("_fit", (), (), needed=has_unions),
    RuntimeModule(
        "_following", (), (), needed=has_long_running, requires=("_reached", "_wait", "_wait_errors")
    ),
    RuntimeModule("_form", ("form_content",), ("resources",), needed=sends_forms),
    RuntimeModule("_deprecated", ("deprecated",), ("models",), needed=has_former_attributes),
    RuntimeModule("_deprecated", ("deprecated",), ("_client",), needed=has_former_resources),
    RuntimeModule(
        "_former",
        ("former_classes",),
        ("models", "params"),
        needed=has_former_classes,
        requires=("_deprecated",),
    ),
    RuntimeModule(
        "_former",
        ("renamed_arguments",),
        ("models", "resources"),
        needed=has_former_arguments,
        requires=("_deprecated",),
    ),
    RuntimeModule("_former", ("former_keys",), ("models",), needed=has_former_fields),
    RuntimeModule("_device", ("DeviceCode",), ("__init__",), needed=has_grants),
    RuntimeModule(
        "_grant",
        ("OAuth",),
        ("__init__", "_client"),
        needed=has_grants,
        requires=("_device", "_security", "_token_request"),
    ),
    RuntimeModule(
        "_multipart",
        ("File", "checked", "given", "multipart_content", "parts_content"),
        ("resources",),
        needed=sends_parts,
        requires=("_upload",),
    ),
    RuntimeModule("_homes", ("homes",), ("models",), needed=has_model_modules),
    RuntimeModule("_later", ("Later",), ("resources",), needed=has_model_modules),
    RuntimeModule("_number", ("JsonNumber",), ("models", "resources")),
    RuntimeModule(
        "_oauth",
        ("AsyncOAuthClient", "OAuthClient"),
        ("_client",),
        needed=has_grants,
        requires=("_credentials", "_grant", "_security", "_source", "_token_request"),
    ),
    RuntimeModule("_open_enum", ("OpenEnum", "OpenIntEnum"), ("models",), needed=lambda api: bool(api.enums)),
    RuntimeModule("_former_members", ("FormerMembers",), ("models",), needed=has_former_members),
    RuntimeModule(
        "_open_object",
        ("OpenObject",),
        ("models",),
        needed=has_open_objects,
        requires=("_coerce", "_two_way"),
    ),
    RuntimeModule("_digest", (), (), needed=has_downloads),
    RuntimeModule("_opened", (), (), needed=has_downloads, requires=("_decompression", "_digest")),
    RuntimeModule(
        "_pages",
        ("AsyncPager", "Page"),
        ("__init__", "resources"),
        needed=has_pages,
        requires=("_paging", "_reached"),
    ),
    RuntimeModule(
        "_pages", ("AsyncPage",), ("__init__",), needed=has_pages, requires=("_paging", "_reached")
    ),
    RuntimeModule(
        "_pages", ("PagedOperation",), ("resources",), needed=has_pages, requires=("_paging", "_reached")
    ),
    RuntimeModule(
        "_paging",
        ("ByCursor", "ByLastItem", "ByNumber", "ByOffset", "ByURL"),
        ("resources",),
        needed=has_pages,
        requires=("_reached",),
    ),
    RuntimeModule("_rate_limit", ("RateLimit",), ("__init__",)),
    RuntimeModule("_raw", ("RawResponse",), ("__init__",)),
    RuntimeModule("_reached", (), (), needed=has_pages),
    RuntimeModule(
        "_security",
        ("Basic", "Bearer", "Grants", "Key", "Security"),
        ("_api",),
        needed=has_several_credentials,
    ),
    RuntimeModule("_sequence", ("sequence_content",), ("resources",)),
    RuntimeModule(
        "_server", ("Server", "Variable"), ("_api",), needed=lambda api: bool(api.server_variables)
    ),
    RuntimeModule("_settings", ("AsyncClientOptions", "ClientOptions"), ("_client",)),
    RuntimeModule("_source", ("AsyncSource", "Source"), ("_client",), needed=has_several_credentials),
    RuntimeModule(
        "_stream",
        ("AsyncStream", "Stream"),
        ("__init__", "resources"),
        needed=has_streams,
        requires=("_stream_items", "_stream_reading"),
    ),
    RuntimeModule(
        "_stream",
        ("StreamOperation",),
        ("resources",),
        needed=has_streams,
        requires=("_stream_items", "_stream_reading"),
    ),
    RuntimeModule(
        "_stream_items",
        ("StreamError",),
        ("__init__",),
        needed=has_streams,
        requires=("_stream_parts", "_unknown"),
    ),
    RuntimeModule("_stream_parts", (), (), needed=has_streams),
    RuntimeModule(
        "_stream_reading",
        (),
        (),
        needed=has_streams,
        requires=("_decompression", "_stream_items", "_stream_parts"),
    ),
    RuntimeModule("_styles", ("Style",), ("resources",), needed=has_styles, requires=("_form",)),
    RuntimeModule(
        "_token",
        ("AsyncTokenClient", "TokenClient"),
        ("_client",),
        needed=is_one_token,
        requires=("_source",),
    ),
    RuntimeModule(
        "_two_way",
        ("TwoWayStruct", "constant_field", "read_only_field", "write_only_field"),
        ("models",),
        needed=has_two_ways,
        requires=("_coerce",),
    ),
    RuntimeModule("_writable", ("writable",), ("resources",), needed=has_sent_back, requires=("_two_way",)),
    RuntimeModule(
        "_union",
        ("one_of",),
        ("models", "webhooks"),
        needed=has_unions,
        requires=("_fit", "_unknown"),
    ),
    RuntimeModule("_upload", ("FileContent", "bytes_content"), ("resources",), needed=sends_files),
    RuntimeModule(
        "_polling",
        ("AsyncPoller", "Poller"),
        ("__init__", "resources"),
        needed=has_long_running,
        requires=_OF_POLLERS,
    ),
    RuntimeModule(
        "_polling", ("LongRunning",), ("resources",), needed=has_long_running, requires=_OF_POLLERS
    ),
    RuntimeModule("_wait", (), (), needed=has_waits, requires=("_reached", "_wait_errors")),
    RuntimeModule(
        "_wait_errors",
        ("WaitError", "WaitFailedError", "WaitTimeoutError"),
        ("__init__",),
        needed=has_waits,
    ),
    RuntimeModule("_waiting", ("Waiter",), ("resources",), needed=has_waiters, requires=("_wait",)),
    RuntimeModule(
        "_webhooks", ("WebhookVerificationError", "unwrap_webhook"), ("__init__",), needed=has_webhooks
    ),
    RuntimeModule("_webhooks", ("Hmac",), ("webhooks",), needed=has_events),
    RuntimeModule("_webhooks", ("Webhooks",), ("_client", "webhooks"), needed=has_events),
    RuntimeModule("_token_request", (), (), needed=has_grants),
    RuntimeModule("_unknown", ("Unknown",), ("__init__", "models", "webhooks"), needed=has_any_unknown),
)

_BY_NAME = {module.name: module for module in MANIFEST}

CLIENTS = tuple(_BY_NAME[name] for name in ("_oauth", "_credentials", "_token", "_client"))
"""The modules of the clients that generated clients derive from: the first that is needed."""


def needed_modules(api: Api, imported: Collection[str] = ()) -> frozenset[str]:
    """The modules of the manifest that the API's client needs, with those that they import.

    Generated code imports `imported`.
    """
    found: set[str] = set()
    pending = [module for module in MANIFEST if module.name in imported or module.needed(api)]
    while pending:
        module = pending.pop()
        found.add(module.name)
        pending += [_BY_NAME[name] for name in module.requires if name not in found]
    return frozenset(found)


def unneeded_modules(api: Api, imported: Collection[str]) -> frozenset[str]:
    """The modules of the manifest that the API's client does not need."""
    return frozenset(_BY_NAME) - needed_modules(api, imported)


FAKES: Mapping[str, Callable[[Api], bool]] = {"_pages": has_pages, "_streams": has_streams}
"""The modules of ``templates/package/testing`` that only the fakes of some APIs need."""


def unneeded_fakes(api: Api) -> frozenset[str]:
    """The modules of `FAKES` that the API's fake does not need."""
    return frozenset(module for module, needed in FAKES.items() if not needed(api))


def base_of_clients(api: Api) -> RuntimeModule:
    """The module whose classes, the asynchronous one first, are the bases of the generated clients."""
    return next(module for module in CLIENTS if module.needed(api))


def exported_to(importer: Importer) -> dict[str, str]:
    """The names of the runtime that a generated module may import, with their modules: ``_runtime._form``."""
    return {
        export: "_runtime" if module.name == "__init__" else f"_runtime.{module.name}"
        for module in MANIFEST
        if importer in module.imported_by
        for export in module.exports
    }


def public_exports(api: Api) -> Mapping[str, tuple[str, ...]]:
    """The names of the runtime that the package of this API exports, by module, sorted."""
    public = [module for module in MANIFEST if "__init__" in module.imported_by and module.needed(api)]
    return {
        name: tuple(sorted(export for module in public if module.name == name for export in module.exports))
        for name in sorted({module.name for module in public})
    }
