"""The fake, and a value that it returns."""

import importlib
from uuid import UUID

import pytest

ROBOT = UUID(int=7)


@pytest.fixture
def testing(package):
    return importlib.import_module(f"{package.__name__}.testing")


@pytest.fixture
def fake(testing):
    return testing.FakeRobots()


@pytest.fixture
def marvin(models):
    return models.Robot(id=ROBOT, name="Marvin")


