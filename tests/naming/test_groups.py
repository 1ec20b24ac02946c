"""Resources within resources, and names that stay when an operation is added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest
from msgspec.structs import replace

from codegen.document.node import Json
from codegen.model.api import Tag
from codegen.model.operations import Operation
from codegen.naming.groups import parts_of_tag
from codegen.naming.resources import name_resources, with_children
from tests.naming.small_models import api_with, operation_at


def operation(
    request: str, tag: str | None = None, operation_id: str | None = None, **extensions: Json
) -> Operation:
    written = {key.replace("_", "-"): value for key, value in extensions.items()}
    return operation_at(request, id=operation_id, tag=tag, extensions=written)


def names(operations: Iterable[Operation], tags: Iterable[Tag] = ()) -> Mapping[str, str]:
    """The name of each operation, by method and path."""
    operations, declared = tuple(operations), {tag.name: tag for tag in tags}
    for one in operations:
        if one.tag is not None:
            declared.setdefault(one.tag, Tag(name=one.tag, extensions={}, origins=one.origins))
    api = api_with(tags=tuple(declared.values()), operations=operations)
    return {
        f"{method.operation.method} {method.operation.path}": f"{resource.dotted}.{method.name}"
        for resource in with_children(name_resources(api, {}, None))
        for method in resource.methods
    }


def named(one: Operation, *tags: Tag) -> str:
    (name,) = names([one], tags).values()
    return name


@pytest.mark.parametrize(
    ("request_line", "tag", "operation_id", "expected"),
    [
        ("POST /chat/completions", "Chat", "createChatCompletion", "chat.completions.create"),
        ("POST /chatkit/sessions", None, "CreateChatSessionMethod", "chatkit.sessions.create"),
        ("GET /tuning/jobs/{id}/events", "Tuning", "listTuningJobEvents", "tuning.jobs.list_events"),
        ("POST /tuning/alpha/graders/run", "Tuning", "runGrader", "tuning.alpha.graders.run"),
        ("GET /account/invoices/{id}", "Account", "getInvoice", "account.invoices.get"),
        ("POST /v1/terminal/readers/{reader}", None, None, "terminal.readers.update"),
        ("POST /responses/input_tokens", "Responses", "Getinputtokencount", "responses.input_tokens.count"),
        ("GET /v1/files?beta=true", "files", "beta_list_files_v1_files_get", "beta.files.list"),
        ("GET /x", "files", "drive.files.permissions.list", "files.permissions.list"),
        ("GET /v1/system/networking/lots", "system/networking", None, "system.networking.lots.list"),
        ("GET /things", "Chat.Threads", "getThings", "chat.threads.list_things"),
        ("GET /x", None, "Users_ListByGroup", "users.list_by_group"),
        ("GET /v1/pets", None, "PetstoreService_ListPets", "petstore.list_pets"),
        ("POST /users", None, "MyApp.UserController.create", "user.create"),
        ("GET /api/v1/users/", "v1", "v1_users_list", "users.list"),
        ("GET /x", None, "users.list", "users.list"),
        ("GET /api/v{version}/orders", None, None, "orders.list"),
        ("GET /apis", "apis", "registry.apis.list", "apis.list"),
        ("GET /limits/", "", ".GetLimits", "limits.list"),
        ("GET /People", "People.Person", "People.Person.ListPerson", "people.person.list"),
        # Not within
        ("POST /chat/completions", "Chat", "chat/create-completion", "chat.create_completion"),
        ("GET /usage/images", "Usage", "usage-images", "usage.images"),
        ("POST /invoices/{id}/lines", "Invoices", "addInvoiceLine", "invoices.add_line"),
        ("GET /account/settings", "Account", "getAccountSettings", "account.get_settings"),
        ("POST /certificates/activate", "Certificates", "activateCertificates", "certificates.activate"),
        ("GET /help_center/help_centers", "Help Center", "listHelpCenters", "help_center.list"),
        ("GET /jobs/users/{id}", "Jobs", "listJobsByUser", "jobs.list_by_user"),
        # Names without letters of ASCII
        ("PUT /api/users/{id}", "用户管理", "更新用户", "users.update"),
        ("GET /заказы", "Заказы", "listOrders", "u0417_u0430_u043a_u0430_u0437_u044b.list_orders"),
        ("PUT /users/{id}", "用户 Users", "update", "u7528_u6237_users.update"),
        # Names in the fragment or the query of a path
        ("POST /#X-Amz-Target=Store_2012.ListItems", None, "ListItems", "root.list_items"),
    ],
)
def test_a_resource_is_within_another(
    request_line: str, tag: str | None, operation_id: str | None, expected: str
) -> None:
    assert named(operation(request_line, tag, operation_id)) == expected


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("repos/issues", ["repos", "issues"]),
        ("Chat.Completions", ["Chat", "Completions"]),
        ("api/v1/users", ["api/v1/users"]),
        ("v1/users/keys", ["users", "keys"]),
        ("Users > Admin", ["Users", "Admin"]),
        ("crate::shop::todo", ["shop", "todo"]),
        ("crate::todo", ["todo"]),
        ("CI/CD", ["CI/CD"]),
        ("Node.js", ["Node.js"]),
        ("pets.json", ["pets"]),
        ("shop/pets.json", ["shop", "pets"]),
        ("2.0/3.1", ["2.0/3.1"]),
        ("/", ["/"]),
    ],
)
def test_a_tag_is_a_tree_if_its_parts_are_words(name: str, parts: list[str]) -> None:
    assert parts_of_tag(name) == parts


def test_a_tag_is_below_its_parent() -> None:
    tags = [
        Tag(name="chat", extensions={}, origins=((),)),
        Tag(name="completions", parent="chat", extensions={}, origins=((),)),
    ]
    assert named(operation("GET /x", "completions", "listCompletions"), *tags) == "chat.completions.list"


def test_a_tag_without_a_name_is_no_tag_and_no_parent() -> None:
    tags = [
        Tag(name="", description="Everything else", extensions={}, origins=((),)),
        Tag(name="chat", extensions={}, origins=((),)),
    ]
    assert named(operation("GET /x", "chat", "Chat.ListX"), *tags) == "chat.list_x"
    assert named(operation("GET /limits/all", "", None), *tags) == "limits.get_all"


def test_parents_in_a_ring_end() -> None:
    tags = [Tag(name=one, parent=other, extensions={}, origins=((),)) for one, other in ("ab", "ba")]
    assert named(operation("GET /x", "a", "listX"), *tags) == "b.a.list_x"


def test_hints_come_in_the_order_of_the_page() -> None:
    one = operation("GET /x", "Tag", "id", x_speakeasy_group="second", x_speakeasy_name_override="other")
    assert named(one) == "second.other"
    hints: dict[str, Json] = {
        **one.extensions,
        "x-fern-sdk-group-name": ["first", "inner"],
        "x-fern-sdk-method-name": "doIt",
    }
    assert named(replace(one, extensions=hints)) == "first.inner.do_it"
    hints |= {"x-python-group": "ours", "x-python-name": "mine"}
    assert named(replace(one, extensions=hints)) == "ours.mine"


@pytest.mark.parametrize("value", [None, 1, "", "..", "7", [], [None, 2], {"a": 1}])
def test_a_hint_without_letters_is_none(value: Json) -> None:
    one = operation("GET /x", "Tag", "listX", x_fern_sdk_group_name=value, x_methodName=value)
    assert named(one) == "tag.list_x"


def test_tags_that_differ_in_case_or_spaces_are_one() -> None:
    tags = ("Load Balancers", "load-balancers", "LOAD_BALANCERS", "loadbalancers")
    found = names(operation(f"GET /x/{number}", tag, f"getThing{number}") for number, tag in enumerate(tags))
    assert {name.split(".")[0] for name in found.values()} == {"load_balancers"}


def test_operations_with_one_id_are_distinguished_by_their_paths() -> None:
    found = names(
        operation(request, "Jobs", "validateJob")
        for request in ("POST /teams/{t}/check", "POST /users/{u}/check", "POST /api/v2/teams/{t}/check")
    )
    assert sorted(found.values()) == ["jobs.validate", "jobs.validate_for_user", "jobs.validate_v2"]


def test_a_method_does_not_take_the_name_of_a_resource_within() -> None:
    found = names(
        [
            operation("GET /chat/models", "Chat", "listChatModels"),
            operation("GET /other", "Chat", x_methodName="models"),
        ]
    )
    assert found["GET /chat/models"] == "chat.models.list"
    assert found["GET /other"] != "chat.models"


def test_modules_of_two_resources_differ() -> None:
    found = names(
        [
            operation("GET /chat/models", "Chat", "listChatModels"),
            operation("GET /x", "Chat Models", "listX"),
        ]
    )
    assert sorted(found.values()) == ["chat.models.list", "chat_models.list_x"]


DOCUMENT = [
    operation("GET /clusters", "Clusters", "getClusters"),
    operation("POST /clusters", "Clusters", "createCluster"),
    operation("GET /clusters/{id}", "Clusters", "getCluster"),
    operation("PUT /clusters/{id}", "Clusters", "updateCluster"),
    operation("GET /clusters/{id}/nodes", "Clusters", "listClusterNodes"),
    operation("GET /chat/completions", "Chat", "listChatCompletions"),
    operation("POST /chat", "Chat", "createChat"),
    operation("GET /v1/customers/{id}/sources"),
    operation("PATCH /v1/customers/{id}"),
    operation("GET /users", "users", "UsersController_findAll"),
]

ADDED = [
    operation("GET /clusters/{id}/all", "Clusters", "listClusters"),
    operation("GET /v2/clusters", "Clusters", "getClusters"),
    operation("PATCH /clusters/{id}", "Clusters", "clusters_patch"),
    operation("PUT /v1/customers/{id}"),
    operation("GET /v2/customers/{id}/sources"),
    operation("GET /chat/completions/{id}", "chat", "getChatCompletion"),
    operation("POST /chat/completions", "CHAT", "createChat"),
    operation("GET /x/completions", "Chat", "completions"),
    operation("GET /chat-completions", "Chat Completions", "list"),
    operation("GET /teams/{id}/users", "Users", "TeamUsersController_findAll"),
    operation("GET /zebras", "Zebras", "getClusters"),
    operation("DELETE /clusters", None, None),
]


@pytest.mark.parametrize("added", ADDED, ids=lambda one: f"{one.method} {one.path}")
def test_another_operation_renames_none(added: Operation) -> None:
    before = names(DOCUMENT)
    for operations in ([*DOCUMENT, added], [added, *DOCUMENT]):
        after = names(operations)
        assert {key: after[key] for key in before} == before
        assert len({*after.values()}) == len(operations)


def test_an_id_with_a_number_leaves_the_name_to_one_without() -> None:
    update = [operation("PUT /pets/{id}", "pets", "update"), operation("POST /pets", "pets", "update_1")]
    assert names(update) == {"PUT /pets/{id}": "pets.update", "POST /pets": "pets.create"}


def test_a_tag_without_ascii_letters_takes_the_group_of_the_id() -> None:
    assert named(operation("GET /users", "用户", "Accounts_List")) == "accounts.list"
    assert named(operation("GET /users", "用户", "listUsers")) == "users.list"


def test_a_resource_has_the_descriptions_of_all_its_tags() -> None:
    tags = [Tag(name=name, description=name, extensions={}, origins=((),)) for name in ("订单", "用户")]
    operations = [
        operation("GET /users", "用户", "listUsers"),
        operation("PUT /users/{id}", "订单", "putUser"),
    ]
    api = api_with(tags=tuple(tags), operations=tuple(operations))
    (users,) = name_resources(api, {}, None)
    assert users.tag.description == "订单\n\n用户"
