#!/usr/bin/env python3
"""How well `parallax events` finds events that are known: B-cubed precision, recall and F1.

    score_events.py --binary PARALLAX --articles basil-articles.jsonl --sentences basil-lexical.jsonl [--seed 1]

Articles are put together from their sentences, shuffled, and given to the program as NDJSON records with nothing
but a number for an identifier, their text, their title and (unless told otherwise) their date: event and outlet
are hidden. Shown are the defaults, with dates and without, and a range of thresholds and windows around them.

B-cubed (Bagga and Baldwin 1998): of each article, the share of its group that is of its event, and the share of
its event that is in its group; means over articles.
"""
import argparse
import csv
import io
import json
import os
import random
import subprocess
import tempfile


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts(sentences):
    """Texts by article: sentences of a paragraph joined by a blank, paragraphs by an empty line."""
    found = {}
    for row in sentences:
        found.setdefault(row["article"], {}).setdefault(row["paragraph"], []).append(row["text"])
    return {key: "\n\n".join(" ".join(p) for p in paragraphs.values()) for key, paragraphs in found.items()}


def b_cubed(gold, found):
    """Precision, recall and F1 of groups; both map articles to groups."""
    def members(groups):
        sets = {}
        for article, group in groups.items():
            sets.setdefault(group, set()).add(article)
        return sets
    by_gold, by_found = members(gold), members(found)
    precision = recall = 0.0
    for article in gold:
        same = len(by_gold[gold[article]] & by_found[found[article]])
        precision += same / len(by_found[found[article]])
        recall += same / len(by_gold[gold[article]])
    precision, recall = precision / len(gold), recall / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def group(binary, path, options=()):
    """The rows of the manifest that the program writes."""
    done = subprocess.run([binary, "events", path, "--quiet", *options], capture_output=True, check=True)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    return {row["id"]: row for row in rows}


def auroc(positives, negatives):
    """The share of pairs in which the positive one is higher; ties count half."""
    if not positives or not negatives:
        return None
    wins = sum((p > n) + (p == n) / 2 for p in positives for n in negatives)
    return wins / len(positives) / len(negatives)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--sentences", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", action="store_true", help="also list articles in a wrong group")
    args = parser.parse_args()
    bodies = texts(read(args.sentences))
    articles = read(args.articles)
    random.Random(args.seed).shuffle(articles)
    gold = {str(i): a["event"] for i, a in enumerate(articles)}
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, fields in [("dates", ("title", "date")), ("no dates", ("title",)), ("text alone", ())]:
            paths[name] = os.path.join(folder, name.replace(" ", "-") + ".ndjson")
            with open(paths[name], "w", encoding="utf-8") as out:
                for i, article in enumerate(articles):
                    record = {"id": str(i), "text": bodies[article["article"]]}
                    if "title" in fields:
                        record["title"] = article["title"]
                    if "date" in fields:
                        record["published"] = article["date"]
                    out.write(json.dumps(record) + "\n")
        print(f"{len(gold)} articles, {len(set(gold.values()))} events, seed {args.seed}")
        print(f"{'':34}{'P':>7}{'R':>7}{'F1':>7}{'groups':>8}")

        def show(label, rows):
            found = {article: row["event"] for article, row in rows.items()}
            p, r, f = b_cubed(gold, found)
            print(f"{label:34}{p:7.3f}{r:7.3f}{f:7.3f}{len(set(found.values())):8}")
            return found

        for name, path in paths.items():
            rows = group(args.binary, path)
            found = show(f"defaults, {name}", rows)
            mates = {a: {b for b in gold if gold[b] == gold[a]} for a in gold}
            ours = {a: {b for b in found if found[b] == found[a]} for a in found}
            right = {a for a in gold if mates[a] == ours[a]}
            area = auroc([float(rows[a]["sure"]) for a in right],
                         [float(rows[a]["sure"]) for a in gold if a not in right])
            if area is not None:
                print(f"{'':4}{len(gold) - len(right)} articles in a group that is not their event; "
                      f"`sure` tells them from the others with an AUROC of {area:.3f}")
            for edge in (0.6, 0.7, 0.8, 0.9):
                sure = [a for a in gold if float(rows[a]["sure"]) >= edge]
                if sure:
                    print(f"{'':4}sure >= {edge}: {len(sure)} articles, "
                          f"{sum(a in right for a in sure) / len(sure):.3f} of them right")
            if args.errors:
                for a in sorted(set(gold) - right, key=lambda a: (gold[a], int(a))):
                    print("   ", gold[a][:8], articles[int(a)]["outlet"], articles[int(a)]["date"],
                          articles[int(a)]["title"][:50], "|", rows[a]["event"], rows[a]["sure"], rows[a]["next"])
        for name in ("dates", "no dates"):
            for threshold in (0.05, 0.08, 0.1, 0.12, 0.15, 0.18, 0.2, 0.25, 0.3):
                show(f"threshold {threshold}, {name}",
                     group(args.binary, paths[name], ["--threshold", str(threshold)]))
        for window in (0, 1, 2, 3, 5, 7, 10, 14, 30):
            show(f"window {window}, dates", group(args.binary, paths["dates"], ["--window", str(window)]))


if __name__ == "__main__":
    main()
