#!/usr/bin/env python3
"""Builds Background/words-en.tsv: how often words stand in general English.

    apt-get download anarchism debian-handbook dict-gcide wordnet-base
    python3 Evaluation/background_words.py *.deb > Background/words-en.tsv

Counts the words of four documentation packages of Debian 12, gives each the same weight, and writes the most
frequent forms with their frequency per 100 million words. Only these numbers go into the project, no text.
Words are cut as Parallax cuts them: lower case, a hyphenated compound is one word, clitics such as 's are left
out, n't stays in its word. Forms that fewer than two of the packages use are left out.
"""

import collections
import gzip
import html
import pathlib
import re
import subprocess
import sys
import tempfile

FORMS = 30_000
WORD = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
CLITIC = re.compile(r"(?:'(?:s|re|ve|ll|d|m))+$")
TAG = re.compile(r"(?s)<(script|style|pre)\b.*?</\1>|<!--.*?-->|<[^>]*>")


def texts(package, root):
    """The prose of a package, piece by piece."""
    if package == "anarchism":
        for path in sorted(root.glob("usr/share/doc/anarchism/html/sec*.html")):
            yield html.unescape(TAG.sub(" ", path.read_text("utf-8", "replace")))
    elif package == "debian-handbook":
        for path in sorted(root.glob("usr/share/doc/debian-handbook/html/en-US/*.html")):
            yield html.unescape(TAG.sub(" ", path.read_text("utf-8", "replace")))
    elif package == "dict-gcide":
        with gzip.open(root / "usr/share/dictd/gcide.dict.dz") as file:
            text = file.read().decode("utf-8", "replace")
        # Marks of pronunciation, grammar and author stand in brackets.
        yield re.sub(r"\\[^\\\n]*\\|\[[^\]]*\]|\{|\}", " ", text)
    elif package == "wordnet-base":
        for path in sorted((root / "usr/share/wordnet").glob("data.*")):
            for line in path.read_text("utf-8", "replace").splitlines():
                if "|" in line:
                    yield line.split("|", 1)[1]
    else:
        sys.exit(f"{package}: not one of the packages this table is made of")


def main():
    shares = collections.defaultdict(dict)
    for name in sorted(sys.argv[1:]):
        package = pathlib.Path(name).name.split("_")[0]
        counts = collections.Counter()
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(["dpkg-deb", "-x", name, folder], check=True)
            for text in texts(package, pathlib.Path(folder)):
                for word in WORD.findall(text.lower().replace("’", "'")):
                    word = CLITIC.sub("", word)
                    if len(word) > 1 or word in "aio":
                        counts[word] += 1
        total = sum(counts.values())
        print(f"{package}: {total} words", file=sys.stderr)
        for word, count in counts.items():
            shares[word][package] = count / total
    packages = len(sys.argv) - 1
    table = {w: sum(s.values()) / packages for w, s in shares.items() if len(s) > 1}
    top = sorted(table, key=lambda w: (-table[w], w))[:FORMS]
    for word in sorted(top):
        print(f"{word}\t{max(1, round(table[word] * 1e8))}")


main()
