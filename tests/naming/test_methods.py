"""Methods: what an operation is called within its group, by its author or by its method and path."""

from __future__ import annotations

import pytest

from codegen.model.classes import Field, Model
from codegen.model.operations import Media, Response
from codegen.model.types import ListOf, Named, Scalar, Type
from codegen.naming.ids import Identified
from codegen.naming.methods import candidates
from codegen.naming.words import snake
from tests.naming.small_models import NOTES, operation_at

_MODELS = {
    "Page": Model(
        name="Page",
        fields=tuple(
            Field(wire_name=name, type=type_, required=True, notes=NOTES, origins=((),))
            for name, type_ in (("data", ListOf(Scalar.STRING)), ("has_more", Scalar.BOOLEAN))
        ),
        notes=NOTES,
        origins=((),),
    ),
    "Cart": Model(
        name="Cart",
        fields=(
            Field(wire_name="items", type=ListOf(Scalar.STRING), required=True, notes=NOTES, origins=((),)),
        ),
        notes=NOTES,
        origins=((),),
    ),
}


def named(request: str, tag: str, operation_id: str | None = None, returned: Type | None = None) -> str:
    return longer(request, tag, operation_id, returned)[0]


def longer(
    request: str, tag: str, operation_id: str | None = None, returned: Type | None = None
) -> list[str]:
    media = () if returned is None else (Media(media_type="application/json", type=returned, origins=((),)),)
    response = Response(status="200", description="", media=media, origins=((),))
    operation = operation_at(request, id=operation_id, tag=tag, responses=(response,))
    return [snake(name) for name in candidates(Identified.of(operation), [tag], _MODELS)]


