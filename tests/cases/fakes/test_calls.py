"""The fake of a client, used as in tests of its users. The encoder and decoder of the client talk to it."""

import asyncio
import io
from uuid import UUID

import httpx2
import msgspec
import pytest

from tests.every_fake import drive

ROBOT = UUID(int=7)


def test_the_client_itself(client, models, server):
    server.answers(200, {"id": str(ROBOT), "name": "Marvin"})
    assert client.robots.get(ROBOT) == models.Robot(id=ROBOT, name="Marvin")


def test_every_operation_has_an_example(package):
    assert drive(package) == (11, [])


def test_a_value_is_returned_once_and_the_call_is_recorded(fake, models, marvin):
    with fake:
        fake.robots.get.returns(marvin)
        assert fake.client().robots.get(ROBOT) == marvin
        fake.robots.get.assert_called_once_with(str(ROBOT).upper())
        assert fake.robots.get.calls[0].id == ROBOT
        (sent,) = fake.requests
        assert (sent.operation, sent.method, sent.path) == ("robots.get", "GET", f"/v1/robots/{ROBOT}")
        assert sent.headers["authorization"] == "Bearer fake"


def test_a_body_is_encoded(fake, models, marvin):
    fake.robots.create.returns(marvin)
    assert fake.client().robots.create(name="Marvin", mood=models.RobotMood.SAD) == marvin
    assert fake.robots.create.requests[0].json() == {"name": "Marvin", "mood": "sad"}
    fake.robots.create.assert_called_once_with(name="Marvin", mood=models.RobotMood.SAD)
    assert fake.robots.create.calls[0].mood is models.RobotMood.SAD


def test_an_error_is_raised_after_its_retries_which_are_not_slept(fake, package):
    fake.robots.get.raises(package.ServerError, code="DOWN", message="Later.")
    with pytest.raises(package.ServerError) as caught:
        fake.client().robots.get(ROBOT)
    error = caught.value
    assert (error.code, error.message, error.attempts) == ("DOWN", "Later.", 3)
    assert error.body.error.hint == "Ask.", "the rest of the body is the document's example"
    assert len(fake.pauses) == 2
    assert len(fake.robots.get.calls) == 1
    fake.verify()


def test_an_error_has_the_given_attributes(fake, package, models):
    fake.robots.get.raises(package.RateLimitError, headers={"retry-after": "7"}, times=2)
    client = fake.client(max_retries=0)
    for _ in range(2):
        with pytest.raises(package.RateLimitError) as caught:
            client.robots.get(ROBOT)
        assert caught.value.retry_after == 7
    body = models.Problem(error=models.ProblemError(code="GONE", message="No."))
    fake.robots.get.raises(package.NotFoundError(body=body))
    with pytest.raises(package.NotFoundError, match="GONE"):
        client.robots.get(ROBOT)
    fake.robots.get.raises(package.ServerError, status=507, body="full")
    with pytest.raises(package.ServerError, match="507"):
        client.robots.get(ROBOT)
    fake.robots.get.raises(package.APITimeoutError)
    with pytest.raises(package.APITimeoutError):
        client.robots.get(ROBOT)


def test_attempts_of_one_call(fake, package, marvin):
    with fake:
        fake.robots.get.responds(429, headers={"retry-after": "3"}).fails().returns(marvin)
        response = fake.client().with_raw_response(fake.client().robots.get, ROBOT)
        assert (response.retries, response.parse()) == (2, marvin)
        assert fake.pauses[0] == 3.0
        fake.robots.get.assert_called_once()
        assert len(fake.robots.get.requests) == 3
        fake.robots.create.responds(503)
        with pytest.raises(package.ServerError):  # a POST is not repeated
            fake.client().robots.create(name="x")


def test_without_a_connection_nothing_was_sent(fake, package, marvin):
    fake.robots.create.fails().returns(marvin).fails(package.APITimeoutError)
    assert fake.client().robots.create(name="Marvin") == marvin
    with pytest.raises(package.APITimeoutError):
        fake.client().robots.create(name="Marvin")
    assert len(fake.requests) == 3
    fake.verify()


def test_the_options_of_a_derived_client_count(fake, package, marvin):
    fake.robots.get.responds(503).returns(marvin)
    with pytest.raises(package.ServerError):
        fake.client().with_options(max_retries=0).robots.get(ROBOT)
    assert fake.client(max_retries=0).robots.get(ROBOT) == marvin


def test_pages(fake, models, marvin):
    others = [models.Robot(id=UUID(int=number), name=str(number)) for number in range(3)]
    with fake:
        fake.robots.list.pages([marvin, *others[:1]], others[1:])
        assert [*fake.client().robots.list(limit=2)] == [marvin, *others]
        assert [dict(one.query) for one in fake.requests] == [{"limit": "2"}, {"limit": "2", "cursor": "page-2"}]
        assert [call.limit for call in fake.robots.list.calls] == [2]
        fake.robots.list.pages()
        assert fake.client().robots.list().items == []
        fake.robots.list.returns(models.RobotPage(data=[marvin]))
        assert [*fake.client().robots.list()] == [marvin]


