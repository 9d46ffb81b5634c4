#!/usr/bin/env python3
"""How much more the counts of each category vary between articles of one outlet than chance would have it.

    dispersion.py ANALYSES.jsonl      (make dispersion; reads what `parallax pipe` wrote)

Prints φ₀ per category, of the author's words and of all: Pearson's X² of the articles' counts around their
outlet's rate, over its degrees of freedom. 1 is chance. The figures stand in DispersionCalibration.swift.
"""
import collections
import json
import sys


def dispersion(articles):
    """articles: {outlet: [(hits, words)]} → X² ÷ df, or None without hits."""
    pearson, degrees = 0.0, 0
    for counts in articles.values():
        counts = [(hits, words) for hits, words in counts if words > 0]
        words = sum(w for _, w in counts)
        hits = sum(h for h, _ in counts)
        if not words or not hits:
            continue
        rate = hits / words
        pearson += sum((h - w * rate) ** 2 / (w * rate) for h, w in counts)
        degrees += len(counts) - 1
    return pearson / degrees if degrees else None


FRAMING = "framing"
NOT_SLANT = {"hedge", "vagueSource", "promotional"}


def slant(finding):
    """Whether a finding enters the framing index."""
    category = finding["category"]
    if category.startswith("frame.") or category in NOT_SLANT:
        return False
    return category != "attribution" or finding["subcategory"] != "neutral"


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    tables = {"author": collections.defaultdict(dict), "all": collections.defaultdict(dict)}
    articles = 0
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            analysis = json.loads(line)
            if "error" in analysis or not analysis["measures"]:
                continue
            articles += 1
            outlet = analysis["document"]["outlet"]
            framing = [f["voice"] for f in analysis["findings"] if slant(f)]
            for voice, table in tables.items():
                hits = len(framing) if voice == "all" else framing.count(voice)
                table[FRAMING].setdefault(outlet, []).append((hits, analysis["words"][voice]))
            for category, measure in analysis["measures"].items():
                for voice, table in tables.items():
                    table[category].setdefault(outlet, []).append((measure[voice]["count"], analysis["words"][voice]))
    print(f"{articles} articles")
    for category in sorted(tables["author"]):
        figures = [dispersion(tables[voice][category]) for voice in ("author", "all")]
        print(category, *(f"{figure:.2f}" if figure else "-" for figure in figures))


if __name__ == "__main__":
    main()
