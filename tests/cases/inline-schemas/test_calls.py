def test_they_have_names_to_be_used_by(client, models, server):
    server.answers(201, {"id": 1, "state": "open", "totals": {"net": {"cents": 5}}})
    order = client.orders.create(
        lines=[models.OrderLine(sku="a", count=2)],
        address=models.OrderAddress(street="Elm"),
        speed=models.OrderSpeed.FAST,
    )
    assert server.received.line == "POST /orders?speed=fast"
    assert server.received.json == {"lines": [{"sku": "a", "count": 2}], "address": {"street": "Elm"}}
    assert type(order) is models.CreateOrderResponse
    assert order.state == models.OrderState.OPEN
    assert order.totals["net"].cents == 5
