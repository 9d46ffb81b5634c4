#!/usr/bin/env python3
"""B-cubed of a manifest of generate_events.py's articles, whose identifiers hold their event.

    parallax events articles.ndjson | score_generated_events.py
"""
import csv
import sys

from score_events import b_cubed

rows = list(csv.DictReader(sys.stdin))
gold = {row["id"]: row["id"].split("-")[0] for row in rows}
found = {row["id"]: row["event"] for row in rows}
print("P {:.3f}  R {:.3f}  F1 {:.3f}".format(*b_cubed(gold, found)))
