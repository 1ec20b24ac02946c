"""Streams beside a usual result, alone, and of events by name."""

import json

import pytest

from tests.snippets import of_section

EVENTS = "text/event-stream"


def answers(server, *events: tuple[str, object]) -> None:
    """Set a stream of events: their names, and their data as JSON or as a text."""
    said = ((name, data if isinstance(data, str) else json.dumps(data)) for name, data in events)
    text = "".join(f"event: {name}\ndata: {data}\n\n" if name else f"data: {data}\n\n" for name, data in said)
    server.answers_with(200, text.encode(), EVENTS)


def test_the_argument_asks_for_a_stream(client, models, server):
    answers(server, ("", {"delta": "Hel"}), ("", {"delta": "lo"}), ("", "[DONE]"))
    parts = client.completions.create(prompt="Hi", stream=True)
    assert [*parts] == [models.Part(delta="Hel"), models.Part(delta="lo")]
    assert server.received.json == {"prompt": "Hi", "stream": True}
    assert server.received.headers["accept"].startswith(EVENTS)


@pytest.mark.parametrize("asked", [{}, {"stream": False}, {"stream": None}])
def test_without_it_the_result_is_the_usual_one(client, models, server, asked):
    server.answers(200, {"text": "Hello"})
    assert client.completions.create(prompt="Hi", **asked) == models.Completion(text="Hello")
    assert server.received.json == {"prompt": "Hi", **asked}
    assert EVENTS not in server.received.headers["accept"]


def test_an_argument_that_is_true_by_default(client, models, server):
    answers(server, ("thread.created", {"text": "Hi"}))
    with pytest.warns(DeprecationWarning):
        events = client.threads.run("a")
    (event,) = events
    assert event == models.ThreadCreated(event=event.event, data=models.Completion(text="Hi"))
    server.answers(200, {"text": "Hello"})
    with pytest.warns(DeprecationWarning):
        assert client.threads.run("a", stream=False) == models.Completion(text="Hello")
    assert server.received.line == "POST /threads/a/run?stream=false"


def test_events_by_name_are_a_union(client, package, models, server):
    part, unknown = {"delta": "x"}, {"a": 1}
    answers(server, ("part.added", part), ("strange", unknown), ("done", "[DONE]"), ("part.added", part))
    with pytest.warns(DeprecationWarning):
        events = client.threads.run("a", stream=True)
    added, strange, done, last = events
    assert added.data == last.data == models.Part(delta="x")
    assert isinstance(strange, package.Unknown)
    assert type(done) is models.Finished


def test_the_id_of_an_event_is_a_number_where_the_document_says_so(client, models, server):
    event = 'id: 7\nevent: part.added\ndata: {"delta": "x"}\n\n'
    server.answers_with(200, (event + event.replace("7", "a7")).encode(), EVENTS)
    with pytest.warns(DeprecationWarning):
        numbered, other = client.threads.run("a", stream=True)
    assert numbered == models.PartAdded(event="part.added", id=7, data=models.Part(delta="x"))
    assert "a7" in repr(other)


def test_an_event_that_is_not_documented_and_named_error_is_raised(client, package, server):
    answers(server, ("error", {"error": {"code": "busy", "message": "Later."}}))
    with pytest.warns(DeprecationWarning):
        events = client.threads.run("a")
    with pytest.raises(package.StreamError, match="busy: Later") as caught:
        [*events]
    assert (caught.value.code, caught.value.message) == ("busy", "Later.")
    assert isinstance(caught.value, package.APIStatusError)


def test_an_error_that_the_document_describes_is_an_item(client, package, models, server):
    answers(server, ("", {"type": "moved", "to": "x"}), ("error", {"type": "error", "message": "No."}))
    moved, failed = client.threads.watch_changes("a")
    assert (moved.to, failed.message) == ("x", "No.")
    assert (type(moved), type(failed)) == (models.Moved, models.Failed)
    answers(server, ("error", {"type": "other", "message": "No."}))
    with pytest.raises(package.StreamError):
        [*client.threads.watch_changes("a")]


def test_lines(client, models, server):
    server.answers_with(200, b'{"delta": "a"}\n{"delta": "b", "index": 1}', "application/x-ndjson")
    assert [*client.threads.read_log("a")] == [models.Part(delta="a"), models.Part(delta="b", index=1)]
    server.answers(204)
    assert [*client.threads.read_log("a")] == []


def test_texts(client, server):
    answers(server, ("", "a"), ("", '"b"'))
    assert [*client.threads.list_words("a")] == ["a", '"b"']


def test_a_status_that_is_no_success_is_raised_by_the_call(client, package, server):
    server.answers(429, {"error": {"code": "busy", "message": "Later."}})
    with pytest.raises(package.RateLimitError, match="busy"):
        client.completions.create(prompt="Hi", stream=True)


def test_the_program_of_the_readme_reads_a_stream(package, server, monkeypatch, capsys):
    (program,) = of_section(package, "Streams")
    monkeypatch.setenv("CHAT_BASE_URL", server.url)
    answers(server, ("", {"delta": "Hel"}), ("", {"delta": "lo"}), ("", "[DONE]"))
    exec(program, {})
    assert capsys.readouterr().out.count("Part(delta=") == 2
