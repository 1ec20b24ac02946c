"""The operations of `recognised`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Request, Resource
from .._runtime._pages import AsyncPager, Page, PagedOperation
from .._runtime._paging import ByCursor, ByOffset, ByURL

_AIRTABLE: PagedOperation[models.Row, models.AirtableResponse] = PagedOperation(
    id="airtable",
    method="GET",
    path="/airtable",
    successes={200: models.AirtableResponse},
    pages=ByCursor(query="offset", items=("records",), next=("offset",)),
)


def _airtable(
    offset: str | None | UnsetType, page_size: int | UnsetType
) -> Request[models.AirtableResponse]:
    return _AIRTABLE.request(query={"offset": offset, "pageSize": page_size})


_REDDIT: PagedOperation[models.Row, models.RedditResponse] = PagedOperation(
    id="reddit",
    method="GET",
    path="/reddit",
    successes={200: models.RedditResponse},
    pages=ByCursor(query="after", items=("data", "children"), next=("data", "after")),
)


def _reddit(
    after: str | None | UnsetType, before: str | UnsetType, limit: int | UnsetType
) -> Request[models.RedditResponse]:
    return _REDDIT.request(query={"after": after, "before": before, "limit": limit})


_CHARGEBEE: PagedOperation[models.Row, models.ChargebeeResponse] = PagedOperation(
    id="chargebee",
    method="GET",
    path="/chargebee",
    successes={200: models.ChargebeeResponse},
    pages=ByCursor(query="offset", items=("list_",), next=("next_offset",)),
)


def _chargebee(offset: str | None | UnsetType) -> Request[models.ChargebeeResponse]:
    return _CHARGEBEE.request(query={"offset": offset})


_HEROKU: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="heroku",
    method="GET",
    path="/heroku",
    successes={206: list[models.Row], 200: list[models.Row]},
    pages=ByCursor(request_header="Range", header="next-range"),
)


def _heroku(range: str | None | UnsetType) -> Request[list[models.Row]]:
    return _HEROKU.request(headers={"Range": range})


_COSMOS: PagedOperation[models.Row, models.CosmosResponse] = PagedOperation(
    id="cosmos",
    method="POST",
    path="/cosmos",
    successes={200: models.CosmosResponse},
    optional_body=True,
    spread_body=True,
    pages=ByCursor(
        request_header="x-ms-continuation", header="x-ms-continuation", items=("documents",)
    ),
)


def _cosmos(
    query: str | UnsetType, x_ms_continuation: str | None | UnsetType
) -> Request[models.CosmosResponse]:
    return _COSMOS.request(
        headers={"x-ms-continuation": x_ms_continuation}, json=models.CosmosRequest(query=query)
    )


_TOKEN_IN_HEADER: PagedOperation[models.Row, list[models.Row]] = PagedOperation(
    id="tokenInHeader",
    method="GET",
    path="/token-in-header",
    successes={200: list[models.Row]},
    pages=ByCursor(query="cursor", header="x-next-cursor"),
)


def _token_in_header(cursor: str | None | UnsetType) -> Request[list[models.Row]]:
    return _TOKEN_IN_HEADER.request(query={"cursor": cursor})


_STAC: PagedOperation[models.Row, models.StacResponse] = PagedOperation(
    id="stac",
    method="GET",
    path="/stac",
    successes={200: {"application/geo+json": models.StacResponse}},
    pages=ByURL(items=("features",), next=("links",)),
)


def _stac(limit: int | UnsetType) -> Request[models.StacResponse]:
    return _STAC.request(query={"limit": limit})


_FHIR: PagedOperation[models.Row, models.FhirResponse] = PagedOperation(
    id="fhir",
    method="GET",
    path="/fhir",
    successes={200: {"application/fhir+json": models.FhirResponse}},
    pages=ByURL(items=("entry",), next=("link",)),
)


def _fhir() -> Request[models.FhirResponse]:
    return _FHIR.request()


_ELASTIC: PagedOperation[models.HitHitsHit, models.HitsResponse] = PagedOperation(
    id="elastic",
    method="POST",
    path="/elastic",
    successes={200: models.HitsResponse},
    optional_body=True,
    spread_body=True,
    pages=ByOffset(body=("from",), items=("hits", "hits"), first=0),
)


def _elastic(from_: int | None | UnsetType, size: int | UnsetType) -> Request[models.HitsResponse]:
    return _ELASTIC.request(
        json=models.ElasticRequest(from_=UNSET if from_ is None else from_, size=size)
    )


class Recognised(Resource):
    """The operations of `recognised`."""

    def airtable(
        self, *, offset: str | None | UnsetType = UNSET, page_size: int | UnsetType = UNSET
    ) -> Page[models.Row, models.AirtableResponse]:
        """Airtable.

        ``GET /airtable``

        Returns:
            Records. Iterate over the result for the items of all pages.
        """
        return self._send(_AIRTABLE.page(_airtable(offset, page_size)))

    def reddit(
        self,
        *,
        after: str | None | UnsetType = UNSET,
        before: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> Page[models.Row, models.RedditResponse]:
        """Reddit.

        ``GET /reddit``

        Returns:
            A listing. Iterate over the result for the items of all pages.
        """
        return self._send(_REDDIT.page(_reddit(after, before, limit)))

    def chargebee(
        self, *, offset: str | None | UnsetType = UNSET
    ) -> Page[models.Row, models.ChargebeeResponse]:
        """Chargebee.

        ``GET /chargebee``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_CHARGEBEE.page(_chargebee(offset)))

    def heroku(
        self, *, range: str | None | UnsetType = UNSET
    ) -> Page[models.Row, list[models.Row]]:
        """Heroku.

        ``GET /heroku``

        Returns:
            Rows, or a part of them. Iterate over the result for the items of all pages.
        """
        return self._send(_HEROKU.page(_heroku(range)))

    def cosmos(
        self, *, query: str | UnsetType = UNSET, x_ms_continuation: str | None | UnsetType = UNSET
    ) -> Page[models.Row, models.CosmosResponse]:
        """Cosmos.

        ``POST /cosmos``

        Returns:
            Documents. Iterate over the result for the items of all pages.
        """
        return self._send(_COSMOS.page(_cosmos(query, x_ms_continuation)))

    def token_in_header(
        self, *, cursor: str | None | UnsetType = UNSET
    ) -> Page[models.Row, list[models.Row]]:
        """Token in header.

        ``GET /token-in-header``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return self._send(_TOKEN_IN_HEADER.page(_token_in_header(cursor)))

    def stac(self, *, limit: int | UnsetType = UNSET) -> Page[models.Row, models.StacResponse]:
        """Stac.

        ``GET /stac``

        Returns:
            Features. Iterate over the result for the items of all pages.
        """
        return self._send(_STAC.page(_stac(limit)))

    def fhir(self) -> Page[models.Row, models.FhirResponse]:
        """Fhir.

        ``GET /fhir``

        Returns:
            A bundle. Iterate over the result for the items of all pages.
        """
        return self._send(_FHIR.page(_fhir()))

    def elastic(
        self, *, from_: int | None | UnsetType = UNSET, size: int | UnsetType = UNSET
    ) -> Page[models.HitHitsHit, models.HitsResponse]:
        """Elastic.

        ``POST /elastic``

        Args:
            from_: The server's default is `0`.

        Returns:
            What was found. Iterate over the result for the items of all pages.
        """
        return self._send(_ELASTIC.page(_elastic(from_, size)))


class AsyncRecognised(AsyncResource):
    """The operations of `recognised`.

    Async counterpart of `Recognised`.
    """

    def airtable(
        self, *, offset: str | None | UnsetType = UNSET, page_size: int | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.AirtableResponse]:
        """Airtable.

        ``GET /airtable``

        Returns:
            Records. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _AIRTABLE.async_page(_airtable(offset, page_size)))

    def reddit(
        self,
        *,
        after: str | None | UnsetType = UNSET,
        before: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
    ) -> AsyncPager[models.Row, models.RedditResponse]:
        """Reddit.

        ``GET /reddit``

        Returns:
            A listing. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _REDDIT.async_page(_reddit(after, before, limit)))

    def chargebee(
        self, *, offset: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.ChargebeeResponse]:
        """Chargebee.

        ``GET /chargebee``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _CHARGEBEE.async_page(_chargebee(offset)))

    def heroku(
        self, *, range: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """Heroku.

        ``GET /heroku``

        Returns:
            Rows, or a part of them. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _HEROKU.async_page(_heroku(range)))

    def cosmos(
        self, *, query: str | UnsetType = UNSET, x_ms_continuation: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.CosmosResponse]:
        """Cosmos.

        ``POST /cosmos``

        Returns:
            Documents. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _COSMOS.async_page(_cosmos(query, x_ms_continuation)))

    def token_in_header(
        self, *, cursor: str | None | UnsetType = UNSET
    ) -> AsyncPager[models.Row, list[models.Row]]:
        """Token in header.

        ``GET /token-in-header``

        Returns:
            Rows. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _TOKEN_IN_HEADER.async_page(_token_in_header(cursor)))

    def stac(
        self, *, limit: int | UnsetType = UNSET
    ) -> AsyncPager[models.Row, models.StacResponse]:
        """Stac.

        ``GET /stac``

        Returns:
            Features. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _STAC.async_page(_stac(limit)))

    def fhir(self) -> AsyncPager[models.Row, models.FhirResponse]:
        """Fhir.

        ``GET /fhir``

        Returns:
            A bundle. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _FHIR.async_page(_fhir()))

    def elastic(
        self, *, from_: int | None | UnsetType = UNSET, size: int | UnsetType = UNSET
    ) -> AsyncPager[models.HitHitsHit, models.HitsResponse]:
        """Elastic.

        ``POST /elastic``

        Args:
            from_: The server's default is `0`.

        Returns:
            What was found. Iterate over the result for the items of all pages.
        """
        return AsyncPager(self._send, _ELASTIC.async_page(_elastic(from_, size)))
