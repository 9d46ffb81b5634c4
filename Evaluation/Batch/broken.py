"""Sends broken records among good ones through `parallax pipe`.

    python3 Evaluation/Batch/broken.py .build/release/parallax [--records 20000]

Every second record is broken: cut JSON, missing and wrong members, NULs, control characters, lone surrogates,
nesting, noise, and a few lines over the limit. Each must come back as one line with an error, in its place, and
the good ones must come back as they do when they are alone.
"""

import argparse
import json
import subprocess
import sys

import articles


def pipe(binary, lines):
    done = subprocess.run([binary, "pipe"], input=b"\n".join(lines) + b"\n", capture_output=True)
    return done.returncode, done.stdout.split(b"\n")[:-1], done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--records", type=int, default=20_000)
    options = parser.parse_args()
    good, mixed = [], []
    for number in range(options.records // 2):
        good.append(articles.record(number).encode())
        if number % 2_500 == 7:
            bad = b'{"id": "long%d", "text": "' % number + b"word " * 4_500_000 + b'"}'
        else:
            bad = articles.broken(number).encode("utf-8", "surrogatepass")
        mixed += [good[-1], bad]
    status, alone, _ = pipe(options.binary, good)
    if status != 0 or len(alone) != len(good):
        sys.exit(f"FAILED: good records alone: status {status}, {len(alone)} lines of {len(good)}")
    status, together, errors = pipe(options.binary, mixed)
    if status != 2 or len(together) != len(mixed):
        sys.exit(f"FAILED: status {status}, {len(together)} lines of {len(mixed)}: {errors[:500]}")
    harmed = sum(one != other for one, other in zip(alone, together[0::2]))
    codes = {}
    for line in together[1::2]:
        code = json.loads(line).get("error", {}).get("code", "none")
        codes[code] = codes.get(code, 0) + 1
    print(f"{len(mixed)} records, {len(together)} lines; good ones harmed: {harmed}; errors: {codes}")
    if harmed or "none" in codes:
        sys.exit("FAILED")


if __name__ == "__main__":
    main()
