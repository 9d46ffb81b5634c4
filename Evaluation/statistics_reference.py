#!/usr/bin/env python3
"""Figures for the tests of ParallaxComparison's statistics, by SciPy and statsmodels.

    statistics_reference.py > Tests/ParallaxComparisonTests/Data/statistics-reference.json

Needs scipy and statsmodels. The counts are made up; the generator has a fixed seed.
"""
import itertools
import json
import math

import numpy as np
import statsmodels.api as sm
from scipy import stats
from statsmodels.stats.multitest import multipletests


def moderated(groups, prior_dispersion, prior_degrees):
    """φ̃ and p of the moderated test, by a Poisson regression with log words as its offset."""
    y = np.array([h for g in groups for h, _ in g], float)
    n = np.array([w for g in groups for _, w in g], float)
    side = np.repeat(np.arange(len(groups)), [len(g) for g in groups])
    design = np.column_stack([(side == k).astype(float) for k in range(len(groups))])
    full = sm.GLM(y, design, family=sm.families.Poisson(), offset=np.log(n)).fit(tol=1e-12)
    null = sm.GLM(y, np.ones((len(y), 1)), family=sm.families.Poisson(), offset=np.log(n)).fit(tol=1e-12)
    degrees = len(y) - len(groups)
    dispersion = max(1.0, (full.pearson_chi2 + prior_degrees * prior_dispersion) / (degrees + prior_degrees))
    statistic = null.deviance - full.deviance
    f = statistic / (len(groups) - 1) / dispersion
    return {"pearson": float(full.pearson_chi2), "dispersion": dispersion, "statistic": float(statistic),
            "p": float(stats.f.sf(f, len(groups) - 1, degrees + prior_degrees))}


def permutation(first, second):
    counts = first + second
    hits, words = sum(h for h, _ in counts), sum(w for _, w in counts)

    def ratio(chosen):
        h, w = sum(counts[i][0] for i in chosen), sum(counts[i][1] for i in chosen)
        return abs(math.log((h + .5) / (w + .5)) - math.log((hits - h + .5) / (words - w + .5)))

    real = ratio(range(len(first)))
    values = [ratio(c) for c in itertools.combinations(range(len(counts)), len(first))]
    return sum(v >= real - 1e-12 for v in values) / len(values)


def sign_flip(differences):
    real = abs(sum(differences))
    sums = [abs(sum(s * d for s, d in zip(signs, differences)))
            for signs in itertools.product((1, -1), repeat=len(differences))]
    return sum(s >= real - 1e-12 for s in sums) / len(sums)


def bca(first, second):
    """SciPy's interval of the log ratio over articles drawn anew."""
    a, b = np.array(first, float), np.array(second, float)

    def ratio(i, j, axis=-1):
        side, rest = a[i.astype(int)].sum(-2), b[j.astype(int)].sum(-2)
        return np.log2((side[..., 0] + .5) / (side[..., 1] + .5) / (rest[..., 0] + .5) * (rest[..., 1] + .5))

    found = stats.bootstrap((np.arange(len(a)), np.arange(len(b))), ratio, n_resamples=50_000, method="BCa",
                            vectorized=True, rng=np.random.default_rng(5)).confidence_interval
    return {"groups": [first, second], "low": float(found.low), "high": float(found.high)}


def main():
    draw = np.random.default_rng(11)
    tests = []
    for sizes in ((2, 2), (3, 4), (5, 5), (4, 2, 3)):
        for rate in (0.002, 0.02):
            groups = [[(int(draw.negative_binomial(3, 3 / (3 + w * rate * (1 + k)))), w)
                       for w in (int(x) for x in draw.integers(200, 1500, size))]
                      for k, size in enumerate(sizes)]
            if any(sum(h for h, _ in g) == 0 for g in groups):
                continue
            row = {"groups": groups, **moderated(groups, 2.0, 8.0)}
            if len(groups) == 2:
                row["permutation"] = permutation(*groups)
            tests.append(row)
    probabilities = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216]
    flips = [[0.4, 1.1, -0.2, 0.9, 0.3, 0.8], [0.5, -0.6, 0.1, 0.2, -0.3, 0.05, 0.4]]
    events = [[(6, 900, 2, 700), (3, 500, 1, 800), (0, 400, 2, 600), (9, 1200, 5, 1000)]]
    json.dump({
        "f": [[f, a, b, float(stats.f.sf(f, a, b))] for f in (0.1, 1, 3.5, 20) for a, b in ((1, 10), (2, 7.5), (5, 200))],
        "t": [[p, d, float(stats.t.ppf(p, d))] for p in (0.6, 0.975, 0.999) for d in (1, 4.5, 12, 300)],
        "wilson": [[a, b, *(float(x) for x in sm.stats.proportion_confint(a, b, method="wilson"))]
                   for a, b in ((0, 10), (3, 10), (50, 1000), (10, 10))],
        "tests": tests,
        "benjaminiHochberg": {"p": probabilities, "q": [float(q) for q in multipletests(probabilities, method="fdr_bh")[1]]},
        "benjaminiYekutieli": {"p": probabilities, "q": [float(q) for q in multipletests(probabilities, method="fdr_by")[1]]},
        "bca": [bca([(8 + i % 4, 400 + 10 * i) for i in range(10)], [(3 + i % 3, 450) for i in range(12)]),
                bca([(45 if i < 2 else 1, 400 + 10 * i) for i in range(10)], [(3 + i % 3, 450) for i in range(12)])],
        "signFlip": [{"differences": d, "p": sign_flip(d)} for d in flips],
        "mantelHaenszel": [{"events": e, "logRatio": math.log2(
            sum(a * m / (n + m) for a, n, b, m in e) / sum(b * n / (n + m) for a, n, b, m in e))} for e in events],
    }, __import__("sys").stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
