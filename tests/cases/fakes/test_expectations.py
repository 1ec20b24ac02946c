"""What a fake says about calls and expectations that do not match."""

import asyncio
import re
from uuid import UUID

import pytest

ROBOT = UUID(int=7)

WRONG_VALUES = [
    (lambda fake, models: fake.robots.get.returns("x"), "robots.get.returns(): str is not Robot"),
    (lambda fake, models: fake.robots.get.returns(None), "robots.get.returns(): NoneType is not Robot"),
    (lambda fake, models: fake.robots.get.returns(models.Line(text="x")), "robots.get.returns(): Line is not Robot"),
    (lambda fake, models: fake.robots.get.assert_called_with(name="x"), "robots.get: got an unexpected keyword argument 'name'"),
    (lambda fake, models: fake.robots.get_photo.returns("x"), "robots.get_photo.returns(): str is not bytes"),
    (lambda fake, models: fake.client_.calls.returns(1), "client_.calls.returns(): int is not str"),
    (lambda fake, models: fake.client_.returns.returns(1), "int is not None, since it has no content"),
    (lambda fake, models: fake.robots.list.pages([models.Line(text="x")]), "robots.list.pages(): Object missing"),
    (lambda fake, models: fake.robots.read_log.streams([1]), "robots.read_log.streams(): Expected `object`, got `int`"),
    (lambda fake, models: fake.robots.get.returns(1, status=202), "status 202 is not a documented success"),
    (lambda fake, models: fake.robots.get.raises(ValueError), "raises() takes an error of this package"),
    (lambda fake, models: fake.robots.get.raises(None), "raises() takes an error of this package"),
]


@pytest.mark.parametrize(("told", "message"), WRONG_VALUES)
def test_a_value_that_the_operation_does_not_return_is_refused_at_once(fake, models, told, message):
    with pytest.raises(TypeError, match=re.escape(message)):
        told(fake, models)
    fake.verify()


def test_a_status_that_no_response_has(fake, package):
    with pytest.raises(ValueError, match=r"robots\.get\.responds\(\): 99 is not a status from 200 to 599"):
        fake.robots.get.responds(99)
    with pytest.raises(TypeError, match=r"robots\.get\.responds\(\): the status must be an int, not str"):
        fake.robots.get.responds("200")
    for status in (99, 200):
        with pytest.raises(ValueError, match=rf"robots\.get\.raises\(\): {status} is not a status from 300"):
            fake.robots.get.raises(package.NotFoundError, status=status)


def test_wrong_arguments_are_refused_where_the_test_has_them(fake, package):
    told = fake.robots.get
    for wrong, message in [
        (lambda: told.responds(200, json={}, content=b""), "takes json or content, not both"),
        (lambda: told.responds(200, content=5), "content must be bytes or a str, not int"),
        (lambda: told.responds(200, headers={"a": 5}), "Header value must be str or bytes"),
        (lambda: told.responds(200, times="2"), "times must be an int or None, not str"),
        (lambda: told.fails(ValueError), "takes APIConnectionError or APITimeoutError, not <class 'V"),
        (lambda: told.fails(package.NotFoundError), "takes APIConnectionError or APITimeoutError, not "),
        (lambda: told.fails(package.APITimeoutError()), "takes APIConnectionError or APITimeoutError, not "),
        (lambda: told.raises(package.NotFoundError, status="404"), "the status must be an int, not str"),
    ]:
        with pytest.raises(TypeError, match=re.escape(message)):
            wrong()
    assert not told.requests


def unexpected(fake, client, models):
    client.robots.get(ROBOT)


def unexpected_pages(fake, client, models):
    list(client.robots.list())


def unexpected_stream(fake, client, models):
    client.robots.say(ROBOT, text="x", stream=True).close()


def after_another(fake, client, models):
    fake.robots.get.returns(models.Robot(id=ROBOT, name="x"))
    fake.robots.list.pages([])
    client.robots.get(ROBOT)
    client.robots.get(ROBOT)


def other_arguments(fake, client, models):
    fake.use_examples()
    client.robots.create(name="Marvin")
    fake.robots.create.assert_called_once_with(name="Zaphod")


