"""Makes the test pages with the real plug-in: ``python -m tests.drift.reference.plug_in [VERSION...]``.

Each version in `SETS` builds a site of the documents in ``reference/pages``. The ``main`` element of the page
of each operation is kept. That needs npm, the network, and Node 20; the newest version needs Node 22.12.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parent / "pages"
DOCUMENTS = ("library", "loans")

SETS: Mapping[str, Mapping[str, str]] = {
    # the plug-in: what it is used with
    "0.10.0": {"astro": "5.18.2", "@astrojs/starlight": "0.31.1", "@astrojs/markdown-remark": "6.3.11"},
    "0.20.0": {"astro": "5.18.2", "@astrojs/starlight": "0.36.3", "@astrojs/markdown-remark": "7.3.1"},
    "0.26.1": {"astro": "7.3.5", "@astrojs/starlight": "0.42.4", "@astrojs/markdown-satteri": "0.4.2"},
}
"""The versions of the plug-in, each with those of what it is used with."""

_CONFIGURATION = """\
import starlight from '@astrojs/starlight'
import { defineConfig } from 'astro/config'
import openapi from 'starlight-openapi'

const plugin = openapi(DOCUMENTS.map((name) => ({ base: name, schema: `./${name}.yaml` })))
export default defineConfig({
  telemetry: false,
  integrations: [starlight({ title: 'Reference', pagefind: false, plugins: [plugin] })],
})
"""
_CONTENT = """\
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
import { defineCollection } from 'astro:content'

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
"""

_NOISE = (
    r"(?s)<(script|style|svg|site-search)\b.*?</\1>",
    r"(?s)<!--.*?-->",
    r'(?<=[" ])astro-[a-z0-9]{8}\b',  # scopes of styles
    r' data-astro-[a-z-]+(?:="[^"]*")?',
    r' style="[^"]*"',  # colours of code
    r'(?s)<div class="copy">.*?</button></div>',
    r"<link\b[^>]*>",
    r' (?:id|href|aria-labelledby)="#?tab-[^"]*"',
    r' class=" *"',
)
"""What pages contain that nobody sees. Much of it differs between two builds."""


def made(version: str, folder: Path) -> dict[str, str]:
    """The main elements of the pages that a version makes in an empty folder, by their names."""
    packages = {"starlight-openapi": version, **SETS[version]}
    files = {
        "package.json": json.dumps({"private": True, "type": "module", "dependencies": packages}),
        "astro.config.mjs": _CONFIGURATION.replace("DOCUMENTS", json.dumps(DOCUMENTS)),
        "src/content.config.ts": _CONTENT,
        "src/content/docs/index.md": "---\ntitle: Reference\n---\n",
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in DOCUMENTS:
        shutil.copy(FOLDER / f"{name}.yaml", folder)
    for command in (
        ["npm", "install", "--no-audit", "--no-fund"],
        ["node", "node_modules/.bin/astro", "build"],
    ):
        subprocess.run(command, cwd=folder, check=True)
    pages = sorted(folder.glob("dist/*/operations/**/index.html"))
    return {f"{path.parent.name}.html": main_element(path.read_text(encoding="utf-8")) for path in pages}


def main_element(html: str) -> str:
    """The main element of a page, without what nobody sees."""
    found = re.search(r"(?s)<main\b.*</main>", html)
    assert found
    text = found.group()
    for noise in _NOISE:
        text = re.sub(noise, "", text)
    text = re.sub(r"(?s)<pre\b.*?</pre>", lambda code: re.sub(r"</?span\b[^>]*>", "", code.group()), text)
    return re.sub(r"\s*\n\s*", "\n", text).strip() + "\n"


def main(versions: Sequence[str]) -> None:
    """Replace the pages of the given versions, or of all."""
    for version in versions or SETS:
        with TemporaryDirectory() as folder:
            pages = made(version, Path(folder))
        shutil.rmtree(FOLDER / version, ignore_errors=True)
        (FOLDER / version).mkdir()
        for name, text in pages.items():
            (FOLDER / version / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
