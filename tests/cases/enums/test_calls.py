def test_values_are_members(client, models, server):
    sent = {"colour": "light-blue", "mood": None, "level": -1, "levels": [0, 10], "socket": "E27"}
    server.answers(200, sent)
    lamp = client.lamps.create(
        colour=models.Colour.LIGHT_BLUE,
        mood=None,
        level=models.Level.MINUS_1,
        levels=[models.Level(0), models.Level(10)],
        socket=models.LampSocket.E27,
    )
    assert server.received.json == sent
    assert lamp.colour is models.Colour.LIGHT_BLUE
    assert lamp.level is models.Level.MINUS_1
    assert lamp.mood is None
    assert lamp.socket is models.LampSocket.E27


def test_values_that_no_one_knew_survive(client, models, server):
    sent = {"colour": "ultra-violet", "mood": "new", "level": 11, "levels": [0, 99], "socket": "GU10"}
    server.answers(200, sent)
    lamp = client.lamps.create(colour=models.Colour.RED, mood=models.Mood.CALM)
    assert (lamp.colour, lamp.mood, lamp.level, lamp.socket) == ("ultra-violet", "new", 11, "GU10")
    assert isinstance(lamp.colour, models.Colour)
    assert lamp.colour not in list(models.Colour)
    assert lamp.levels == [0, 99]


def test_they_can_be_sent_back(client, models, server):
    server.answers(200, {"colour": "ultra-violet", "mood": None, "level": 11})
    lamp = client.lamps.create(colour=models.Colour.RED, mood=None)
    client.lamps.create(colour=lamp.colour, mood=lamp.mood, level=lamp.level)
    assert server.received.json == {"colour": "ultra-violet", "mood": None, "level": 11}


def test_members_keep_the_values_of_the_wire(models):
    assert [colour.value for colour in models.Colour] == ["red", "light-blue", "", "2", "None"]
    assert [level.value for level in models.Level] == [-1, 0, 10]
    assert [mood.value for mood in models.Mood] == ["calm", "wild"]


def test_values_that_the_type_forbids_are_read_as_they_are_meant(client, models, server):
    sent = {"colour": "red", "mood": None, "reach": "50", "size": "any"}
    server.answers(200, sent)
    lamp = client.lamps.create(
        colour=models.Colour.RED,
        mood=None,
        reach=models.LampReach.VALUE_50,
        size=models.LampSizeText.ANY,
    )
    assert server.received.json == sent
    assert lamp.reach is models.LampReach.VALUE_50
    assert lamp.size is models.LampSizeText.ANY
    assert [reach.value for reach in models.LampReach] == ["everywhere", "50", "100"]


def test_names_and_descriptions_of_values_are_read_as_other_tools_write_them(models):
    assert [*models.State.__members__] == ["OFF", "ON"]
    assert [(phase.name, phase.value) for phase in models.Phase] == [("WARMING", 1), ("BURNING", 2)]
