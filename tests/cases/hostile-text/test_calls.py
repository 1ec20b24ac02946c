from pathlib import Path

import pytest
import yaml

SPEC = yaml.safe_load((Path(__file__).parent / "openapi.yaml").read_text(encoding="utf-8"))
KINDS = SPEC["components"]["schemas"]["Kind"]["enum"]
SAY, CONFIG = SPEC["components"]["schemas"]["Text"]["properties"]


def test_values_survive_byte_for_byte(models):
    assert [kind.value for kind in models.Kind] == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_names_and_values_go_and_come_unchanged(client, models, server, kind):
    sent = {SAY: kind, CONFIG: kind}
    server.answers(200, sent)
    answer = client.texts.replace("1", say_please_raw=kind, config=models.Kind(kind))
    assert server.received.json == sent
    assert answer == models.Text(say_please_raw=kind, config=models.Kind(kind))


def test_the_name_of_a_parameter_is_encoded(client, server):
    server.answers(200, {SAY: "x"})
    client.texts.replace("1", say_please_raw="x", q="a")
    assert server.received.line == "PUT /texts/1/it's%20%22quoted%22?q%22%27%5C%0A=a"
