"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict
from uuid import UUID

from . import models


class FilterDict(TypedDict):
    """`models.Filter` as a dict."""

    state: NotRequired[State]
    since: NotRequired[datetime.date]


class ChatDict(TypedDict):
    """`models.Chat` as a dict."""

    messages: Sequence[Message]
    owner: NotRequired[UUID | str]
    state: NotRequired[State]
    model: NotRequired[ChatModel]
    labels: NotRequired[Mapping[str, Sequence[str]]]
    places: NotRequired[Mapping[str, Place]]
    answer: NotRequired[ChatAnswer | None]
    tree: NotRequired[Tree]
    open: NotRequired[Open]


class SystemDict(TypedDict):
    """`models.System` as a dict."""

    role: SystemRole
    content: str


class UserDict(TypedDict):
    """`models.User` as a dict."""

    role: UserRole
    content: str | Sequence[Part]
    sentAt: NotRequired[datetime.datetime]


PartDict = TypedDict(
    "PartDict",
    {
        "text": "str",
        "x-weight": "NotRequired[float]",
        "str": "NotRequired[str]",
        "self": "NotRequired[str]",
        "state": "NotRequired[State]",
    },
)
"""`models.Part` as a dict."""


class TextDict(TypedDict):
    """`models.Text` as a dict."""

    text: str


class ChoiceDict(TypedDict):
    """`models.Choice` as a dict."""

    options: Sequence[str]


class PlaceDict(TypedDict):
    """`models.Place` as a dict."""

    postalCode: str
    state: NotRequired[State]


class TreeDict(TypedDict):
    """`models.Tree` as a dict."""

    name: str
    children: NotRequired[Sequence[Tree]]


class OpenDict(TypedDict):
    """`models.Open` as a dict."""

    name: NotRequired[str]


State: TypeAlias = models.State | Literal["open", "closed"]
ChatModelKind: TypeAlias = models.ChatModelKind | Literal["large", "small"]
SystemRole: TypeAlias = models.SystemRole | Literal["system"]
UserRole: TypeAlias = models.UserRole | Literal["user"]
Filter: TypeAlias = models.Filter | FilterDict
Chat: TypeAlias = models.Chat | ChatDict
System: TypeAlias = models.System | SystemDict
User: TypeAlias = models.User | UserDict
Part: TypeAlias = models.Part | PartDict
Text: TypeAlias = models.Text | TextDict
Choice: TypeAlias = models.Choice | ChoiceDict
Place: TypeAlias = models.Place | PlaceDict
Tree: TypeAlias = models.Tree | TreeDict
Open: TypeAlias = models.Open | OpenDict

if TYPE_CHECKING:
    Message: TypeAlias = models.Message | SystemDict | UserDict
    ChatModel: TypeAlias = models.ChatModel | ChatModelKind | str
    ChatAnswer: TypeAlias = models.ChatAnswer | TextDict | ChoiceDict
else:
    Message = models.Message
    ChatModel = models.ChatModel
    ChatAnswer = models.ChatAnswer
