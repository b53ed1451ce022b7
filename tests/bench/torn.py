"""`python -m bench.torn FOLDER`: what is cut off or partly a picture brings no error that the whole does not have.

Every text of a folder is cut at random bytes, and of every PDF random pages are made pictures that nobody can read.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from tqdm import tqdm

from juesuan import auditing
from juesuan.readers.pdf import load_pdf
from juesuan.reading import understand
from kinds.test_wholeness import errors, examined, pictured, whole

SEEDS = 24
SHORTEST = 1000  # bytes of a text that are left
SHARES = (0.04, 0.1, 0.2, 0.4, 0.6)  # of a PDF's pages that are made pictures

Errors = set[tuple[str, str]]


def cut(path: Path, seed: int) -> tuple[str, Errors]:
    """A text cut at a random byte: where, and the errors that it has alone."""
    data, rng = path.read_bytes(), random.Random(f"{path.name}{seed}")
    end = rng.randrange(min(SHORTEST, len(data)), len(data) + 1)
    found = errors(examined(data[:end].decode("utf-8", errors="ignore")))
    return f"cut at byte {end}", found - whole(path)


def unseen(path: Path, seed: int) -> tuple[str, Errors]:
    """A PDF with random pages made pictures: which, and the errors that it has alone."""
    rng, count = random.Random(f"{path.name}{seed}"), len(pypdfium2.PdfDocument(path))
    pages = set(rng.sample(range(1, count + 1), max(1, round(rng.choice(SHARES) * count))))
    done = auditing.examine(understand(load_pdf(pictured(path, pages), path)), path, "zh")
    return f"pages {sorted(pages)} as pictures", errors(done) - whole(path)


def torn(folder: Path, seeds: int) -> Iterator[tuple[str, Errors]]:
    """Every torn document by name, with the errors that it has alone."""
    for path in tqdm(sorted(folder.iterdir()), disable=None):
        tear = {".txt": cut, ".pdf": unseen}.get(path.suffix)
        for seed in range(seeds if tear else 0):
            assert tear is not None
            what, found = tear(path, seed)
            yield f"{path.name}, {what}", found


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.torn", description=__doc__)
    parser.add_argument("folder", type=Path, help="a folder of texts and PDFs")
    parser.add_argument("--seeds", type=int, default=SEEDS, help=f"ways to tear each (default {SEEDS})")
    options = parser.parse_args()
    results = list(torn(options.folder, options.seeds))
    accused = [(name, found) for name, found in results if found]
    for name, found in accused:
        print(f"{name}: {sorted(found)}", file=sys.stderr)
    print(f"{len(results)} torn documents, {len(accused)} with errors that the whole does not have")
    return 1 if accused else 0


if __name__ == "__main__":
    sys.exit(main())
