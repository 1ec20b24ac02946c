import pickle
import subprocess
import sys
import typing
from pathlib import Path

import msgspec
import pytest

ORDER = {
    "id": "o1",
    "customer": {"id": "c1", "address": {"country": "NO"}},
    "currency": "NOK",
    "state": "open",
}


@pytest.fixture
def run(package, server):
    """Run a program in a new process, with the package and the address of the server; return its output."""

    def run(program: str, *arguments: str) -> str:
        begin = f"import sys; from {package.__name__} import models; import {package.__name__} as package\n"
        program = begin + program.replace("PACKAGE", package.__name__)
        folder = Path(package.__file__).parent.parent
        command = [sys.executable, "-c", program, server.url, *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert not done.returncode, done.stderr
        return done.stdout.strip()

    return run


IMPORTED = (
    "print(*sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('PACKAGE.models.')))"
)


def test_a_call_imports_the_models_that_it_needs(run, server):
    server.answers(200, {"name": "Oslo", "zone": "Europe/Oslo"})
    call = "place = package.Trade(base_url=sys.argv[1]).places.get('1'); assert place.zone == 'Europe/Oslo'\n"
    assert run(call + IMPORTED) == "place time_zone"


def test_a_resource_imports_no_models(run):
    assert run("package.Trade(base_url='https://x').orders\n" + IMPORTED) == ""


def test_members_of_unions_are_imported_for_a_value(run):
    program = 'package.from_json(b\'{"kind": "transfer", "account": "1"}\', models.Payment)\n'
    assert run(program + IMPORTED) == "card payment payment_kind transfer"


def test_responses_are_of_classes_in_several_modules(client, models, server):
    card = {"kind": "card", "number": "1", "instead": {"kind": "transfer", "account": "2"}}
    server.answers(201, {**ORDER, "payment": card})
    order = client.orders.create(items=[{"article": "a", "import": {"from": "NO"}}], payment=card)
    assert isinstance(order, models.Order)
    assert isinstance(order.customer.address, models.CustomerAddress)
    assert order.currency is models.Currency.NOK
    assert isinstance(order.payment, models.Card)
    assert isinstance(order.payment.instead, models.Transfer)
    assert server.received.json == {
        "items": [{"article": "a", "import": {"from": "NO"}}],
        "payment": {**card, "instead": {"kind": "transfer", "account": "2"}},
    }


def test_an_error_is_decoded(client, package, models, server):
    server.answers(422, {"code": "sold_out", "rejected": {"article": "a"}})
    with pytest.raises(package.APIStatusError) as raised:
        client.orders.create(items=[models.Item(article="a")])
    assert raised.value.body == models.Refusal(code="sold_out", rejected=models.Item(article="a"))


def test_a_property_may_have_the_name_of_the_package(client, models, server):
    server.answers(201, ORDER)
    client.orders.create(items=[], gift=models.OrderGift(models=[models.Item(article="a")]))
    assert server.received.json["gift"] == {"models": [{"article": "a"}]}


def test_the_package_has_every_class(models):
    expected = {
        "Card",
        "CreateOrderRequest",
        "CustomerAddress",
        "Import",
        "OrderState",
        "Payment",
        "TimeZone",
    }
    assert expected <= {*dir(models)}
    assert expected <= {*models.__all__}
    everything = {}
    exec(f"from {models.__name__} import *", everything)
    assert expected <= {*everything}
    assert everything["Card"] is models.Card
    with pytest.raises(AttributeError, match=r"module 'trade[^']*\.models' has no attribute 'Crad'"):
        _ = models.Crad


def test_a_class_is_imported_by_its_name(run):
    program = (
        "from PACKAGE.models import Order, Card\nassert Card is models.Card\nassert Order is models.Order\n"
    )
    assert run(program + IMPORTED) == "card order payment_kind"


def test_annotations_are_resolved(models):
    hints = typing.get_type_hints(models.Order)
    assert hints["customer"] is models.Customer
    assert hints["state"] == models.OrderState | msgspec.UnsetType


def test_a_model_is_pickled_across_processes(run, package, models):
    order = package.from_dict(ORDER, models.Order)
    program = "import pickle; print(pickle.loads(bytes.fromhex(sys.argv[2])).customer.address.country.value)"
    assert run(program, pickle.dumps(order).hex()) == "NO"


def test_threads_get_the_same_classes(run):
    program = """
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
names = ["Order", "Customer", "Card", "Payment", "Item", "Transfer", "Import", "PaymentKind"]
barrier = Barrier(16)
def ask(number):
    barrier.wait()
    return [getattr(models, name) for name in names[number % 8 :] + names[: number % 8]]
with ThreadPoolExecutor(16) as pool:
    found = [*pool.map(ask, range(16))]
print(all({*one} == {*found[0]} for one in found))
"""
    assert run(program) == "True"


def test_a_dict_is_a_params_type(run):
    assert run("from PACKAGE import params; print(params.Import, params.Country)").startswith("trade")


def test_modules_of_models_are_imported_alone(run):
    assert run("import PACKAGE.models.order as one; print(one.Order is models.Order)") == "True"


def test_a_former_name_is_found(models):
    with pytest.warns(DeprecationWarning, match="`Money` is called `Currency` now"):
        assert models.Money is models.Currency
