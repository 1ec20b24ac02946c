import typing

import pytest

NULLS = {
    "text": "t",
    "reason": None,
    "usage": None,
    "delta": None,
    "either": None,
    "kind": None,
    "items": [None, 1],
    "table": {"a": None},
    "size": None,
    "note": None,
}


def given(models, value):
    return {name: value[name] for name in models.Chunk.__struct_fields__ if name in value}


def test_null_is_read_and_sent(client, strict, models, server):
    server.answers(200, NULLS)
    chunk = strict.chunks.replace(**given(models, NULLS))
    assert server.received.json == NULLS
    assert client.chunks.replace(**given(models, NULLS)) == chunk
    assert chunk == models.Chunk(**given(models, NULLS))
    assert (chunk.usage, chunk.delta, chunk.table) == (None, None, {"a": None})


def test_other_values_have_their_types(strict, models, server):
    value = NULLS | {"reason": "stop", "usage": {"tokens": 3}, "delta": {}, "either": {"tokens": 1}, "items": None}
    server.answers(200, value)
    chunk = strict.chunks.replace(**given(models, NULLS))
    assert (chunk.reason, chunk.usage) == (models.ChunkReason.STOP, models.Usage(tokens=3))
    assert (type(chunk.delta), type(chunk.either), chunk.items) == (models.Delta, models.Usage, None)


def test_null_is_refused_where_nullable_is_false(strict, package, server):
    server.answers(200, NULLS | {"text": None})
    with pytest.raises(package.APIResponseError, match="text"):
        strict.chunks.replace(**NULLS)


def test_the_annotations_allow_null(models):
    hints = typing.get_type_hints(models.Chunk)
    nullable = {name for name, hint in hints.items() if type(None) in typing.get_args(hint)}
    assert nullable == set(NULLS) - {"text", "table"}
