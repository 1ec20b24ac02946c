"""The words by which parameters and properties of pages are recognised, without case and separators."""

from __future__ import annotations

import re

TOKENS = frozenset({
    "after", "aftercursor", "continuationtoken", "continue", "cursor", "marker", "next",
    "nextcursor", "nextpage", "nextpagetoken", "nexttoken", "pageafter", "pagecursor", "pagekey",
    "pagetoken", "paginationtoken", "startafter", "startcursor", "startingafter", "startkey",
    "startingtoken",
})  # fmt: skip
"""Parameters that take a token, unless they are numbers."""

NEXT_TOKENS = frozenset({
    "continuationtoken", "endcursor", "nextcontinuationtoken", "nextcursor", "nextkey",
    "nextmarker", "nextpagecursor", "nextpagekey", "nextpageoffset", "nextpagetoken",
    "nextstartingafter", "nexttoken",
})  # fmt: skip
"""Properties of a response that are the token of the next page, wherever they are."""

INNER_TOKENS = frozenset({"after", "cursor", "next", "nextpage", "startingafter"})
"""The same, in an object that is about pages, or if the description says so."""

LAST_IDS = frozenset({"after", "afterid", "lastid", "startafter", "startafterid", "startingafter"})
"""Parameters that take the id of the last item."""

NEXT_URLS = frozenset({
    "nexthref", "nextlink", "nextpagelink", "nextpageuri", "nextpageurl", "nexturi", "nexturl",
    "nextrecordsurl", "odatanextlink",
})  # fmt: skip

LINKS = frozenset({"link", "links"})
"""Objects whose properties are URLs by relation, as in JSON:API and HAL."""

CONTAINERS = frozenset({
    "cursor", "cursors", "data", "info", "meta", "metadata", "navigation", "next", "nextpage",
    "page", "pageinfo", "pager", "pages", "paging", "pagination", "response", "responsemetadata",
    "result", "resultinfo", *LINKS,
})  # fmt: skip
"""Objects in a response that may have the property for the next page."""

NUMBERS = frozenset({"currentpage", "page", "pageno", "pagenum", "pagenumber"})
OFFSETS = frozenset({"offset", "pageoffset", "skip", "startat", "startindex"})
SIZES = frozenset({
    "batchsize", "count", "itemsperpage", "limit", "max", "maxitems", "maxresults", "numresults",
    "pagelimit", "pagesize", "perpage", "resultsperpage", "rows", "size", "take", "top",
})  # fmt: skip
"""Parameters for the number of items on a page."""

MORE = frozenset({"hasmore", "hasnext", "hasnextpage", "more", "moreresults", "nextpage"})
"""Booleans that are false on the last page."""

TOTALS = frozenset({
    "itemstotal", "total", "totalcount", "totalelements", "totalentries", "totalhits", "totalitems",
    "totalrecords", "totalresults", "totalrows", "totalsize",
})  # fmt: skip
PAGE_COUNTS = frozenset({
    "lastpage", "numpages", "numberofpages", "pagecount", "pages", "pagestotal", "totalpage",
    "totalpages",
})  # fmt: skip
CURRENT = frozenset({"currentpage", "number", "page", "pagenumber"})
"""The number of the page, in a response."""

CONTENTS = frozenset({
    "children", "content", "contents", "data", "elements", "entries", "entry", "hits", "items", "list",
    "objects", "records", "resources", "results", "rows", "value", "values",
})  # fmt: skip
"""Names of lists in a response that always are its items."""

ASIDE = frozenset({
    "columns", "errors", "facets", "fields", "filters", "included", "link", "links", "messages", "order",
    "orders", "schemas", "sort", "warnings",
})  # fmt: skip
"""Lists of a response that are not its items."""

WRAPPERS = frozenset({"data", "embedded", "hits", "meta", "payload", "response", "result", "results"})
"""Objects of a response that may have the list of items."""

ABOUT_PAGES = re.compile(
    "count|cursor|first|index|kind|last|limit|link|marker|meta|more|next|number|object|offset|page|paging|per|prev"
    "|request|result|size|start|status|success|token|total|type|url|version"
)
"""Words in the names of the other properties of a page."""
