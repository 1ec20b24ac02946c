"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct, constant_field, read_only_field

if TYPE_CHECKING:
    from . import params as _params


class State(OpenEnum):
    """Used by `chats.list`."""

    OPEN = "open"
    CLOSED = "closed"


class ChatModelKind(OpenEnum):
    """Member of the union `ChatModel`."""

    LARGE = "large"
    SMALL = "small"


class SystemRole(OpenEnum):
    """Field `role` of `System`."""

    SYSTEM = "system"


class UserRole(OpenEnum):
    """Field `role` of `User`."""

    USER = "user"


class AuthorRank(OpenEnum):
    """Field `rank` of `Author`."""

    CHIEF = "chief"
    OTHER = "other"


class Filter(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Argument `filter` of `chats.list`."""

    state: State | UnsetType = UNSET
    since: datetime.date | UnsetType = UNSET

    def __init__(
        self, *, state: _params.State | UnsetType = UNSET, since: datetime.date | UnsetType = UNSET
    ) -> None: ...


class Chat(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `chats.replace_chats` and `chats.create`."""

    id: str | UnsetType = read_only_field(UNSET)
    """Only in responses."""
    author: Author | UnsetType = read_only_field(UNSET)
    """Only in responses."""
    messages: list[Message]
    owner: UUID | UnsetType = UNSET
    state: State | UnsetType = UNSET
    model: ChatModel | UnsetType = UNSET
    labels: dict[str, list[str]] | UnsetType = UNSET
    places: dict[str, Place] | UnsetType = UNSET
    answer: ChatAnswer | None | UnsetType = UNSET
    tree: Tree | UnsetType = UNSET
    open: Open | UnsetType = UNSET

    def __init__(
        self,
        *,
        messages: Sequence[_params.Message],
        id: str | UnsetType = UNSET,
        author: Author | UnsetType = UNSET,
        owner: UUID | str | UnsetType = UNSET,
        state: _params.State | UnsetType = UNSET,
        model: _params.ChatModel | UnsetType = UNSET,
        labels: Mapping[str, Sequence[str]] | UnsetType = UNSET,
        places: Mapping[str, _params.Place] | UnsetType = UNSET,
        answer: _params.ChatAnswer | None | UnsetType = UNSET,
        tree: _params.Tree | UnsetType = UNSET,
        open: _params.Open | UnsetType = UNSET,
    ) -> None: ...


class System(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `Message`."""

    role: SystemRole = constant_field(SystemRole.SYSTEM)
    content: str

    def __init__(self, *, content: str, role: _params.SystemRole = SystemRole.SYSTEM) -> None: ...


class User(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `Message`."""

    role: UserRole = constant_field(UserRole.USER)
    content: str | list[Part]
    sent_at: datetime.datetime | UnsetType = msgspec.field(default=UNSET, name="sentAt")

    def __init__(
        self,
        *,
        content: str | Sequence[_params.Part],
        role: _params.UserRole = UserRole.USER,
        sent_at: datetime.datetime | UnsetType = UNSET,
    ) -> None: ...


class Part(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `content` of `User`."""

    text: str
    x_weight: JsonNumber | UnsetType = msgspec.field(default=UNSET, name="x-weight")
    str_: str | UnsetType = msgspec.field(default=UNSET, name="str")
    self: str | UnsetType = UNSET
    state: State | UnsetType = UNSET

    def __init__(
        _self,
        *,
        text: str,
        x_weight: JsonNumber | UnsetType = UNSET,
        str_: str | UnsetType = UNSET,
        self: str | UnsetType = UNSET,
        state: _params.State | UnsetType = UNSET,
    ) -> None: ...


class Author(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Field `author` of `Chat`."""

    names: list[AuthorName] | UnsetType = UNSET
    rank: AuthorRank | UnsetType = UNSET


class AuthorName(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `names` of `Author`."""

    text: str | UnsetType = UNSET


class Text(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ChatAnswer`."""

    text: str


class Choice(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `ChatAnswer`."""

    options: list[str]

    def __init__(self, *, options: Sequence[str]) -> None: ...


class Place(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `forms.create`."""

    postal_code: str = msgspec.field(name="postalCode")
    state: State | UnsetType = UNSET

    def __init__(self, *, postal_code: str, state: _params.State | UnsetType = UNSET) -> None: ...


class Tree(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    name: str
    children: list[Tree] | UnsetType = UNSET

    def __init__(
        self, *, name: str, children: Sequence[_params.Tree] | UnsetType = UNSET
    ) -> None: ...


class Open(OpenObject):
    """Field `open` of `Chat`."""

    name: str | UnsetType = UNSET
    additional_properties: dict[str, Place] = msgspec.field(default={})
    """Properties without a field of their own, by name."""

    def __init__(
        self,
        *,
        name: str | UnsetType = UNSET,
        additional_properties: Mapping[str, _params.Place] = ...,
    ) -> None: ...


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    Message: TypeAlias = System | User | Unknown
    """Field `messages` of `Chat`.

    The property `role` identifies the type.
    """

    ChatModel: TypeAlias = ChatModelKind | str
    """Field `model` of `Chat`."""

    ChatAnswer: TypeAlias = Text | Choice | Unknown
    """Field `answer` of `Chat`."""
else:
    from ._runtime._union import one_of

    Message = one_of(
        "Message",
        lambda: (System, User),
        by="role",
        mapping=lambda: {"system": System, "user": User},
    )
    ChatModel = one_of("ChatModel", lambda: (ChatModelKind, str))
    ChatAnswer = one_of("ChatAnswer", lambda: (Text, Choice))
