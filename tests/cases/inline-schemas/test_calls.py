def test_they_have_names_to_be_used_by(client, models, server):
    server.answers(201, {"id": 1, "state": "open", "totals": {"net": {"cents": 5}}})
    order = client.orders.create(
        lines=[models.CreateOrderRequestLine(sku="a", count=2)],
        address=models.CreateOrderRequestAddress(street="Elm"),
        speed=models.CreateOrderSpeed.FAST,
    )
    assert server.received.line == "POST /orders?speed=fast"
    assert server.received.json == {"lines": [{"sku": "a", "count": 2}], "address": {"street": "Elm"}}
    assert type(order) is models.CreateOrderResponse
    assert order.state == models.CreateOrderResponseState.OPEN
    assert order.totals["net"].cents == 5
