"""HTML as Markdown: no text is lost, what is no HTML stays, and nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.views.prose import capitalised, opening, says_nothing, sentence, summary
from codegen.views.text.markup import as_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One</p><p>Two <em>now</em></p>", "One\n\nTwo *now*"),
        ('<a href="https://a.b/?c=1&amp;d">x</a>, <a href="/y">y</a>', "[x](https://a.b/?c=1&d), y"),
        ("<ol>\n  <li>one <b>b</b> c</li>\n  <li>two</li>\n</ol>after", "1. one **b** c \n2. two \n\nafter"),
        ("<pre><code>x = 1\n  y &lt; 2</code></pre>", "```\nx = 1\n  y < 2\n```"),
        ("a<br>b<br/><br/>c", "a  \nb  \n\nc"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<table><tr><th>a</th></tr><tr><td>1</td></tr></table>", "| a | \n|---|\n| 1 |"),
        ("<p>\n        indented\n        lines</p>", "indented\nlines"),
        ("x<!-- hidden -->y &copy; &nope;", "xy © &nope;"),
        ('<img src="https://a.b/c.png" alt="A picture">', "![A picture](https://a.b/c.png)"),
    ],
)
def test_html_is_written_as_markdown(html: str, markdown: str) -> None:
    assert as_markdown(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "/users/<id>/<code>",
        "List<String> and <b>one",
        "`<p>code</p>`",
        "```\n<p>code</p>\n```",
        "| a<br>b | c |",
        "a < b and c > d & e; ?x=1&copy=2",
        "<script>alert(1)</script>",
        "<a b",
    ],
)
def test_what_is_no_html_stays(text: str) -> None:
    assert as_markdown(text) == text


TAGS = [
    "p",
    "b",
    "i",
    "code",
    "a",
    "pre",
    "ul",
    "ol",
    "li",
    "br",
    "td",
    "tr",
    "table",
    "blockquote",
    "h1",
    "dd",
]
PIECES = st.one_of(
    st.sampled_from([f"<{end}{tag}>" for tag in TAGS for end in ("", "/")]),
    st.sampled_from(
        ["`", "```", "\n", "\n\n", " ", "&amp;", "<", ">", '<a href="', "<!--", "-->", "|", "~~~\n"]
    ),
    st.integers(100, 999).map(lambda number: f"w{number}"),
)


@given(st.lists(PIECES, max_size=40))
def test_no_word_is_lost(pieces: list[str]) -> None:
    if "<!--" in pieces or '<a href="' in pieces:
        return  # what is in a comment or in an attribute is no text
    written = as_markdown("".join(pieces))
    for piece in pieces:
        assert not piece.startswith("w") or piece in written


@given(st.lists(PIECES, max_size=40))
def test_any_text_is_carried(pieces: list[str]) -> None:
    opening(sentence("".join(pieces)))


@pytest.mark.parametrize(
    "piece",
    [
        '<a "',
        "<a '",
        "`",
        "`a ",
        "<b>",
        "<i><b>",
        "See e.g. The ",
        "-",
        "` A. B",
        "<!--",
        "<ul><li>",
        "~~~\n",
        "\n \n",
        "<blockquote>",
        "<p>  ",
        "| ",
        "> ",
    ],
)
@pytest.mark.slow
def test_long_texts_do_not_take_long(piece: str) -> None:
    began = time.process_time()
    sentence(piece * 20_000 + "&" + " " * 50_000 + "x")
    closing = piece.replace("<", "</") if piece.startswith("<") else piece
    opening(sentence(piece * 20_000 + "x" + closing * 20_000))
    assert time.process_time() - began < 20  # of the processor, not of the clock; squares would take minutes


@pytest.mark.parametrize(
    ("text", "ended"),
    [
        ("A name", "A name."),
        ('See "that."', 'See "that."'),
        ("[link](https://a.b).)", "[link](https://a.b).)"),
        ("Go to https://a.b", "Go to https://a.b"),
        ("- one\n- two", "- one\n- two"),
        ("Call `f()`", "Call `f()`."),
        ("Why?", "Why?"),
        ("", ""),
    ],
)
def test_a_sentence_ends_once(text: str, ended: str) -> None:
    assert sentence(text) == ended


@pytest.mark.parametrize(
    ("text", "first", "rest"),
    [
        ("One. Two.", "One.", "Two."),
        ("Some, e.g. This one. Two.", "Some, e.g. This one.", "Two."),
        ("Uses `a. B` here. Two.", "Uses `a. B` here.", "Two."),
        ("One (that is. One) still. Two.", "One (that is. One) still.", "Two."),
        ("# Title\n\nText.", "Title.", "Text."),
        ("- item\n- item", "", "- item\n- item"),
        ("One line\nof two\n- item", "One line of two", "- item"),
    ],
)
def test_the_first_sentence_opens_a_text(text: str, first: str, rest: str) -> None:
    assert opening(text) == (first, rest)


@pytest.mark.parametrize(
    "text",
    ["Response", "Successful response.", "OK", "", "A successful operation", "Default error response."],
)
def test_some_descriptions_say_nothing(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize("text", ["The cluster.", "Created cluster", "No such response key", "Réponse"])
def test_others_say_something(text: str) -> None:
    assert not says_nothing(text)


def test_what_begins_with_a_word_gets_a_capital() -> None:
    assert capitalised("create a pod.") == "Create a pod."
    assert capitalised("dryRun is a name.") == "dryRun is a name."
    assert capitalised("`x` it is.") == "`x` it is."


def test_a_summary_is_not_said_twice() -> None:
    assert summary("List users", "List users.\n\nAll of them") == "List users.\n\nAll of them."
    assert summary("List user", "List users") == "List user.\n\nList users."
