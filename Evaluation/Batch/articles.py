"""Makes articles about an invented town, as many as asked for and the same for the same seed.

    python3 Evaluation/Batch/articles.py 2000 FOLDER            pages, texts and a file of records
    python3 Evaluation/Batch/articles.py 100000 --records       NDJSON on standard output
    python3 Evaluation/Batch/articles.py 10000 --broken         NDJSON, every second record broken
"""

import argparse
import html
import json
import random
import sys
from pathlib import Path

OUTLETS = ["The Ledger", "Harbour Voice", "Northern Wire", "The Quay Courier"]
PEOPLE = ["Ada Veldt", "Ivo Brandt", "Mara Quill", "the harbour board", "the mayor", "a dock worker"]
THINGS = ["plan", "pier", "ferry order", "budget", "breakwater", "toll", "night shift", "contract"]
ADJECTIVES = ["reckless", "bold", "modest", "so-called", "long", "disastrous", "new", "second", "brilliant"]
VERBS = ["said", "claimed", "admitted", "insisted", "warned", "told the council", "pointed out"]
CLAUSES = [
    "the {a} {t} would cost more than last year",
    "nobody had asked for the {a} {t}",
    "the {t} is utterly {a}",
    "the {t} failed to open in May",
    "perhaps the {t} will be ready by autumn",
    "the {a} {t} and the {a2} {t2} belong together",
    "critics say the {t} was finally dropped",
    "the board slammed the {a} {t}",
]


def sentence(rng):
    clause = rng.choice(CLAUSES).format(
        a=rng.choice(ADJECTIVES), a2=rng.choice(ADJECTIVES), t=rng.choice(THINGS), t2=rng.choice(THINGS))
    kind, who, verb = rng.random(), rng.choice(PEOPLE), rng.choice(VERBS)
    if kind < 0.3:
        return f"“{clause[0].upper() + clause[1:]},” {who} {verb}."
    if kind < 0.5:
        return f"{who[0].upper() + who[1:]} {verb} that {clause}."
    return clause[0].upper() + clause[1:] + "."


def paragraphs(rng, length):
    return [" ".join(sentence(rng) for _ in range(rng.randint(2, 6))) for _ in range(length)]


def article(number, seed=1):
    rng = random.Random(f"{seed}/{number}")
    title = f"The {rng.choice(ADJECTIVES)} {rng.choice(THINGS)}, part {number}"
    date = f"2026-{rng.randint(1, 9):02d}-{rng.randint(1, 28):02d}"
    return title, rng.choice(OUTLETS), date, paragraphs(rng, rng.randint(3, 9))


def page(number):
    title, outlet, date, body = article(number)
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8>"
        f"<title>{html.escape(title)}</title><meta property='og:site_name' content='{html.escape(outlet)}'>"
        f"<meta property='article:published_time' content='{date}'></head><body><article>"
        f"<h1>{html.escape(title)}</h1>" + "".join(f"<p>{html.escape(text)}</p>" for text in body)
        + "</article></body></html>\n")


def record(number):
    title, outlet, date, body = article(number)
    return json.dumps({
        "id": f"r{number:06d}", "title": title, "outlet": outlet, "published": date,
        "event": f"event-{number % 40}", "text": "\n\n".join(body)}, ensure_ascii=False)


def broken(number):
    """A record that is none, of many kinds."""
    rng = random.Random(f"broken/{number}")
    good = record(number)
    kind = number % 16
    return [
        lambda: good[:rng.randrange(1, len(good))],
        lambda: json.dumps({"id": f"b{number}"}),
        lambda: json.dumps({"text": "No identifier here."}),
        lambda: json.dumps({"id": f"b{number}", "text": number}),
        lambda: json.dumps({"id": {"a": 1}, "text": "An identifier that is an object."}),
        lambda: json.dumps([number, "a list"]),
        lambda: "\0" * rng.randint(1, 50),
        lambda: json.dumps({"id": f"b{number}", "text": ""}),
        lambda: '{"id": "b%d", "text": "\\ud800 alone"' % number,
        lambda: "not json at all",
        lambda: '{"id": "b%d", "text": "a raw \x01 control"}' % number,
        lambda: "[" * 5_000,
        lambda: '{"id": "b%d", "text": "a", "targets": 5}' % number,
        lambda: "".join(chr(rng.randrange(32, 0x2FF)) for _ in range(200)),
        lambda: '{"id": "b%d", "text": nul}' % number,
        lambda: json.dumps({"id": None, "text": None}),
    ][kind]()


def make_folder(folder, count):
    """Half pages, a quarter texts, a quarter records; three inputs that are broken."""
    folder = Path(folder)
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)
    records = []
    for number in range(count):
        kind = number % 4
        if kind < 2:
            (folder / "pages" / f"{number:06d}.html").write_text(page(number), encoding="utf-8")
        elif kind == 2:
            title, _, _, body = article(number)
            (folder / "texts" / f"{number:06d}.txt").write_text(
                "\n\n".join([title] + body) + "\n", encoding="utf-8")
        else:
            records.append(record(number))
    records.insert(len(records) // 2, broken(9))
    (folder / "records.ndjson").write_text("\n".join(records) + "\n", encoding="utf-8")
    (folder / "pages" / "empty.html").write_bytes(b"")
    (folder / "texts" / "zeros.txt").write_bytes(bytes(2_000))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--records", action="store_true")
    parser.add_argument("--broken", action="store_true")
    options = parser.parse_args()
    if options.records or options.broken:
        out = open(sys.stdout.fileno(), "w", encoding="utf-8", errors="surrogatepass", newline="\n")
        for number in range(options.count):
            if options.broken and number % 2:
                out.write(broken(number // 2) + "\n")
            else:
                out.write(record(number) + "\n")
    elif options.folder:
        make_folder(options.folder, options.count)
    else:
        parser.error("name a folder, or --records, or --broken")


if __name__ == "__main__":
    main()
