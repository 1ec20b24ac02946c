"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "list_users_users__get": "#/paths/~1users~1/get",
    "create_user_users__post": "#/paths/~1users~1/post",
    "get_user_users__user_id__get": "#/paths/~1users~1{user_id}/get",
    "delete_user_users__user_id__delete": "#/paths/~1users~1{user_id}/delete",
    "loginAccessTokenLoginPost": "#/paths/~1login/post",
    "CatsController_findAll": "#/paths/~1cats/get",
    "findAll": "#/paths/~1pets/get",
    "findAll_1": "#/paths/~1owners/get",
    "drive.files.list": "#/paths/~1files/get",
    "get_token_token_post": "#/paths/~1token/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {"GetTokenRequest": "#/components/schemas/Body_get_token_token_post"}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {}
"""Models with properties from other schemas: the names of the properties, by schema."""
