"""The pages that are tested, made by the binary from what is in the repository, and from DATA where it is set."""
import json
import os
import random
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BINARY = os.environ.get("PARALLAX", str(ROOT / ".build/release/parallax"))
OUT = ROOT / ".build/browser"
DEMO = ROOT / "Reports/Demo"


def parallax(*arguments):
    subprocess.run([BINARY, *map(str, arguments), "--quiet"], check=True)


def report(source, name):
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}.html"
    parallax("report", source, "-o", path)
    return path


def comparison(name, *arguments):
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"{name}.html"
    parallax("compare", *arguments, "-o", path)
    return path


def extract(source):
    """The text that offsets in data count in."""
    out = subprocess.run([BINARY, "extract", str(source), "--format", "json", "--quiet"], check=True,
                         capture_output=True).stdout
    return json.loads(out)["document"]["text"]


def sentences():
    """Paragraphs of the bundled articles, by file."""
    files = [DEMO / "tidewater-ledger.html", *sorted((DEMO / "ferry-order").glob("*.html"))]
    found = []
    for file in files:
        out = subprocess.run([BINARY, "extract", str(file), "--format", "json", "--quiet"], check=True,
                             capture_output=True).stdout
        document = json.loads(out)
        text = document["document"]["text"]
        found.append([text[p["start"]:p["end"]] for p in document["paragraphs"] if p["role"] == "body"])
    return found


def text_of(words, seed=1):
    """A text of about so many words, of the bundled articles' paragraphs in an order drawn with the seed."""
    draw = random.Random(seed)
    paragraphs = [p for article in sentences() for p in article]
    out, count = [f"Made of bundled articles, {seed}"], 0
    while count < words:
        paragraph = draw.choice(paragraphs)
        out.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(out)


def records(articles, words=450, outlets=4):
    """A file of records: as many articles, spread over outlets and events."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / f"articles-{articles}.ndjson"
    paragraphs = sentences()
    with path.open("w") as file:
        for number in range(articles):
            draw = random.Random(number)
            own = paragraphs[number % outlets]
            text, count = [f"Article {number}"], 0
            while count < words:
                paragraph = draw.choice(own if draw.random() < 0.7 else draw.choice(paragraphs))
                text.append(paragraph)
                count += len(paragraph.split())
            json.dump({"id": f"a{number}", "text": "\n\n".join(text), "outlet": f"Outlet {number % outlets + 1}",
                       "event": f"event {number // outlets}", "language": "en"}, file)
            file.write("\n")
    return path


def data_pages():
    """Up to three saved pages of the folder DATA, the three of middle size; none where it is not set."""
    folder = os.environ.get("DATA")
    if not folder or not Path(folder).is_dir():
        return []
    files = sorted(Path(folder).rglob("*.html"), key=lambda file: (file.stat().st_size, file.name))
    middle = len(files) // 2
    return files[max(0, middle - 1):middle + 2]
