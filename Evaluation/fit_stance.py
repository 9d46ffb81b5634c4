#!/usr/bin/env python3
"""Fits the numbers of Sources/ParallaxStance/StanceWeights.swift, and says what they do out of fold.

    fit_stance.py --data GOLD/bias --results .build/evaluation [--fit]      (make evaluate-stance, fit-stance)

Data: NewsMTSC (polarity toward targets in sentences) and BASIL (what annotators took for the author's feeling
toward main entities), as gold files, and the analyses that `make evaluate-stance` leaves in the results folder.

What is fitted: the share of each relation out of 0, 0.25 … 1.25, and what praise counts against blame, out of
0.25 … 1; no word, no entry. The two cut-offs that make labels of scores are chosen with them. Aim: macro-F1 of
NewsMTSC; a step needs 0.002. BASIL, with few articles and fewer labels that are not neutral, only tests.

Folds: five, by the gold's groups (articles, events). Whatever is "out of fold" is scored with cut-offs, and
where it says so with shares, fitted without its fold. Without --fit only cut-offs are fitted.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import os

import numpy as np

RELATIONS = ("agent", "patient", "agentOwner", "patientOwner", "owner", "object", "modifier", "predicate",
             "subject", "clause", "sentence", "own")
# StanceWeights.swift as it stands.
SHARES = dict(agent=1, patient=1, agentOwner=.75, patientOwner=.75, owner=1, object=1, modifier=1, predicate=1,
              subject=.75, clause=.5, sentence=.5, own=0)
PRAISE, EVIDENCE, PRIOR = .5, 2.0, 1.0
GRID = (0, .25, .5, .75, 1, 1.25)
FOLDS = 5
CLASSES = ("negative", "neutral", "positive")


def read(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def fold(group):
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % FOLDS


class Corpus:
    """Summed praise and blame of each target, by relation: a set of shares is then scored in milliseconds."""

    def __init__(self, rows):
        n = len(rows)
        self.y = np.array([r[1] for r in rows])
        self.fold = np.array([fold(r[0]) for r in rows])
        self.good, self.ill = np.zeros((n, len(RELATIONS))), np.zeros((n, len(RELATIONS)))
        for i, (_, _, evidence) in enumerate(rows):
            for e in evidence:
                k = RELATIONS.index(e["relation"])
                near = e["share"] / SHARES[e["relation"]] if SHARES[e["relation"]] else 1
                side = self.good if e["value"] > 0 else self.ill
                side[i, k] += abs(e["value"]) * near

    def score(self, shares, praise):
        w = np.array([shares[r] for r in RELATIONS]) * EVIDENCE
        good, ill = praise * (self.good @ w), self.ill @ w
        return (good - ill) / (good + ill + 2 * PRIOR)


def newsmtsc(data, results):
    by = {a["id"]: a for a in read(os.path.join(results, "newsmtsc-out.jsonl"))}
    rows = []
    for g in read(os.path.join(data, "newsmtsc.jsonl")):
        found = {(t["start"], t["end"]): t["evidence"] for t in by[g["id"]]["targets"]}
        for t in g["targets"]:
            rows.append((g["group"], CLASSES.index(t["polarity"]), found.get((t["start"], t["end"]), [])))
    return Corpus(rows)


def basil(data, results):
    by = {a["id"]: a for a in read(os.path.join(results, "basil-stance-out.jsonl"))}
    rows, author = [], []
    for g in read(os.path.join(data, "basil-articles.jsonl")):
        a = by.get(g["article"])
        for name in g["main_entities"] if a else ():
            label = g["labels"].get("author_feeling_" + name.replace(" ", "_"))
            if label in ("neg", "neu", "pos"):
                t = next((t for t in a["targets"] if t["name"] == name), None)
                evidence = t["evidence"] if t else []
                value = {"neg": -1, "neu": 0, "pos": 1}[label]
                rows.append((g["event"], value, evidence))
                author.append((g["event"], value, [e for e in evidence if e["voice"] == "author"]))
    return Corpus(rows), Corpus(author)


def macro(y, p):
    total = 0
    for k in range(3):
        hits, size = ((p == k) & (y == k)).sum(), (p == k).sum() + (y == k).sum()
        total += 2 * hits / size if size else 0
    return total / 3


def cuts(y, s, steps=40):
    """The two cut-offs with the highest macro-F1."""
    u = np.unique(s)
    if len(u) > steps:
        u = np.unique(np.quantile(s, np.linspace(0, 1, steps + 1)))
    c = np.r_[u[0] - 1e-6, (u[1:] + u[:-1]) / 2, u[-1] + 1e-6]
    below = np.array([[((s < x) & (y == k)).sum() for k in range(3)] for x in c])
    size = np.array([(y == k).sum() for k in range(3)])
    best = (-1.0, 0.0, 0.0)
    for i in range(len(c)):
        low, mid, high = below[i], below[i:] - below[i], size - below[i:]
        f = (2 * low[0] / (low.sum() + size[0]) + 2 * mid[:, 1] / (mid.sum(1) + size[1])
             + 2 * high[:, 2] / (high.sum(1) + size[2])) / 3
        j = int(f.argmax())
        if f[j] > best[0]:
            best = (float(f[j]), float(c[i]), float(c[i + j]))
    return best


def label(s, low, high):
    return np.where(s < low, 0, np.where(s > high, 2, 1))


def ranks(v):
    _, inverse, counts = np.unique(v, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return ((2 * ends - counts - 1) / 2)[inverse]


def spearman(a, b):
    a, b = ranks(a), ranks(b)
    return float(np.corrcoef(a, b)[0, 1]) if a.std() and b.std() else 0.0


def fit(news, keep):
    """Shares and praise for the folds that are not left out."""
    n = news.fold != keep

    def aim(shares, praise):
        return cuts(news.y[n], news.score(shares, praise)[n])[0]

    shares, praise = dict(SHARES), PRAISE
    best = aim(shares, praise)
    for _ in range(3):
        before = best
        for r in RELATIONS:
            if r == "own":
                continue
            for g in GRID:
                trial = {**shares, r: g}
                value = aim(trial, praise)
                if value > best + .002:
                    best, shares = value, trial
        for g in (.25, .5, .75, 1):
            value = aim(shares, g)
            if value > best + .002:
                best, praise = value, g
        if best == before:
            break
    return shares, praise


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--data", required=True)
    p.add_argument("--results", required=True)
    p.add_argument("--fit", action="store_true")
    o = p.parse_args()
    news = newsmtsc(o.data, o.results)
    articles, author = basil(o.data, o.results)

    def report(name, weights):
        guess, s_all, s_author = np.zeros(len(news.y), int), np.zeros(len(articles.y)), np.zeros(len(author.y))
        for k in range(FOLDS):
            shares, praise = weights[k]
            s, t = news.score(shares, praise), news.fold == k
            _, low, high = cuts(news.y[~t], s[~t])
            guess[t] = label(s, low, high)[t]
            t = articles.fold == k
            s_all[t], s_author[t] = articles.score(shares, praise)[t], author.score(shares, praise)[t]
        print(f"{name:44s} NewsMTSC macro-F1 {macro(news.y, guess):.3f}   BASIL Spearman, all voices "
              f"{spearman(articles.y, s_all):.3f}   author {spearman(author.y, s_author):.3f}")

    report("as it is, cut-offs out of fold", [(SHARES, PRAISE)] * FOLDS)
    if o.fit:
        report("all shares 1", [({**dict.fromkeys(RELATIONS, 1), "own": 0}, 1)] * FOLDS)
        fitted = [fit(news, k) for k in range(FOLDS)]
        report("shares and cut-offs out of fold", fitted)
        shares, praise = fit(news, -1)
        print("fitted on all:", json.dumps(shares), "praise", praise)
        for r in RELATIONS:
            print(f"  {r:14s} folds {[w[0][r] for w in fitted]}")
        print("  praise        ", [w[1] for w in fitted])


if __name__ == "__main__":
    main()
