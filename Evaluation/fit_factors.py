#!/usr/bin/env python3
"""Fits the numbers of Sources/ParallaxScoring/SlantFactors.swift, and says what they do out of fold.

    fit_factors.py --eval EVAL/bias --data GOLD/bias --results .build/evaluation      (make fit-factors)

Data: BABE (sentences, annotated words) and BASIL (sentences and spans with lexical bias), as gold files, and
the analyses that `make evaluate-bias` leaves in the results folder. What is fitted: a factor for each group
of categories (evaluative, loaded, figurative, charged and doubting attribution stand at 1) and one for other
voices, each out of 0.25, 0.5, 0.75, 1; no word, no entry. Factors already in the analyses are taken out first.

Aim: AUROC of sentences, within outlets for BABE, average precision for BASIL, F1 of words, each divided by
its goal. Ascent one factor at a time, three rounds; a step needs a gain of 0.001.

Folds: five, BASIL by event (three outlets' articles on one event stay together), BABE by document. Every
sentence of "out of fold" is scored with factors fitted without its fold.
"""
from __future__ import annotations

import argparse
import hashlib
import os
import sys

import numpy as np

FITTED = ("attribution.committing", "attribution.endorsing", "booster", "engagement", "intensifier", "irony",
          "presupposition", "slogan")
GRID = (0.25, 0.5, 0.75, 1.0)
FOLDS = 5
SHORTEST = 50  # words; Scorer.shortest
GOALS = {"babe": {"auroc": .75, "within": .72, "words": .42}, "basil": {"auroc": .75, "ap": .18, "words": .16}}


def group(finding):
    name = finding["category"] + "." + (finding["subcategory"] or "")
    names = [i for i, g in enumerate(FITTED) if g in (name, finding["category"])]
    return names[0] if names else len(FITTED)


class Corpus:
    """Sentences and findings as arrays: a set of factors is then scored in milliseconds."""

    def __init__(self, name, rows, scorer):
        self.name, self.scorer, n = name, scorer, len(rows)
        self.n = n
        self.y = np.array([r["label"] for r in rows])
        # BABE's sentences stand alone: their score is the article's, which has no shortest length.
        self.words = np.array([max(r["words"], SHORTEST if name == "basil" else 1) for r in rows], float)
        self.outlet = np.array([r["outlet"] for r in rows])
        self.fold = np.array([int(hashlib.sha256(r["group"].encode()).hexdigest(), 16) % FOLDS for r in rows])
        self.gold = np.concatenate([r["gold"] for r in rows])
        self.row_of_token = np.repeat(np.arange(n), [len(r["gold"]) for r in rows])
        row, kind, quoted, weight, tokens, owners, offset = [], [], [], [], [], [], 0
        for i, r in enumerate(rows):
            for f, places in r["findings"]:
                tokens += [offset + p for p in places]
                owners += [len(weight)] * len(places)
                row.append(i)
                kind.append(group(f))
                quoted.append(int(f["voice"] != "author"))
                factors = f.get("factors") or {}
                weight.append(f["effectiveWeight"] / (factors.get("category", 1) * factors.get("voice", 1)))
            offset += len(r["gold"])
        self.row, self.kind, self.quoted, self.weight = map(np.array, (row, kind, quoted, weight))
        self.tokens, self.owners = np.array(tokens), np.array(owners)

    def predict(self, factors):
        """Scores of sentences and of tokens."""
        kinds = np.append(factors[:-1], 1.0)
        weight = self.weight * kinds[self.kind] * np.array([1.0, factors[-1]])[self.quoted]
        token = np.full(len(self.gold), -1.0)
        np.maximum.at(token, self.tokens, weight[self.owners])
        return np.bincount(self.row, weight, self.n) / self.words, token

    def measure(self, sentence, token, use=None):
        use = np.ones(self.n, bool) if use is None else use
        y, s = self.y[use], sentence[use]
        ones = np.ones((1, len(y)))
        auroc, ap = (float(v[0]) for v in self.scorer.ranking(y, s, ones))
        kept = use[self.row_of_token]
        result = {"auroc": auroc, "ap": ap, "words": best_f1(self.gold[kept], token[kept])}
        if self.name == "babe":
            above = below = 0.0
            for outlet in sorted(set(self.outlet[use])):
                own = self.outlet[use] == outlet
                pairs = float(y[own].sum() * (1 - y[own]).sum())
                if pairs:
                    above += pairs * float(self.scorer.ranking(y[own], s[own], ones[:, own])[0][0])
                    below += pairs
            result["within"] = above / below
        return result