def test_streams(fake, package, models):
    lines = [models.Line(text="a"), models.Line(text="b\nc")]
    with fake:
        fake.robots.read_log.streams(lines)
        with fake.client().robots.read_log(ROBOT) as log:
            assert [*log] == lines
        fake.robots.say.streams(lines).returns(lines[0])
        with fake.client().robots.say(ROBOT, text="x", stream=True) as said:
            assert [*said] == lines
        assert fake.client().robots.say(ROBOT, text="x") == lines[0]
        fake.robots.read_log.streams(lines, interrupted=True)
        with fake.client().robots.read_log(ROBOT) as log:
            assert [next(log), next(log)] == lines
            with pytest.raises(package.APIConnectionError):
                next(log)


def test_bytes_files_texts_and_nothing(fake, package, tmp_path):
    with fake:
        fake.robots.get_photo.returns(b"\x89PNG", times=2)
        client = fake.client()
        assert client.robots.get_photo(ROBOT) == b"\x89PNG"
        with package.Download(client.robots.get_photo, ROBOT) as download:
            download.to_file(tmp_path / "photo.png")
        assert (tmp_path / "photo.png").read_bytes() == b"\x89PNG"
        fake.robots.add_photo.returns(None, times=None)
        client.robots.add_photo(ROBOT, photo=b"old", title="Then")
        file = io.BytesIO(b"new")
        client.robots.add_photo(ROBOT, photo=file)
        fake.robots.add_photo.assert_called_with(ROBOT, photo=file)
        photo, title = fake.robots.add_photo.requests[0].parts()
        assert (photo.name, photo.filename, photo.content) == ("photo", "photo", b"old")
        assert (title.name, title.filename, title.content) == ("title", None, b"Then")
        assert [part.content for part in fake.robots.add_photo.requests[1].parts()] == [b"new"]
        fake.client_.calls.returns("hi")
        assert client.client.calls("1", returns="x") == "hi"
        assert fake.client_.calls.calls[0].returns == "x"
        fake.client_.returns.returns(None)
        assert client.client.returns("1") is None


def test_what_returns_nothing_need_not_be_set_up(fake, package):
    with fake:
        client = fake.client()
        assert client.robots.add_photo(ROBOT, photo=b"x") is None
        fake.robots.add_photo.assert_called_once_with(ROBOT, photo=b"x")
        raw = client.with_raw_response(client.robots.add_photo, ROBOT, photo=b"x")
        assert (raw.status_code, raw.content) == (204, b"")
        fake.robots.add_photo.responds(503).raises(package.NotFoundError)
        with pytest.raises(package.ServerError):
            client.robots.add_photo(ROBOT, photo=b"x")
        with pytest.raises(package.NotFoundError):
            client.robots.add_photo(ROBOT, photo=b"x")
        assert client.robots.add_photo(ROBOT, photo=b"x") is None
    with pytest.raises(AssertionError, match="was not expected"):
        client.request("POST", f"/robots/{ROBOT}/photo")


@pytest.mark.parametrize("content", [bytes(range(256)), b"", b"\r\n", b"--\r\n--x--", b"\r\n\r\n"])
def test_parts_are_as_they_were_sent(fake, content):
    fake.robots.add_photo.returns(None)
    fake.client().robots.add_photo(ROBOT, photo=("a\"b.png", content, "image/png", {"X-Turn": "90"}))
    (part,) = fake.requests[0].parts()
    assert (part.filename, part.content) == ("a%22b.png", content)
    assert (part.headers["content-type"], part.headers["x-turn"]) == ("image/png", "90")


def test_the_name_of_a_file_may_have_any_letters(fake):
    fake.robots.add_photo.returns(None)
    fake.client().robots.add_photo(ROBOT, photo=("Zoë ☂.png", b"x"))
    (part,) = fake.requests[0].parts()
    assert (part.name, part.filename) == ("photo", "Zoë ☂.png")
    assert 'filename="Zoë ☂.png"' in part.headers["content-disposition"]


@pytest.mark.parametrize(("content", "parts"), [(b"--x\r\n\r\na\r\n--x--", [b"a"]), (b"--x--\r\n", [])])
def test_parts_may_have_no_headers(testing, content, parts):
    headers = {"Content-Type": "multipart/mixed; boundary=x"}
    request = httpx2.Request("POST", "http://127.0.0.1", headers=headers, content=content)
    assert [part.content for part in testing.SentRequest("", request).parts()] == parts


def test_a_body_that_is_cut_before_its_parts_has_none(testing):
    request = httpx2.Request("POST", "http://127.0.0.1", headers={"Content-Type": "multipart/mixed; boundary=x"})
    with pytest.raises(ValueError, match=r"^the body of POST / has no parts$"):
        testing.SentRequest("", request).parts()