@pytest.mark.parametrize(
    ("operation_id", "tag", "request_line", "expected"),
    [
        ("updateCluster", "Clusters", "PUT /clusters/{id}", "update"),
        ("listClusters", "Clusters", "GET /clusters", "list"),
        ("events_api_list_events", "Events", "GET /api/events/", "list"),
        ("shop_core_views_upload_many", "Files", "POST /files/upload", "upload_many"),
        ("AddonPropertiesResource.getValues_get", "Apps", "GET /addons/values", "list_addon_property_values"),
        ("api_clusters_id_patch", "Clusters", "PATCH /clusters/{id}", "update"),
        ("get_app_cluster_list", "Clusters", "GET /clusters", "list"),
        ("post-cluster", "Clusters", "POST /clusters", "create"),
        ("batchDeleteClusters", "Clusters", "POST /clusters:batchDelete", "batch_delete"),
        ("clusters_history", "Clusters", "GET /clusters.history", "history"),
        ("0cc175b9c0f1b6a831c399e269772661", "Clusters", "POST /clusters", "create"),
        ("create_api_list", "Clusters", "POST /clusters/list", "create_api_list"),
        ("getClusters", "Clusters", "GET /clusters", "list"),
        ("getAllClusters", "Clusters", "GET /clusters", "list"),
        ("getCluster", "Clusters", "GET /clusters/{id}", "get"),
        ("deleteClusters", "Clusters", "DELETE /clusters", "delete_all"),
        ("removeClusters", "Clusters", "DELETE /clusters", "remove_clusters"),
        ("createKey", "Clusters", "POST /clusters/{id}/keys", "create_key"),
        ("getPetById", "pet", "GET /pet/{petId}", "get"),
        ("showPetByTagId", "pet", "GET /pet/find_by_tag/{tag_id}", "show_by_tag_id"),
        ("findPetsByStatus", "pet", "GET /pet/findByStatus", "find_by_status"),
        ("retrieveAUser", "Users", "GET /users/{user_id}", "retrieve"),
        ("createOrUpdateSecret", "Secrets", "PUT /secrets/{name}", "create_or_update"),
        # Of what, and of whose
        ("listClusterNodePools", "Node Pools", "GET /clusters/{id}/node-pools", "list_for_cluster"),
        ("listSpareNodePools", "Node Pools", "GET /spare-node-pools", "list_spare_node_pools"),
        ("createUserGroup", "Users", "POST /user-groups", "create_user_group"),
        ("repos/list-for-org", "repos", "GET /orgs/{org}/repos", "list_for_org"),
        ("addMembersForPortfolio", "Portfolios", "POST /portfolios/{id}/addMembers", "add_members"),
        ("removeUserFromGroup", "Groups", "DELETE /groups/{id}/users/{user}", "remove_user"),
        ("addUserToTeam", "Teams", "POST /teams/{id}/users", "add_user"),
        ("convertTextToSpeech", "Speech", "POST /speech", "convert_text_to_speech"),
        ("getNumberOfUsers", "Users", "GET /users/number", "get_number_of_users"),
        ("getBillOfMaterials", "Materials", "GET /materials/{id}/bill", "get_bill_of_materials"),
        ("setParentForTask", "Goals", "POST /tasks/{id}/setParent", "set_parent_for_task"),
        ("pull-request-stacks/list", "pulls", "GET /repos/{repo}/stacks", "list_pull_request_stacks"),
        ("copilot/copilot-seat-details", "copilot", "GET /copilot/seats", "seat_details"),
        # A verb behind
        ("instance_list", "instances", "GET /instances", "list"),
        ("instance_disk_list", "instances", "GET /instances/{id}/disks", "list_disks"),
        ("instance_disk_attach", "instances", "POST /instances/{id}/disks/attach", "attach_disk"),
        ("anti_affinity_group_list", "affinity", "GET /anti-affinity-groups", "list_anti_affinity_groups"),
        ("volumes_get_byId", "Block Storage", "GET /volumes/{id}", "get_volume_by_id"),
        ("requestDelete", "user", "DELETE /user", "request_delete"),
        ("price_list", "Offers", "DELETE /price-list", "price_list"),
        ("silo_metric", "metrics", "GET /metrics/{name}", "silo_metric"),
        ("registry_list_tags", "Container Registry", "GET /registry/tags", "list_tags"),
        ("getSet", "sets", "GET /sets/{id}", "get"),
        ("printSet", "sets", "PUT /sets/{id}", "print"),
        ("transposeGrid", "grids", "POST /grids", "transpose"),
        ("text_response", "responses", "POST /responses", "text_response"),
        ("issueCreateIssue", "issue", "POST /issues", "create"),
        ("orgDelete", "organization", "DELETE /orgs/{org}", "delete"),
        ("genai_list_agents", "AI Platform", "GET /v2/gen-ai/agents", "list_agents"),
        ("user_list_keys", "Security", "GET /users/{id}/keys", "user_list_keys"),
        ("login_local", "login", "POST /login/local", "login_local"),
        ("repos/get-all-keys", "repos", "GET /repos/{id}/keys", "list_keys"),
        ("listPaginatedJobs", "Jobs", "GET /jobs", "list"),
        ("cancelSessionMethod", "Sessions", "POST /sessions/{id}/cancel", "cancel"),
        ("createPaymentMethod", "Customers", "POST /payment_methods", "create_payment_method"),
        ("List a Team's Keys", "Keys", "GET /team/keys", "list_team_keys"),
        ("retrieveACourse", "Courses", "GET /courses/{id}", "retrieve"),
        ("get-an-artists-albums", "Artists", "GET /artists/{id}/albums", "list_albums"),
        ("batches_get", "Batches", "POST /batches/get", "get"),
        ("transferEventSync", "plaid", "POST /transfer/event/sync", "sync_transfer_event"),
        ("Updatespendlimit", "Organization", "POST /organization/spend_limit", "update_spend_limit"),
        ("Compactconversation", "Responses", "POST /responses/compact", "compactconversation"),
        ("getPullRequests", "repos", "GET /repos/{id}/pullrequests", "list_pull_requests"),
        ("deleteOpensearchIndex", "db", "DELETE /db/indexes/{id}", "delete_opensearch_index"),
        ("add_rule", "Rules", "POST /rules/add-from-file", "add_from_file"),
        ("getSeries", "Series", "POST /series/list", "list"),
        ("getOrderByOrderId", "Orders", "GET /orders/{orderId}", "get"),
        ("getOrderByName", "Orders", "GET /orders/{name}", "get_by_name"),
        ("getInputTokenCounts", "Tokens", "POST /tokens", "get_input_token_counts"),
        ("getCounts", "Tokens", "POST /tokens/counts", "count"),
        ("postWebhook", "Webhooks", "POST /webhooks", "create"),
        # Frameworks
        ("findAllUsingGET_1", "users", "GET /users", "find_all"),
        ("TeamRolesController_setRoles", "auth", "PUT /teams/{id}/roles", "set_team_roles"),
        ("AuthController_login", "users", "POST /login", "login"),
        ("Add_a_rule_rules_add_from_url_post", "rules", "POST /rules/add-from-url", "add_from_url"),
        ("get_list_files_v1_files", "files", "GET /v1/files", "list"),
        ("read_items_api_v1_items__get", "items", "GET /items/", "list"),
        ("read_root__get", "root", "GET /", "read"),
        ("GET--version-pets--id---format-", "pets", "GET /v2/pets/{id}", "get"),
        ("POST--version-pets---format-", "pets", "POST /v2/pets", "create"),
        ("messages_count_tokens_post", "messages", "POST /v1/messages/count_tokens", "count_tokens"),
        ("post_jobs_id_v2025.0", "jobs", "POST /jobs/{id}", "update"),
        ("put_s_x-6VMVochwUWo_schema#add", "s", "PUT /s/x-6VMVochwUWo/schema", "add"),
        ("listAppsV1NamespacedDaemonSet", "apps_v1", "GET /apis/apps/v1/sets", "list_namespaced_daemon_set"),
        ("list_users_users__get", "users", "GET /users/", "list"),
        ("read_item_api_v1_items__item_id__get", "items", "GET /api/v1/items/{item_id}", "read"),
        ("UsersController_findAll", "users", "GET /users", "find_all"),
        ("pubsub.projects.topics.list", "projects", "GET /v1/{project}/topics", "list_topics"),
        ("pubsub.projects.topics.getPolicy", "projects", "GET /v1/{x}:getPolicy", "get_topic_policy"),
        ("GET_DescribeInstances", "ec2", "GET /#Action=DescribeInstances", "describe_instances"),
        ("Users_Get", "Users", "GET /users/{id}", "get"),
        ("Users_GetAll", "Users", "GET /users", "list"),
        ("PetService_GetPet", "PetService", "GET /v1/pets/{id}", "get"),
        ("CatsController_findAll_v1", "cats", "GET /v1/cats", "find_all"),
        ("MyApp.UserController.index", "Users", "GET /users", "list"),
        ("UserController.updateById", "UserController", "PATCH /users/{id}", "update"),
        ("users.store", "users", "POST /users", "create"),
        ("users#show", "users", "GET /users/{id}", "show"),
        ("com.shop.OrderResource.cancelOrder_put", "orders", "PUT /orders/{id}/cancel", "cancel"),
        ("FormUpdateResource.updateFields_put", "apps", "PUT /forms/{id}/value", "update_fields"),
        ("users_partial_update", "users", "PATCH /users/{id}/", "partial_update"),
        ("users_set_password_create", "users", "POST /users/{id}/set_password/", "set_password"),
        ("v1_users_list", "users", "GET /api/v1/users/", "list"),
        ("networking_switch_port_create", "networking", "POST /networking/switch-port", "create_switch_port"),
        ("Users_ListByGroup", "Admin", "GET /groups/{id}/users", "list_users_by_group"),
        ("FetchAlphaSender", "MessagingV1AlphaSender", "GET /Services/{sid}/AlphaSenders/{id}", "fetch"),
    ],
)  # fmt: skip
def test_an_author_s_words(operation_id: str, tag: str, request_line: str, expected: str) -> None:
    assert named(request_line, tag, operation_id) == expected


