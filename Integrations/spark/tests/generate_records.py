#!/usr/bin/env python3
"""Writes NDJSON records with articles of our own invention, the same for the same seed.

    generate_records.py --records 20000 --bad 0.01 > records.ndjson

People, places and events are invented. One record in a hundred (`--bad`) cannot be analyzed, in six ways;
some are web pages, some are short, some in another language. Sentences are put together at random, so the
articles read as nonsense of the right kind: what counts is that they cost what articles cost.
"""

import argparse
import html
import json
import random
import sys

PEOPLE = [
    "Mara Ellin",
    "Tobias Quell",
    "Ines Corrado",
    "Jonah Pellworth",
    "Sanna Ruud",
    "Petra Vance",
    "Amos Tarrow",
    "Lucía Brandt",
    "Oren Halloway",
    "Dilys Marchmont",
]
OFFICES = ["Mayor", "Councillor", "Harbor master", "Senator", "Commissioner", "Professor", "Governor"]
PLACES = ["Port Ansel", "Tidewater", "Lower Brill", "Kessing", "Old Ferry", "Marrowgate", "São Telmo"]
OUTLETS = [
    "The Tidewater Ledger",
    "Northern Wire",
    "The Harbour Voice",
    "Kessing Courier",
    "Brill Evening Post",
]
THINGS = [
    "the ferry order",
    "the harbor plan",
    "the new pier",
    "the toll on the bridge",
    "the school budget",
    "the water tax",
    "the night bus",
    "the seawall contract",
    "the fishing quota",
    "the library closure",
]
VERBS = [
    "said",
    "claimed",
    "warned",
    "pointed out",
    "insisted",
    "conceded",
    "argued",
    "told reporters",
    "blasted",
]
JUDGEMENTS = [
    "reckless",
    "bold",
    "long overdue",
    "a waste of time",
    "utterly absurd",
    "a modest step",
    "disastrous",
    "remarkably generous",
    "deeply flawed",
    "a triumph of patience",
    "shameful",
    "sensible",
]
PATTERNS = [
    "{office} {person} {verb} on {day} that {thing} was {judgement}.",
    "“{Thing} is {judgement},” {verb} {person}, who has sat on the council of {place} for {n} years.",
    "{Thing} will cost {n} million a year, according to a report by the harbor office of {place}.",
    "Critics say {thing} failed to deliver what {person} promised in the spring.",
    "Perhaps {thing} is {judgement}; perhaps, as residents of {place} suspect, nobody has read it.",
    "The vote, {n} to {m}, came after midnight, and {person} left the chamber without a word.",
    "According to a source with knowledge of the plans, {office} {person} had seen the figures in {month}.",
    "{Thing} was finally slapped on {place} by a regime of officials that answers to no one.",
    "“We were never asked,” {verb} a fisherman in {place}. “Not once in {n} years.”",
    "In {month} the committee published {n} pages of tables, none of which mention {place}.",
    "Make no mistake: {thing} is, clearly, {judgement}.",
    "{person} and {other} met in {place} on {day}; neither would comment on {thing}.",
    "Traffic across the sound fell by {n} percent, the office {verb}, and rose again in {month}.",
    "The so-called reform of {thing} left {n} households in {place} without a timetable.",
    "It may well be that {other} was right when she called {thing} {judgement} 🌊.",
    "{office} {person} did not say that {thing} was {judgement}, a spokesman {verb}.",
    "A court in {place} will hear the case against {person} in {month}.",
    "The price of a crossing is set at {n} crowns, {m} more than last year.",
]
GERMAN = (
    "Der Hafen von {place} wurde am Dienstag geschlossen, und niemand wusste, wann die Fähre wieder fahren"
    " würde. Die Bürgermeisterin sagte, man habe den Plan nicht gelesen."
)


class Generator:
    """Draws articles from a seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def sentence(self) -> str:
        draw = self.random.choice
        thing = draw(THINGS)
        person, other = self.random.sample(PEOPLE, 2)
        return draw(PATTERNS).format(
            office=draw(OFFICES),
            person=person,
            other=other,
            verb=draw(VERBS),
            thing=thing,
            Thing=thing[0].upper() + thing[1:],
            judgement=draw(JUDGEMENTS),
            place=draw(PLACES),
            day=draw(["Monday", "Tuesday", "Friday", "Sunday"]),
            month=draw(["March", "June", "October"]),
            n=self.random.randint(3, 98),
            m=self.random.randint(1, 60),
        )

    def paragraphs(self, words: int) -> "list[str]":
        paragraphs, count = [], 0
        while count < words:
            paragraph = " ".join(self.sentence() for _ in range(self.random.randint(2, 5)))
            paragraphs.append(paragraph)
            count += paragraph.count(" ") + 1
        return paragraphs

    def record(self, number: int) -> "dict[str, object]":
        draw = self.random.random()
        outlet = self.random.choice(OUTLETS)
        record = {"id": f"a{number:06}", "outlet": outlet, "url": f"https://example.org/{number}"}
        headline = f"{self.random.choice(PLACES)} argues over {self.random.choice(THINGS)}"
        if draw < 0.01:
            record["text"] = GERMAN.format(place=self.random.choice(PLACES)) * 5
        elif draw < 0.03:
            record["text"] = self.sentence()
        else:
            # As long as news is: most of a few hundred words, a few of several thousand.
            paragraphs = self.paragraphs(min(6_000, int(self.random.lognormvariate(6.2, 0.6))))
            if draw < 0.13:
                body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs)
                record["html"] = (
                    f"<!doctype html><html lang=en><head><title>{headline}</title></head><body><nav>"
                    f"<a href=/>Home</a></nav><article><h1>{headline}</h1>\n{body}</article>"
                    "<footer>All rights</footer></body></html>"
                )
            else:
                record["text"] = "\n\n".join([headline, *paragraphs])
        return record

    def bad_line(self, number: int) -> str:
        name = f"bad{number:06}"
        return self.random.choice(
            [
                '{"id": "' + name + '", "text": "the line breaks off',
                json.dumps({"id": name}),
                json.dumps({"text": "A text without a name."}),
                json.dumps({"id": name, "text": ""}),
                json.dumps({"id": name, "text": "Two", "html": "<p>texts"}),
                f"{number},comma,separated",
            ]
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--bad", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    generator = Generator(options.seed)
    # Exactly that share, evenly spread: a test can count them.
    every = round(1 / options.bad) if options.bad else 0
    for number in range(1, options.records + 1):
        if every and number % every == every // 2:
            line = generator.bad_line(number)
        else:
            line = json.dumps(generator.record(number), ensure_ascii=False)
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
