"""Files that are fetched: only where the user permits it, over HTTPS, within limits."""

from __future__ import annotations

import hashlib
import ssl
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.prepare.bundle import Access, Bundle, bundle, permitted_url
from codegen.prepare.bundle.access import Unreachable
from codegen.prepare.bundle.fetching import fetch
from generate import main
from tests.commands.shop import SPEC as SHOP
from tests.conftest import ROOT, serving

CERTIFICATES = ROOT / "tests/runtime/certificates"


class QuietServer(ThreadingHTTPServer):
    """Prints nothing of connections that clients end early: tests look at what is printed."""

    def handle_error(self, *_: object) -> None:
        """Print nothing."""


class Server:
    """Answers over TLS on loopback, by path: a body, the target of a redirect, or a status."""

    def __init__(self) -> None:
        self.answers: dict[str, str | int | tuple[int, str]] = {}
        self.asked: list[str] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                answer = outer.answers.get(self.path, 404)
                self.send_response(
                    200 if isinstance(answer, str) else answer if isinstance(answer, int) else answer[0]
                )
                if isinstance(answer, tuple):
                    self.send_header("Location", answer[1])
                self.end_headers()
                if isinstance(answer, str):
                    self.wfile.write(answer.encode())

            def log_message(self, *_: object) -> None:
                """Print nothing."""

        self.server = QuietServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATES / "loopback.pem")
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"https://127.0.0.1:{self.server.server_address[1]}"


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATES / "loopback.pem"))
    for name in ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    one = Server()
    with serving(one.server):
        yield one