@pytest.mark.parametrize(
    ("request_line", "tag", "expected"),
    [
        ("GET /v1/customers", "customers", "list"),
        ("POST /v1/customers", "customers", "create"),
        ("GET /v1/customers/{customer}", "customers", "get"),
        ("POST /v1/customers/{customer}", "customers", "update"),
        ("PUT /v1/customers/{customer}", "customers", "update"),
        ("DELETE /v1/customers/{customer}", "customers", "delete"),
        ("DELETE /v1/customers", "customers", "delete_all"),
        ("HEAD /v1/customers", "customers", "head"),
        ("GET /v1/customers/search", "customers", "search"),
        ("POST /v1/customers/{id}:grade", "customers", "grade"),
        ("POST /v1/{id}:grade", "customers", "grade"),
        ("GET /v1/customers:batchGrade", "customers", "batch_grade"),
        ("PUT /templates/security-customers/schema#add", "customers", "add_schema"),
        ("GET /v1/customers/{customer}/subscriptions", "customers", "list_subscriptions"),
        ("GET /v1/customers/{customer}/subscriptions/{id}", "customers", "get_subscription"),
        ("DELETE /v1/customers/{customer}/discount", "customers", "delete_discount"),
        ("POST /v1/invoices/{invoice}/mark_uncollectible", "invoices", "mark_uncollectible"),
        ("POST /v1/test_helpers/test_clocks", "test_helpers", "create_test_clock"),
        ("POST /v1/test_helpers/test_clocks/{id}/advance", "test_helpers", "advance_test_clock"),
        ("POST /load_balancers", "Load Balancers", "create"),
        ("POST /load_balancers/{id}/actions/add_target", "Load Balancer Actions", "add_target"),
        ("GET /load_balancers/{id}/actions", "Load Balancer Actions", "list"),
        ("POST /notifications/{ownerId}", "notifications", "create"),
        ("POST /topics/{id}:publish", "topics", "publish"),
        ("GET /Asset/list", "Assets", "list"),
        ("DELETE /api/2/users", "Admin", "delete_users"),
        ("POST /authorize", "all", "authorize"),
        ("OPTIONS /files/content", "files", "get_content_options"),
        ("OPTIONS /events", "events", "get_options"),
        ("GET /metadata/security-6VMVochwUWo/schema", "metadata", "get_security_schema"),
        ("PUT /users/{user_id}/folders/0", "folders", "update"),
        ("GET /files/{id}/securityClassification", "Classifications on files", "get"),
        ("POST /pools/{id}/recycle", "pools", "recycle"),
        ("DELETE /admin/realms/{realm}/events", "Realms Admin", "delete_events"),
    ],
)
def test_method_and_path(request_line: str, tag: str, expected: str) -> None:
    assert named(request_line, tag) == expected