def best_f1(gold, score):
    order = np.argsort(-score, kind="stable")
    gold_sorted, s = gold[order], score[order]
    hits = np.cumsum(gold_sorted)
    f = 2 * hits / (np.arange(1, len(s) + 1) + gold.sum())
    return float(np.where((s > 0) & np.r_[s[1:] != s[:-1], True], f, 0).max())


def aim(corpora, factors, uses):
    total = 0.0
    for corpus, use in zip(corpora, uses):
        measured = corpus.measure(*corpus.predict(factors), use)
        total += sum(measured[k] / goal for k, goal in GOALS[corpus.name].items())
    return total


def fit(corpora, uses):
    factors = np.ones(len(FITTED) + 1)
    best = aim(corpora, factors, uses)
    for _ in range(3):
        before = factors.copy()
        for i in range(len(factors)):
            for value in GRID:
                tried = factors.copy()
                tried[i] = value
                gain = aim(corpora, tried, uses)
                if gain > best + 0.001:
                    best, factors = gain, tried
        if (before == factors).all():
            break
    return factors


def rows(task, options, adapt, scorer, common):
    gold = common.read_jsonl(f"{options.data}/{task}.jsonl")
    by_id = adapt.load(f"{options.results}/{task}-out.jsonl")
    if task == "basil-lexical":
        groups = adapt.articles(gold)
    else:
        groups = {r["id"]: (r["text"], [(r, 0)]) for r in gold}
    out = []
    for key, (text, places) in groups.items():
        analysis = by_id[key]
        to = adapt.mapping(analysis["document"]["text"], text)
        for record, start in places:
            tokens = common.tokens(record["text"])
            spans = scorer.gold_spans(record, task)
            findings = []
            for f in analysis["findings"]:
                first, last = to[f["start"]], to[f["end"] - 1]
                if first is None or last is None or first < start or last >= start + len(record["text"]):
                    continue
                if adapt.slant(f):
                    b, e = first - start, last + 1 - start
                    findings.append((f, [i for i, t in enumerate(tokens) if b < t[1] and t[0] < e]))
            out.append({
                "label": int(record["biased" if task == "babe-sentence" else "lexical"]),
                "words": len(tokens), "outlet": record["outlet"], "group": record["group"], "findings": findings,
                "gold": np.array([any(s["start"] < t[1] and t[0] < s["end"] for s in spans) for t in tokens], bool),
            })
    return out


def show(label, corpus, sentence, token):
    measured = corpus.measure(sentence, token)
    print(f"{label:12s} {corpus.name:6s} " + "  ".join(f"{k} {v:.3f}" for k, v in sorted(measured.items())))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--eval", required=True, help="folder with adapt.py and score.py")
    parser.add_argument("--data", required=True, help="folder with the gold files")
    parser.add_argument("--results", required=True, help="folder with TASK-out.jsonl")
    options = parser.parse_args()
    sys.path[:0] = [options.eval, os.path.join(options.eval, "..")]
    import adapt
    import common
    import score as scorer
    corpora = [Corpus(name, rows(task, options, adapt, scorer, common), scorer)
               for name, task in (("babe", "babe-sentence"), ("basil", "basil-lexical"))]
    for corpus in corpora:
        show("all 1", corpus, *corpus.predict(np.ones(len(FITTED) + 1)))
    everything = [np.ones(c.n, bool) for c in corpora]
    factors = fit(corpora, everything)
    print("fitted", {k: float(v) for k, v in zip(FITTED + ("quoted",), factors)})
    for corpus in corpora:
        show("in sample", corpus, *corpus.predict(factors))
    unseen = [(np.zeros(c.n), np.full(len(c.gold), -1.0)) for c in corpora]
    for fold in range(FOLDS):
        own = fit(corpora, [c.fold != fold for c in corpora])
        print("fold", fold + 1, [float(v) for v in own])
        for corpus, (sentence, token) in zip(corpora, unseen):
            scores, marks = corpus.predict(own)
            sentence[corpus.fold == fold] = scores[corpus.fold == fold]
            mine = (corpus.fold == fold)[corpus.row_of_token]
            token[mine] = marks[mine]
    for corpus, (sentence, token) in zip(corpora, unseen):
        show("out of fold", corpus, sentence, token)


if __name__ == "__main__":
    main()
