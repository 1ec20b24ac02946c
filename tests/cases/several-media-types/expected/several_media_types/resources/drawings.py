"""The operations of `Drawings`, under `/drawings`."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, Literal, overload

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._alternatives import Bodies, Taken
from .._runtime._multipart import File, checked, multipart_content
from .._runtime._stream import AsyncStream, Stream, StreamOperation
from .._runtime._upload import FileContent, bytes_content

if TYPE_CHECKING:
    from .. import params

_REPLACE: Operation[None] = Operation(
    id="replaceDrawing",
    method="PUT",
    path="/drawings",
    successes={204: None},
    optional_body=True,
    spread_body=True,
)

_REPLACE__BODIES = Bodies(
    {
        "application/json": Taken(optional=("kind", "name")),
        "application/vnd.drawing+json": Taken(optional=("kind", "name")),
        "application/*+json": Taken(optional=("body",)),
        "*/*": Taken(optional=("body",), files=("body",)),
    }
)


def _replace(kind: Any, name: Any, body: Any, content_type: Any) -> Request[None]:
    match _REPLACE__BODIES.chosen(content_type, {"kind": kind, "name": name, "body": body}):
        case "application/json":
            return _REPLACE.request(
                json=models.ReplaceDrawingRequest(
                    kind=models.DrawingKind.NEW if kind is UNSET else kind, name=name
                )
            )
        case "application/vnd.drawing+json":
            return _REPLACE.request(
                headers={"content-type": "application/vnd.drawing+json"},
                json=models.ReplaceDrawingRequestModel(
                    kind=models.ReplaceDrawingKind.OLD if kind is UNSET else kind, name=name
                ),
            )
        case "application/*+json":
            return _REPLACE.request(
                headers={"content-type": content_type}, json=body, is_whole=True
            )
        case _:
            return _REPLACE.request(content=bytes_content(content_type, body), is_whole=True)


_EDIT: Operation[models.Drawing] = Operation(
    id="editDrawing",
    method="POST",
    path="/drawings",
    successes={200: models.Drawing},
    spread_body=True,
)

_EDIT__BODIES = Bodies(
    {
        "application/json": Taken(required=("images", "prompt"), optional=("mask", "stream")),
        "multipart/form-data": Taken(
            required=("image", "prompt"), optional=("mask", "stream"), files=("image", "mask")
        ),
    }
)

_EDIT__STREAM: StreamOperation[models.Progress] = StreamOperation(
    id="editDrawing",
    method="POST",
    path="/drawings",
    successes={200: {"text/event-stream": models.Progress}},
    spread_body=True,
)


def _edit(
    images: Any, prompt: Any, mask: Any, stream: Any, image: Any, content_type: Any
) -> Request[models.Drawing]:
    match _EDIT__BODIES.chosen(
        content_type,
        {"images": images, "prompt": prompt, "mask": mask, "stream": stream, "image": image},
    ):
        case "application/json":
            return _EDIT.request(
                json=models.DrawingEdit(images=images, prompt=prompt, mask=mask, stream=stream)
            )
        case _:
            return _EDIT.request(
                content=multipart_content(
                    "multipart/form-data",
                    checked({"image": image, "prompt": prompt, "mask": mask, "stream": stream}),
                    files=["image", "mask"],
                )
            )


class Drawings(Resource):
    """The operations of `Drawings`, under `/drawings`."""

    @overload
    def replace(
        self,
        *,
        kind: params.DrawingKind = models.DrawingKind.NEW,
        name: str | UnsetType = UNSET,
        content_type: Literal["application/json"] = "application/json",
    ) -> None: ...
    @overload
    def replace(
        self,
        *,
        content_type: Literal["application/vnd.drawing+json"],
        kind: params.ReplaceDrawingKind = models.ReplaceDrawingKind.OLD,
        name: str | UnsetType = UNSET,
    ) -> None: ...
    @overload
    def replace(self, *, content_type: str, body: Sequence[str] | UnsetType = UNSET) -> None: ...
    @overload
    def replace(self, *, content_type: str, body: FileContent | UnsetType = UNSET) -> None: ...
    def replace(
        self,
        *,
        kind: params.DrawingKind | params.ReplaceDrawingKind | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        body: Sequence[str] | FileContent | UnsetType = UNSET,
        content_type: str | UnsetType = UNSET,
    ) -> None:
        """Replace drawing.

        ``PUT /drawings``

        Args:
            kind: For `application/json` and `application/vnd.drawing+json` only.
            name: For `application/json` and `application/vnd.drawing+json` only.
            body: For `application/*+json` and `*/*` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return self._send(_replace(kind, name, body, content_type))

    @overload
    def edit(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: Literal[True],
        content_type: Literal["application/json"] = "application/json",
    ) -> Stream[models.Progress]: ...
    @overload
    def edit(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: Literal[False] | UnsetType = UNSET,
        content_type: Literal["application/json"] = "application/json",
    ) -> models.Drawing: ...
    @overload
    def edit(
        self,
        *,
        image: Sequence[File],
        prompt: str,
        mask: File | UnsetType = UNSET,
        stream: Literal[True],
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> Stream[models.Progress]: ...
    @overload
    def edit(
        self,
        *,
        image: Sequence[File],
        prompt: str,
        mask: File | UnsetType = UNSET,
        stream: Literal[False] | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> models.Drawing: ...
    def edit(
        self,
        *,
        images: Sequence[str] | UnsetType = UNSET,
        prompt: str | UnsetType = UNSET,
        mask: str | File | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        image: Sequence[File] | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> Stream[models.Progress] | models.Drawing:
        """Edit drawing.

        ``POST /drawings``

        Args:
            images: The places of the images. For `application/json` only.
            prompt: What to change.
            mask: The place of the mask. Or: The mask.
            stream: The server's default is `false`.
            image: The images. For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.

        Returns:
            The drawing. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return self._send(
                _EDIT__STREAM.stream(_edit(images, prompt, mask, stream, image, content_type))
            )
        return self._send(_edit(images, prompt, mask, stream, image, content_type))


class AsyncDrawings(AsyncResource):
    """The operations of `Drawings`, under `/drawings`.

    Async counterpart of `Drawings`.
    """

    @overload
    async def replace(
        self,
        *,
        kind: params.DrawingKind = models.DrawingKind.NEW,
        name: str | UnsetType = UNSET,
        content_type: Literal["application/json"] = "application/json",
    ) -> None: ...
    @overload
    async def replace(
        self,
        *,
        content_type: Literal["application/vnd.drawing+json"],
        kind: params.ReplaceDrawingKind = models.ReplaceDrawingKind.OLD,
        name: str | UnsetType = UNSET,
    ) -> None: ...
    @overload
    async def replace(
        self, *, content_type: str, body: Sequence[str] | UnsetType = UNSET
    ) -> None: ...
    @overload
    async def replace(
        self, *, content_type: str, body: FileContent | UnsetType = UNSET
    ) -> None: ...
    async def replace(
        self,
        *,
        kind: params.DrawingKind | params.ReplaceDrawingKind | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        body: Sequence[str] | FileContent | UnsetType = UNSET,
        content_type: str | UnsetType = UNSET,
    ) -> None:
        """Replace drawing.

        ``PUT /drawings``

        Args:
            kind: For `application/json` and `application/vnd.drawing+json` only.
            name: For `application/json` and `application/vnd.drawing+json` only.
            body: For `application/*+json` and `*/*` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.
        """
        return await self._send(_replace(kind, name, body, content_type))

    @overload
    def edit(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: Literal[True],
        content_type: Literal["application/json"] = "application/json",
    ) -> AsyncStream[models.Progress]: ...
    @overload
    async def edit(
        self,
        *,
        images: Sequence[str],
        prompt: str,
        mask: str | UnsetType = UNSET,
        stream: Literal[False] | UnsetType = UNSET,
        content_type: Literal["application/json"] = "application/json",
    ) -> models.Drawing: ...
    @overload
    def edit(
        self,
        *,
        image: Sequence[File],
        prompt: str,
        mask: File | UnsetType = UNSET,
        stream: Literal[True],
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> AsyncStream[models.Progress]: ...
    @overload
    async def edit(
        self,
        *,
        image: Sequence[File],
        prompt: str,
        mask: File | UnsetType = UNSET,
        stream: Literal[False] | UnsetType = UNSET,
        content_type: Literal["multipart/form-data"] = "multipart/form-data",
    ) -> models.Drawing: ...
    def edit(
        self,
        *,
        images: Sequence[str] | UnsetType = UNSET,
        prompt: str | UnsetType = UNSET,
        mask: str | File | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        image: Sequence[File] | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] | UnsetType = UNSET,
    ) -> AsyncStream[models.Progress] | Coroutine[Any, Any, models.Drawing]:
        """Edit drawing.

        ``POST /drawings``

        Args:
            images: The places of the images. For `application/json` only.
            prompt: What to change.
            mask: The place of the mask. Or: The mask.
            stream: The server's default is `false`.
            image: The images. For `multipart/form-data` only.
            content_type: The media type of the body. The other arguments determine it if none
                is given.

        Returns:
            The drawing. A stream of items with `stream=True`: use it in a `with` block.
        """
        if stream is True:
            return _EDIT__STREAM.async_stream(
                self._send, _edit(images, prompt, mask, stream, image, content_type)
            )
        return self._send(_edit(images, prompt, mask, stream, image, content_type))