def test_the_path_distinguishes_one_item_from_all() -> None:
    assert named("POST /files/content", "uploads") == named("POST /files/{id}/content", "uploads")
    assert "create_content_for_file" in longer("POST /files/{id}/content", "uploads")


def test_an_id_that_is_method_and_path_says_no_more_than_they_do() -> None:
    path = "/v1/customers/{customer}/sources"
    for said in ("GetCustomersCustomerSources", "get_v1_customers_id_sources", "customersCustomerSourcesGet"):
        assert named(f"GET {path}", "customers", said) == "list_sources"


def test_an_id_that_nearly_repeats_a_long_path_takes_no_time() -> None:
    path = "/" + "/".join(f"{{a{number}}}" for number in range(60))
    assert named(f"GET {path}", "things", "get" + "id" * 30 + "x") == "get" + "id" * 30 + "x"


def test_the_response_distinguishes_one_item_from_many() -> None:
    assert named("GET /settings", "Settings", returned=Scalar.ANY) == "get"
    assert named("GET /balance/history", "balance", returned=Named("Page")) == "list_history"
    assert named("GET /me/cart", "me", returned=Named("Cart")) == "get_cart"
    assert named("GET /items", "items", returned=Named("Cart")) == "list"
    assert named("GET /comments", "comments", "comments_get", Named("Page")) == "list"
    assert named("GET /tools", "tools", "getTool", Scalar.ANY) == "get"
    assert named("GET /comments/{id}", "comments", "comments_get", Named("Page")) == "get"
    assert named("GET /board", "game", returned=ListOf(ListOf(Scalar.STRING))) == "get_board"


def test_the_longer_names_say_whose_it_is_and_have_nouns_as_they_are_written() -> None:
    names = longer("POST /issues/{id}/check", "Issues", "checkUserForIssue")
    assert names[:2] == ["check_user", "check_user_for_issue"]
    names = longer("GET /projects/{id}/merge_requests/{request_id}", "Projects")
    assert names[0] == "get_merge_request"
    assert "get_merge_requests" in names


@pytest.mark.parametrize(
    ("act", "name"),
    [
        ("approve", "delete_approve"),
        ("star", "delete_star"),
        ("clear", "clear"),
        ("terminate", "terminate"),
        ("unfollow", "unfollow"),
    ],
)
def test_delete_takes_an_act_back_if_it_can_be_taken_back(act: str, name: str) -> None:
    assert named(f"DELETE /commits/{{id}}/{act}", "Commits") == name