def test_a_page_of_a_reference_is_fetched(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ROOT / "tests/drift/reference/pages"
    server.answers["/remove/"] = (folder / "0.26.1" / "removebook.html").read_text(encoding="utf-8")
    server.answers["/old"] = (301, f"{server.url}/remove/")
    arguments = ["--spec", str(folder / "library.yaml")]
    assert main(["reference", f"{server.url}/remove/#responses", *arguments]) == 0
    assert main(["reference", f"{server.url}/old", *arguments]) == 2
    assert "redirects to" in capsys.readouterr().err
    assert main(["reference", f"{server.url}/old", *arguments, "--fetch", f"{server.url}/remove/"]) == 0
    assert main(["reference", f"{server.url}/none", *arguments]) == 2
    server.answers["/remove/"] = server.answers["/remove/"].replace("DELETE", "GET")
    assert main(["reference", f"{server.url}/remove/", *arguments]) == 1
    assert f"{server.url}/remove/:" in capsys.readouterr().out


def document(folder: Path, reference: str) -> Path:
    path = folder / "openapi.yaml"
    path.write_text(
        "openapi: 3.1.0\ninfo: {title: Things, version: '1'}\npaths: {}\n"
        f"components: {{schemas: {{A: {{items: {{$ref: '{reference}'}}}}}}}}\n"
    )
    return path


def bundled(folder: Path, reference: str, *permitted: str) -> Bundle:
    return bundle(load(document(folder, reference)), Access(fetch=permitted))


def message(found: Bundle) -> str:
    (one,) = found.faults.values()
    return one.message


def test_a_permitted_file_is_fetched_with_what_it_refers_to(server: Server, tmp_path: Path) -> None:
    server.answers = {
        "/s/pet.yaml": "properties: {tag: {$ref: tags/tag.json}, own: {$ref: '#/$defs/T'}}\n$defs: {T: {}}\n",
        "/s/tags/tag.json": '{"type": "string"}',
    }
    found = bundled(tmp_path, f"{server.url}/s/pet.yaml", f"{server.url}/s/")
    assert not found.faults
    assert [*found.files] == ["openapi.yaml", f"{server.url}/s/pet.yaml", f"{server.url}/s/tags/tag.json"]
    place = found.source.place(("components", "schemas", "tag", "type"))
    assert (place.file, place.line, place.column) == (f"{server.url}/s/tags/tag.json", 1, 10)
    assert server.asked == ["/s/pet.yaml", "/s/tags/tag.json"], "each once"


@pytest.mark.parametrize(
    ("permitted", "fetched"),
    [
        ("{url}", True),
        ("{url}/", True),
        ("{url}/s", True),
        ("{url}/s/pet.yaml", True),
        ("{url}/s/pe", False),
        ("{url}/t/", False),
        ("https://127.0.0.1/", False),
        ("https://127.0.0.1.example.com/", False),
    ],
)
def test_only_permitted_urls_are_fetched(
    server: Server, tmp_path: Path, permitted: str, fetched: bool
) -> None:
    server.answers = {"/s/pet.yaml": "type: string\n"}
    found = bundled(tmp_path, f"{server.url}/s/pet.yaml", permitted.format(url=server.url))
    assert bool(found.faults) is not fetched
    assert server.asked == (["/s/pet.yaml"] if fetched else [])


@pytest.mark.parametrize("path", ["/s/../t/a.yaml", "/s/%2e%2e/t/a.yaml", "/s/..%2ft/a.yaml"])
def test_a_path_does_not_leave_what_is_permitted(server: Server, tmp_path: Path, path: str) -> None:
    found = bundled(tmp_path, f"{server.url}{path}", f"{server.url}/s/")
    assert "to fetch it: --fetch" in message(found)
    assert server.asked == []


def test_a_fetched_file_refers_to_no_local_file(server: Server, tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("type: string\n")
    server.answers = {"/a.yaml": f"items: {{$ref: 'file://{tmp_path}/b.yaml'}}\n"}
    found = bundled(tmp_path, f"{server.url}/a.yaml", server.url)
    assert "is an absolute path, which is not read" in message(found)


def test_an_absolute_path_in_a_fetched_file_is_one_of_its_host(server: Server, tmp_path: Path) -> None:
    server.answers = {"/s/a.yaml": "items: {$ref: /t/b.yaml}\n", "/t/b.yaml": "type: string\n"}
    assert not bundled(tmp_path, f"{server.url}/s/a.yaml", server.url).faults
    found = bundled(tmp_path, f"{server.url}/s/a.yaml", f"{server.url}/s/")
    assert (
        message(found) == f"'/t/b.yaml' leads to {server.url}/t/b.yaml; to fetch it: --fetch {server.url}/t/"
    )


def test_a_redirect_is_followed_where_that_is_permitted(server: Server, tmp_path: Path) -> None:
    """The URL after redirects is the base of references (RFC 3986, 5.1.3)."""
    server.answers = {
        "/latest.yaml": (302, "v2/a.yaml"),
        "/v2/a.yaml": "items: {$ref: b.yaml}\n",
        "/v2/b.yaml": "type: string\n",
    }
    found = bundled(tmp_path, f"{server.url}/latest.yaml", server.url)
    assert not found.faults
    assert [*found.files][1:] == [f"{server.url}/latest.yaml", f"{server.url}/v2/b.yaml"]


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/a.yaml", "file:///etc/passwd", "ftp://127.0.0.1/a", "https://example.com/a.yaml"],
)
def test_a_redirect_to_another_scheme_or_host_is_refused(server: Server, tmp_path: Path, target: str) -> None:
    server.answers = {"/a.yaml": (301, target)}
    found = bundled(tmp_path, f"{server.url}/a.yaml", server.url)
    assert message(found) == f"{server.url}/a.yaml redirects to {target}, which --fetch does not permit"
    (one,) = found.faults.values()
    assert one.past is None, "what a client is does not depend on the network"


def test_redirects_end(server: Server, tmp_path: Path) -> None:
    server.answers = {"/a.yaml": (302, "/b.yaml"), "/b.yaml": (302, "/a.yaml")}
    assert "too many redirects" in message(bundled(tmp_path, f"{server.url}/a.yaml", server.url))


def test_an_error_status_is_reported(server: Server, tmp_path: Path) -> None:
    assert message(bundled(tmp_path, f"{server.url}/a.yaml", server.url)) == (
        f"{server.url}/a.yaml cannot be fetched: the status is 404"
    )


def test_a_certificate_that_is_not_trusted_is_refused(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers = {"/a.yaml": "type: string\n"}
    monkeypatch.delenv("SSL_CERT_FILE")
    assert "CERTIFICATE_VERIFY_FAILED" in message(bundled(tmp_path, f"{server.url}/a.yaml", server.url))


def test_a_file_that_is_too_large_is_refused(server: Server) -> None:
    server.answers = {"/a.yaml": "x" * 2000}
    with pytest.raises(Unreachable, match="has more than 1,000 bytes"):
        fetch(f"{server.url}/a.yaml", Access(fetch=[server.url]), largest=1000)


def test_a_server_that_never_ends_is_given_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    handler = server.server.RequestHandlerClass

    def drip(self: BaseHTTPRequestHandler) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(400):
            self.wfile.write(b"x")
            time.sleep(0.1)

    monkeypatch.setattr(handler, "do_GET", drip)
    before = time.monotonic()
    with pytest.raises(Unreachable, match=r"took more than 0\.5 seconds"):
        fetch(f"{server.url}/a.yaml", Access(fetch=[server.url]), largest=1000, seconds=0.5)
    assert time.monotonic() - before < 20


def test_what_is_wrong_in_a_fetched_file_is_shown_there(server: Server, tmp_path: Path) -> None:
    server.answers = {"/a.yaml": "type: [\n"}
    with pytest.raises(Refused) as refused:
        bundled(tmp_path, f"{server.url}/a.yaml", server.url)
    (one,) = refused.value.problems
    assert refused.value.source is not None
    assert refused.value.source.place(one.where).file == f"{server.url}/a.yaml"


def test_the_record_has_a_digest_of_each_fetched_file(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answers = {"/a.yaml": "{type: object, properties: {a: {type: string}}}"}
    path = document(tmp_path, f"{server.url}/a.yaml")
    options = ["--spec", str(path), "--out", str(tmp_path / "out"), "--fetch", server.url]
    assert main(["build", *options]) == 0
    assert f"  <{server.url}/a.yaml>\n" in (tmp_path / "out/.generated").read_text()
    assert main(["check", *options]) == 0
    server.answers = {"/a.yaml": "{type: object, properties: {b: {type: string}}}"}
    capsys.readouterr()
    assert main(["check", *options]) == 1
    printed = capsys.readouterr().out
    assert f"{server.url}/a.yaml:1:1: file {server.url}/a.yaml of the document has changed" in printed
    assert f"--fetch {server.url}" in printed


@pytest.mark.parametrize(
    "text",
    [
        "http://example.com/",
        "example.com",
        "file:///a",
        "https://",
        "https://a:b@example.com/",
        "https://example.com/?a",
    ],
)
def test_only_the_beginning_of_a_url_can_be_permitted(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(
        ValueError, match="example.com" if "@" not in text and "?" not in text else "credentials"
    ):
        permitted_url(text)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--fetch", text])
    assert ended.value.code == 2
    assert "argument --fetch" in capsys.readouterr().err


def test_the_document_itself_may_be_fetched(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answers["/openapi.yaml"] = SHOP
    url, out = f"{server.url}/openapi.yaml", str(tmp_path / "out")
    assert main(["build", url, "--out", out]) == 0
    digest = hashlib.sha256(SHOP.encode()).hexdigest()
    assert f"{digest}  <bytes of {url}>\n" in (tmp_path / "out/.generated").read_text()
    assert main(["check", url, "--out", out]) == 0
    server.answers["/openapi.yaml"] = f"webhooks: 1\n{SHOP}"
    assert main(["check", url, "--out", out]) == 1
    assert capsys.readouterr().err.startswith(f"{url}:1:")
    server.answers["/openapi.yaml"] = (302, "http://127.0.0.1/openapi.yaml")
    assert main(["check", url, "--out", out]) == 2
    assert "redirects to http://127.0.0.1/openapi.yaml" in capsys.readouterr().err
    assert main(["check", f"{server.url}/nowhere.yaml", "--out", out]) == 2
    assert "the status is 404" in capsys.readouterr().err


DOCUMENT = """\
openapi: 3.1.0
info: {title: Pets, version: 1.0.0}
paths:
  /pets:
    get:
      operationId: listPets
      responses:
        "200": {description: All., content: {application/json: {schema: {$ref: "parts/pet.yaml#/Pet"}}}}
"""


def test_the_files_beside_a_fetched_document_are_fetched(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a redirect, they are beside the document that it led to."""
    server.answers = {"/api": (302, "/v1/openapi.yaml?key=5ec12e7"), "/v1/openapi.yaml?key=5ec12e7": DOCUMENT}
    server.answers["/v1/parts/pet.yaml"] = "Pet: {type: object, properties: {name: {$ref: names.yaml}}}\n"
    server.answers["/v1/parts/names.yaml"] = "{type: string}\n"
    url, out = f"{server.url}/api", tmp_path / "out"
    assert main(["build", url, "--out", str(out), "--fetch", f"{server.url}/v1/openapi.yaml"]) == 0
    assert "class Pet(" in (out / "pets/models.py").read_text()
    record = (out / ".generated").read_text()
    assert f"  <{server.url}/v1/parts/names.yaml>\n" in record
    assert main(["check", url, "--out", str(out), "--fetch", f"{server.url}/v1/openapi.yaml"]) == 0
    server.answers["/v1/parts/names.yaml"] = "{type: [string\n"
    assert main(["check", url, "--out", str(out), "--fetch", f"{server.url}/v1/openapi.yaml"]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith(f"{server.url}/v1/parts/names.yaml:")
    assert "5ec12e7" not in printed.out + printed.err + record, "a query may be a secret"


@pytest.mark.parametrize(
    ("reference", "told"),
    [
        (
            "../other/pet.yaml",
            "'../other/pet.yaml' leads to {url}/other/pet.yaml; to fetch it: --fetch {url}/other/",
        ),
        ("https://other.example/pet.yaml", "is a URL; to fetch it: --fetch https://other.example/"),
        ("file:///etc/hostname", "is an absolute path, which is not read"),
    ],
)
def test_a_fetched_document_refers_to_nothing_else(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str], reference: str, told: str
) -> None:
    server.answers = {"/v1/openapi.yaml": DOCUMENT.replace("parts/pet.yaml#/Pet", reference)}
    assert main(["build", f"{server.url}/v1/openapi.yaml", "--out", str(tmp_path / "out")]) == 1
    assert told.format(url=server.url) in capsys.readouterr().err
    assert server.asked == ["/v1/openapi.yaml"]


def test_a_url_with_credentials_is_refused_without_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "https://me:5ec12e7@127.0.0.1/openapi.yaml"]) == 2
    assert "5ec12e7" not in capsys.readouterr().err
