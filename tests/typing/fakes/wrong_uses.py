"""Uses of a fake that type checkers must reject: each line that ends in ``# wrong``, and no other."""

from __future__ import annotations

from robots.testing import FakeRobots

fake = FakeRobots()
fake.client(max_retry=1)  # wrong
fake.robots.get.returns("x")  # wrong
fake.robots.list.pages([1])  # wrong
fake.robots.get.assert_called_once_with()  # wrong
fake.robots.get.calls[0].nme  # wrong
fake.robots.read_log.streams(["x"])  # wrong
fake.robots.read_log.returns("x")  # wrong
fake.robots.get.raises(ValueError)  # wrong
