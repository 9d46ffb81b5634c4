#!/usr/bin/env python3
"""Invented articles on invented events, as NDJSON, to time `parallax events` and to see it keep them apart.

    generate_events.py ARTICLES [--seed 1] [--no-dates] > articles.ndjson

Words are made of syllables and drawn as words of a language are (Zipf). An event has names, words and numbers of
its own, which its articles take in part; half of the articles are alone, the others are two to twelve on one
event. Their `event` is part of their identifier, `e17-3`, for a scorer; the program makes nothing of it. All lie
within sixty days, so that more articles are also more articles a day.
"""
import argparse
import bisect
import datetime
import itertools
import json
import random
import sys

ONSETS = "b c d f g h l m n p r s t v w br cr dr gr pl st tr sh th".split()
VOWELS = "a e i o u ai ea ou".split()
CODAS = ["", "", "", "n", "r", "s", "l", "t", "nd", "rk"]


def word(draw, syllables):
    return "".join(draw.choice(ONSETS) + draw.choice(VOWELS) + draw.choice(CODAS) for _ in range(syllables))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-dates", action="store_true")
    args = parser.parse_args()
    draw = random.Random(args.seed)
    function = "the of to and a in that was for on with by at from he she it they had were".split()
    common = list(dict.fromkeys(word(draw, draw.randint(1, 3)) for _ in range(30_000)))
    bounds = list(itertools.accumulate(1 / (rank + 3) for rank in range(len(common))))
    names = [word(draw, 2).capitalize() for _ in range(6_000)]

    def usual():
        return common[bisect.bisect(bounds, draw.random() * bounds[-1])]

    def article(people, own, numbers):
        """25 sentences of some 18 words: a third function words, one in eight of the event's own."""
        paragraphs = []
        for _ in range(8):
            sentences = []
            for _ in range(3):
                words = []
                for _ in range(draw.randint(10, 26)):
                    kind = draw.random()
                    if kind < 0.35:
                        words.append(draw.choice(function))
                    elif kind < 0.875:
                        words.append(usual())
                    elif kind < 0.91:
                        words.append(draw.choice(people))
                    elif kind < 0.985:
                        words.append(draw.choice(own))
                    else:
                        words.append(draw.choice(numbers))
                words[0] = words[0][:1].upper() + words[0][1:]
                sentences.append(" ".join(words) + ".")
            paragraphs.append(" ".join(sentences))
        return "\n\n".join(paragraphs)

    records = []
    event = 0
    while len(records) < args.articles:
        event += 1
        count = 1 if draw.random() < 0.78 else draw.randint(2, 12)
        day = datetime.date(2026, 1, 1) + datetime.timedelta(days=draw.randrange(60))
        people = [draw.choice(names) + " " + draw.choice(names) for _ in range(5)]
        own = [common[draw.randrange(1_000, len(common))] for _ in range(25)]
        numbers = [str(draw.randint(11, 9_999)) for _ in range(6)]
        for place in range(min(count, args.articles - len(records))):
            record = {
                "id": f"e{event}-{place}",
                "text": article(draw.sample(people, 4), draw.sample(own, 15), draw.sample(numbers, 4))}
            if not args.no_dates:
                record["published"] = str(day + datetime.timedelta(days=draw.randrange(3)))
            records.append(record)
    draw.shuffle(records)
    for record in records:
        sys.stdout.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
