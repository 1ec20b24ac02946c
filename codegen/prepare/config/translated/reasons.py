"""The reasons why keys of other configurations are not converted: there is no setting, or none is needed."""

from __future__ import annotations

from collections.abc import Mapping

READER: Mapping[str, str] = {
    "use_path_prefixes_for_title_model_names": "docs/names.md has the rules for the names of inline schemas",
    "post_hooks": "the output is formatted already; run other commands after the build",
    "docstrings_on_attributes": "the fields of models always have their descriptions",
    "field_prefix": "names follow the rules of docs/names.md; `x-python-name` changes one",
    "generate_all_tags": "a method belongs to one resource; `resource` of an operation chooses it",
    "http_timeout": "pass `timeout=` to the client",
    "literal_enums": "enums are classes, and arguments take their values as literals, too",
}
"""Keys of openapi-python-client."""

_SERVICE = "about the service of Stainless"
_OTHER_TARGET = "this generator writes Python"
_DOCSTRINGS = "docstrings are those of the document; an action can change them"
_TESTS = "no tests are generated; `testing` is about the fake"
_BODIES = "methods return the whole body"

STAINLESS: Mapping[str, str] = {
    "codeflow": "about releases; write a workflow",
    "codeflow.*": "about releases; write a workflow",
    "custom_casings": "names follow the rules of docs/names.md; only the class of the client is converted",
    "diagnostics": _SERVICE,
    "edition": _SERVICE,
    "errors": "errors have the names of their statuses, and the types of the document",
    "readme": "the README shows calls of the generator's choice; write your own into its regions",
    "query_settings.array_format": "the document says it for each parameter, with `style` and `explode`",
    "query_settings.nested_format": "the document says it for each parameter, with `style`",
    "openapi.code_samples": "run the command `snippets`",
    "openapi.code_sample_languages": _OTHER_TARGET,
    "openapi.transforms": "write them as actions, or as an OpenAPI Overlay",
    "openapi.transformations": "write them as actions, or as an OpenAPI Overlay",
    "organization.github_org": _SERVICE,
    "organization.upload_spec": _SERVICE,
    "organization.security_contact": "no SECURITY.md is generated; a file of your own stays",
    "organization.security_policy_url": "no SECURITY.md is generated; a file of your own stays",
    "organization.security_policy_terms": "no SECURITY.md is generated; a file of your own stays",
    "settings.disable_mock_tests": _TESTS,
    "settings.disable_tests": _TESTS,
    "settings.mock_server": _TESTS,
    "settings.file_header": "templates of your own can have one",
    "settings.per_endpoint_security": "each operation has the security that the document says",
    "settings.positional_params": "the parameters of the path are positional, all others are keywords",
    "settings.python": "the license of the package is an SPDX expression, which needs no classifier",
    "settings.sort_schema_properties": "fields are in the order of the document",
    "settings.unwrap_response_fields": _BODIES,
    "settings.unwrap_multiproperty_response_fields": _BODIES,
    "client_settings.default_headers": "pass `headers=` to the client",
    "client_settings.default_retries": "pass `max_retries=` to the client",
    "client_settings.default_timeout": "pass `timeout=` to the client",
    "client_settings.response_headers": "a raw response has all headers",
    "client_settings.omit_stainless_headers": "none of them is sent",
    "client_settings.opt_in_new_security_behaviour": _SERVICE,
    "targets.python.edition": _SERVICE,
    "targets.python.keep_files": "files that the generator has not written always stay",
    "targets.python.production_repo": "write `[project.urls]` into the region `tables` of pyproject.toml",
    "targets.python.publish": "docs/configuration.md has a workflow that publishes",
    "targets.python.readme_title": "the title is that of the document; an action can change it",
    "targets.python.screencast": "write it into a region of the README",
    "targets.python.skip": "run `build` only where you want the client",
    "methods.body_param_name": "a body that is not spread into arguments is `body=`",
    "methods.default_request_options": "pass the options with the call",
    "methods.description": _DOCSTRINGS,
    "methods.docs": _DOCSTRINGS,
    "methods.positional_params": "the parameters of the path are positional, all others are keywords",
    "methods.skip_test_reason": _TESTS,
    "methods.streaming": "streams are recognised by media type, or by a property `stream` (docs/streams.md)",
    "methods.unwrap_response": _BODIES,
    "models.no_params_suffix": "the types of arguments are in `params`, under the name of the class",
    "models.param_model": "the types of arguments are in `params`, under the name of the class",
    "resources.description": _DOCSTRINGS,
    "resources.standalone_api": "every resource is an attribute of the client",
}
"""Keys of Stainless. `methods`, `models` and `resources` stand for each of these."""


def reason(key: str) -> str:
    """The reason why a key of Stainless is not converted."""
    if key in STAINLESS:
        return STAINLESS[key]
    owner = key.rpartition(".")[0]
    if owner == "targets" or key.rpartition(".")[2] in {"mcp", "cli", "terraform"}:
        return _OTHER_TARGET
    return "there is no setting for it"
