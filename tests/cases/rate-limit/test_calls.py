import time

import pytest


def seconds_of(client, calls):
    started = time.monotonic()
    for _ in range(calls):
        client.meters.list()
    return time.monotonic() - started


def test_the_declared_limit_is_kept_if_asked(server, package):
    with package.Metering(base_url=server.url, rate_limit=True) as limited:
        assert seconds_of(limited, 4) >= 0.6  # each waits for a fifth of a second after the one before
    assert len(server.requests) == 4


def test_another_limit_can_be_given(server, package):
    with package.Metering(base_url=server.url, rate_limit=package.RateLimit(1, seconds=0.3)) as limited:
        assert seconds_of(limited, 3) >= 0.6


def test_it_is_checked(server, package):
    with pytest.raises(TypeError, match="rate_limit must be a RateLimit, True or False, not int"):
        package.Metering(base_url=server.url, rate_limit=100)
