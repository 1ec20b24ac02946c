"""Uses of a fake that type checkers must accept."""

from __future__ import annotations

from typing import assert_type

from msgspec import UnsetType
from robots import AsyncRobots, NotFoundError, Robots, models
from robots.testing import FakeRobots

robot = models.Robot(name="x")
line = models.Line(text="x")
with FakeRobots().use_examples() as fake:
    assert_type(fake.client(max_retries=1), Robots)
    assert_type(fake.async_client(token="x"), AsyncRobots)
    fake.robots.get.responds(429).returns(robot, times=2).raises(NotFoundError, code="x")
    fake.robots.list.pages([robot], []).returns(models.RobotPage(data=[robot]))
    fake.robots.say.streams([line]).returns(line)
    fake.robots.create.assert_called_once_with(name="x")
    assert_type(fake.robots.list.calls[0].limit, int | UnsetType)