def test_a_body_without_parts_says_so(fake, marvin):
    fake.robots.create.returns(marvin)
    fake.client().robots.create(name="Marvin")
    with pytest.raises(ValueError, match=r"POST /v1/robots .* has no parts"):
        fake.requests[0].parts()


def test_a_warning_of_deprecation_points_at_the_line_that_calls(fake, models):
    fake.robots.replace_old.returns(models.Talk(text="x"), times=3)

    async def awaited():
        async with fake.async_client() as client:
            await client.robots.replace_old(ROBOT, body="x")

    with pytest.warns(DeprecationWarning) as warned:
        fake.client().robots.replace_old(ROBOT, body="x")
        asyncio.run(awaited())
    assert [one.filename for one in warned] == [__file__] * 2
    with pytest.raises(TypeError, match="unexpected keyword"), pytest.warns(DeprecationWarning):
        fake.client().robots.replace_old(ROBOT, bdy="x")


def test_unions(fake, package, models):
    with fake, pytest.warns(DeprecationWarning):
        fake.robots.replace_old.returns(models.Talk(text="x"))
        assert fake.client().robots.replace_old(ROBOT, body="x") == models.Talk(text="x")


def test_async(fake, package, models, marvin):
    async def main():
        async with fake.async_client() as client:
            fake.robots.get.responds(503).returns(marvin, times=10)
            got = await asyncio.gather(*(client.robots.get(ROBOT) for _ in range(10)))
            assert got == [marvin] * 10
            fake.robots.list.pages([marvin], [marvin])
            assert [robot async for robot in client.robots.list()] == [marvin, marvin]
            fake.robots.read_log.streams([models.Line(text="a")])
            async with client.robots.read_log(ROBOT) as log:
                assert [line async for line in log] == [models.Line(text="a")]
            fake.robots.get.raises(package.NotFoundError)
            with pytest.raises(package.NotFoundError):
                await client.robots.get(ROBOT)
            fake.robots.get.returns(marvin)
            assert (await client.with_raw_response(client.robots.get, ROBOT)).parse() == marvin

    with fake:
        asyncio.run(main())
    assert len(fake.robots.get.calls) == 12


def test_a_response_that_differs_from_the_document(fake, package):
    fake.robots.get.responds(200, json={"name": "Marvin"}, times=2)
    assert fake.client().robots.get(ROBOT).id is msgspec.UNSET
    with pytest.raises(package.APIResponseError):
        fake.client(decoding="strict").robots.get(ROBOT)


def test_requests_that_no_method_sends(fake, package, models, marvin):
    fake.request("GET", "/beta/things").returns({"a": 1}).raises(package.NotFoundError)
    client = fake.client()
    assert client.request("GET", "/beta/things", into=dict[str, int]) == {"a": 1}
    with pytest.raises(package.NotFoundError):
        client.request("GET", "/beta/things")
    fake.robots.get.returns(marvin)
    assert client.request("GET", f"/robots/{ROBOT}", into=models.Robot) == marvin
    assert fake.use_examples().client().request("GET", f"/robots/{ROBOT}", into=models.Robot).name == "Marvin"
    with pytest.raises(AssertionError, match=r"fake\.request\('GET', '/beta/others'\)\.returns"):
        client.request("GET", "/beta/others")


def test_examples_cost_nothing_until_they_are_asked_for(fake):
    """Those of a large API would import all of its modules."""
    fake.use_examples()
    assert "robots" not in vars(fake)
    assert fake.client().client.calls("1") == "hello"


def test_what_does_not_fit_is_no_call(fake):
    client = fake.client()
    with pytest.raises(TypeError, match=r"RobotsResource\.get\(\)"):
        client.robots.get()
    with pytest.raises(ValueError, match="UUID"):
        client.robots.get("x")
    assert not fake.robots.get.calls
    fake.verify()


def test_the_environment_does_not_count(fake, marvin, monkeypatch):
    monkeypatch.setenv("ROBOTS_BASE_URL", "https://elsewhere.example.com")
    monkeypatch.setenv("ROBOTS_TOKEN", "secret")
    fake.robots.get.returns(marvin, times=2)
    fake.client().robots.get(ROBOT)
    assert fake.requests[0].url.host == "robots.example.com"
    assert fake.requests[0].headers["authorization"] == "Bearer fake"
    fake.client(token="mine").robots.get(ROBOT)
    assert fake.requests[1].headers["authorization"] == "Bearer mine"


def test_the_client_does_not_import_it(package):
    import subprocess
    import sys
    from pathlib import Path

    program = f"import sys, {package.__name__} as p; p.Robots(token='x').robots; print([m for m in sys.modules if 'testing' in m])"
    folder = Path(package.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
