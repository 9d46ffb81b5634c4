"""Reads annotation files as another program would, after the formats' own descriptions.

    python3 read_annotations.py w3c FILE.jsonld TEXT.txt
    python3 read_annotations.py brat FILE.ann TEXT.txt
    python3 read_annotations.py webanno FILE.tsv

Prints one JSON object a line, sorted: start and end in code points, the text there, and the category. Anything that
breaks the format ends it with a message. Shares no code with Parallax; needs nothing but Python.
"""
import json
import re
import sys


def fail(message):
    sys.exit("reader: " + message)


def w3c(path, text_path):
    text = open(text_path, encoding="utf-8", newline="").read()
    collection = json.load(open(path, encoding="utf-8"))
    if collection["@context"] != "http://www.w3.org/ns/anno.jsonld" or collection["type"] != "AnnotationCollection":
        fail("no annotation collection")
    items = collection["first"]["items"]
    if collection["total"] != len(items):
        fail("total differs from the number of items")
    if len({item["id"] for item in items}) != len(items):
        fail("an id twice")
    for item in items:
        if item["type"] != "Annotation" or not re.match(r"[a-z]+:", item["id"]):
            fail("an item that is no annotation")
        selectors = {selector["type"]: selector for selector in item["target"]["selector"]}
        position, quote = selectors["TextPositionSelector"], selectors["TextQuoteSelector"]
        start, end = position["start"], position["end"]
        if text[start:end] != quote["exact"]:
            fail("position and quotation differ: %r, %r" % (text[start:end], quote["exact"]))
        if not text[:start].endswith(quote["prefix"]) or not text[end:].startswith(quote["suffix"]):
            fail("prefix or suffix do not stand beside %r" % quote["exact"])
        tags = [body["value"] for body in item["body"] if body["purpose"] == "tagging"]
        if len(tags) != 1:
            fail("not one tag")
        yield start, end, text[start:end], tags[0]


def brat(path, text_path):
    text = open(text_path, encoding="utf-8", newline="").read()
    ids = set()
    for line in open(path, encoding="utf-8", newline="").read().split("\n")[:-1]:
        fields = line.split("\t")
        if fields[0] in ids:
            fail("id %s twice" % fields[0])
        ids.add(fields[0])
        if line[0] == "T":
            match = re.fullmatch(r"([A-Za-z0-9_-]+) (\d+) (\d+)", fields[1])
            if len(fields) != 3 or not match:
                fail("no text-bound annotation: %r" % line)
            start, end = int(match[2]), int(match[3])
            if text[start:end].replace("\n", " ").replace("\r", " ") != fields[2]:
                fail("offsets and text differ: %r, %r" % (text[start:end], fields[2]))
            yield start, end, text[start:end], match[1]
        elif line[0] == "A":
            name, target = fields[1].split(" ")[:2]
            if target not in ids:
                fail("an attribute of nothing: %r" % line)
        elif line[0] == "#":
            if fields[1].split(" ")[1] not in ids:
                fail("a note on nothing: %r" % line)
        else:
            fail("a line of no kind: %r" % line)


def split_unescaped(value, separator):
    parts, part, escaped = [], "", False
    for character in value:
        if escaped:
            part += character
            escaped = False
        elif character == "\\":
            part += character
            escaped = True
        elif character == separator:
            parts.append(part)
            part = ""
        else:
            part += character
    return parts + [part]


def unescape_value(value):
    return re.sub(r"\\(->|.)", lambda match: {"t": "\t", "n": "\n"}.get(match[1], match[1]), value)


def unescape_text(value):
    controls = {"t": "\t", "n": "\n", "r": "\r", "f": "\f", "b": "\b"}
    return re.sub(r"\\(.)", lambda match: controls.get(match[1], match[1]), value, flags=re.S)


def webanno(path):
    lines = open(path, encoding="utf-8", newline="").read().split("\n")
    if lines[0] != "#FORMAT=WebAnno TSV 3.3":
        fail("no format line")
    layers = [line for line in lines if line.startswith("#T_SP=")]
    features = layers[0].split("|")[1:]
    if lines[1] != layers[0] or lines[2:4] != ["", ""]:
        fail("the header does not end in two empty lines")
    # UTF-16 code units of the document; what stands between sentences is filled with blanks.
    units = []
    stacked, single = {}, []
    sentence_text, sentence_start = [], None
    for line in lines[4:]:
        if line.startswith("#Text="):
            if sentence_start is not None:
                sentence_text, sentence_start = [], None
            sentence_text.append(unescape_text(line[6:]))
            continue
        if line == "":
            continue
        fields = line.split("\t")
        begin, end = (int(part) for part in fields[1].split("-"))
        if sentence_start is None:
            sentence_start = begin
            encoded = "\n".join(sentence_text).encode("utf-16-le")
            if begin * 2 < len(units):
                fail("a sentence that begins inside another")
            units += b" \x00" * (begin - len(units) // 2)
            units += encoded
        here = bytes(units[begin * 2:end * 2]).decode("utf-16-le")
        if here != unescape_text(fields[2]):
            fail("offsets and token differ: %r, %r" % (here, fields[2]))
        columns = fields[3:3 + len(features)]
        if len(columns) != len(features) or fields[3 + len(features):] != [""]:
            fail("not as many columns as features: %r" % line)
        if columns[0] == "_":
            continue
        stacks = [split_unescaped(column, "|") for column in columns]
        if len({len(stack) for stack in stacks}) != 1:
            fail("columns with stacks of different heights: %r" % line)
        for values in zip(*stacks):
            match = re.fullmatch(r"(.*?)(?:(?<!\\)\[(\d+)\])?", values[0], flags=re.S)
            category, number = unescape_value(match[1]), match[2]
            if number is None:
                if len(stacks[0]) > 1:
                    fail("a stacked value without a number: %r" % line)
                single.append((begin, end, category))
            else:
                old = stacked.get(number, (begin, end, category))
                if old[2] != category:
                    fail("number %s on two categories" % number)
                stacked[number] = (min(old[0], begin), max(old[1], end), category)
    document = bytes(units)
    for begin, end, category in single + list(stacked.values()):
        text = document[begin * 2:end * 2].decode("utf-16-le")
        start = len(document[:begin * 2].decode("utf-16-le"))
        yield start, start + len(text), text, category


def main():
    readers = {"w3c": w3c, "brat": brat, "webanno": webanno}
    for start, end, text, category in sorted(readers[sys.argv[1]](*sys.argv[2:])):
        print(json.dumps({"start": start, "end": end, "text": text, "category": category}, ensure_ascii=False))


main()
