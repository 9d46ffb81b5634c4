#!/usr/bin/env python3
"""The constant k of the framing index that puts the median article of a collection at 50.

    framing_constant.py ANALYSES.jsonl      (make framing-constant; reads what `parallax pipe` wrote)

The index is 100·(1 − exp(−r / k)), so that k = median(r) / ln 2, r being the author's slant weight per
1,000 words. The answer does not depend on the k that the analyses were made with.
"""
import json
import math
import statistics
import sys


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    rates = []
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            author = (json.loads(line).get("framing") or {}).get("author")
            if author:
                rates.append(author["rate"])
    if not rates:
        raise SystemExit(f"{sys.argv[1]}: no analysis with words of the author's")
    median = statistics.median(rates)
    print(f"{len(rates)} articles, median rate {median:.3f}, k = {median / math.log(2):.2f}")


if __name__ == "__main__":
    main()