def twice(fake, client, models):
    fake.use_examples()
    client.robots.get(ROBOT)
    client.robots.get(UUID(int=8))
    fake.robots.get.assert_called_once()


def never(fake, client, models):
    fake.use_examples()
    client.robots.create(name="Marvin")
    fake.robots.get.assert_called_once_with(ROBOT)


def not_at_all(fake, client, models):
    fake.robots.get.assert_called_with(ROBOT)


def some(fake, client, models):
    fake.use_examples()
    client.robots.create(name="Marvin")
    fake.robots.create.assert_any_call(name="Zaphod")


def at_all(fake, client, models):
    fake.use_examples()
    client.robots.get(ROBOT)
    fake.robots.get.assert_not_called()


def unused(fake, client, models):
    fake.use_examples()
    fake.robots.get.returns(models.Robot(id=ROBOT, name="x"), times=2)
    fake.robots.list.pages([models.Robot(id=ROBOT, name="x")], [])
    client.robots.get(ROBOT)
    client.robots.list()
    fake.verify()


def swallowed(fake, client, models):
    try:
        client.robots.get(ROBOT)
    except AssertionError:
        pass
    fake.verify()


def a_stream(fake, client, models):
    fake.robots.say.streams([])
    client.robots.say(ROBOT, text="x")


NAME = f"'{ROBOT}'"
MESSAGES = [
    (unexpected, ["robots.get(UUID(", "was not expected", f"sent: GET /v1/robots/{ROBOT}", "fake.robots.get.returns(...)"]),
    (unexpected_pages, ["to expect it: fake.robots.list.pages(...)"]),
    (unexpected_stream, ["to expect it: fake.robots.say.streams(...)"]),
    (after_another, ["has used up its expectations: returns(Robot(", "expected instead: robots.list.pages(0 items)"]),
    (other_arguments, ["expected: robots.create(name='Zaphod')", "called:   robots.create(name='Marvin')",
                       "name: expected 'Zaphod', got 'Marvin'"]),
    (twice, ["robots.get was expected to be called once, but was called 2 times:", "robots.get(UUID("]),
    (never, ["robots.get(UUID(", "was not called; called instead:", 'robots.create: POST /v1/robots {"name":"Marvin"}']),
    (not_at_all, ["was not called; nothing was called"]),
    (some, ["robots.create(name='Zaphod') was not called; the calls were:", "robots.create(name='Marvin')"]),
    (at_all, ["robots.get was expected not to be called, but was:", "robots.get(UUID("]),
    (unused, ["2 expectations were not met:", "was used 1 of 2 times", "page 2 of 2 was not requested",
              "test_expectations.py:", "what was called:", "robots.list: GET /v1/robots"]),
    (swallowed, ["robots.get(UUID(", "was not expected"]),
    (a_stream, ["asks for another kind of response than streams(0 items)"]),
]


@pytest.mark.parametrize(("wrong", "parts"), MESSAGES, ids=lambda one: getattr(one, "__name__", ""))
def test_a_wrong_expectation_says_what_was_called_instead(fake, models, wrong, parts):
    with pytest.raises(AssertionError) as caught:
        wrong(fake, fake.client(), models)
    for part in parts:
        assert part in str(caught.value)


def awaited(fake, client, models):
    async def main():
        await fake.async_client().robots.get(ROBOT)

    asyncio.run(main())


def told_wrongly(fake, client, models):
    fake.robots.get.returns("x")


def told_of_wrong_pages(fake, client, models):
    fake.robots.list.pages([1])


@pytest.mark.parametrize("wrong", [unexpected, unexpected_stream, awaited, swallowed, told_wrongly, told_of_wrong_pages])
def test_what_is_wrong_is_shown_at_the_line_of_the_test(fake, models, wrong):
    with pytest.raises((AssertionError, TypeError)) as caught:
        wrong(fake, fake.client(), models)
    last = [one for one in caught.traceback if not one.ishidden(caught)][-1]
    assert str(last.path) == __file__
    if caught.errisinstance(AssertionError) and wrong is not swallowed:
        assert f"was not expected (test_expectations.py:{last.lineno + 1})" in str(caught.value)


