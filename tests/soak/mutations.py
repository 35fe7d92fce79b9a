"""The ways in which a file for import is spoilt: each a kind with a name, made from a good export by chance."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from typing import Any

Spoilt = tuple[str, bytes | int]  # the ending of the file's name, and what is in it or how large it is
Mutation = Callable[[bytes, random.Random], Spoilt]

TOO_LARGE = 257 * 1024 * 1024
JUNK: tuple[Any, ...] = (
    None, True, False, 0, -1, 1e308, -1e308, 10**400, 2**63, 2**64, -(2**63) - 1, 0.1, "", "x", "x" * 100_000, [], {},
    [[]], {"a": {}}, "NaN", "../../../etc/passwd", "=1+1", "@SUM(A1)", "-2+3", "\x00", "\ud800", "ﬀ", "🙂" * 50,
    "2026-02-30", "2026-13-01T00:00:00.000000Z", "9999-12-31T23:59:59.999999Z", "0001-01-01T00:00:00.000000Z", "left",
    "00000000-0000-0000-0000-000000000000", "'; DROP TABLE readings; --", 1.5, [None] * 1000, "{", "[]", "\u202e",
)  # fmt: skip


def mutate(good: bytes, chance: random.Random) -> tuple[str, str, bytes | int]:
    """A kind, an ending and a content, by chance."""
    kind = chance.choice(list(KINDS))
    ending, content = KINDS[kind](good, chance)
    return kind, ending, content


def _text(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=True).encode()


def _place(document: dict[str, Any], chance: random.Random) -> tuple[list[Any], int]:
    """A table that has rows, and the number of one of them."""
    rows = chance.choice([rows for rows in document.values() if isinstance(rows, list) and rows])
    return rows, chance.randrange(len(rows))


def as_it_is(good: bytes, _chance: random.Random) -> Spoilt:
    return ".json", good


def truncated(good: bytes, chance: random.Random) -> Spoilt:
    return ".json", good[: chance.randrange(len(good))]


def flipped(good: bytes, chance: random.Random) -> Spoilt:
    spoilt = bytearray(good)
    for _byte in range(chance.choice((1, 1, 3, 50))):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return ".json", bytes(spoilt)


def cut_out(good: bytes, chance: random.Random) -> Spoilt:
    start = chance.randrange(len(good))
    return ".json", good[:start] + good[start + chance.randrange(1, 400) :]


def noise(_good: bytes, chance: random.Random) -> Spoilt:
    return ".json", chance.randbytes(chance.randrange(5000))


def encoded(good: bytes, chance: random.Random) -> Spoilt:
    encoding = chance.choice(("utf-16", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7"))
    return ".json", good.decode().encode(encoding, errors="replace")


def junk_value(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    for _value in range(chance.choice((1, 1, 1, 5))):
        rows, number = _place(document, chance)
        if isinstance(rows[number], dict):
            rows[number][chance.choice(list(rows[number]))] = chance.choice(JUNK)
    return ".json", _text(document)


def junk_row(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    rows, number = _place(document, chance)
    rows[number] = chance.choice(JUNK)
    return ".json", _text(document)


def junk_table(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    document[chance.choice([*document, "tables", "__proto__", "../x"])] = chance.choice(JUNK)
    return ".json", _text(document)


def junk_document(_good: bytes, chance: random.Random) -> Spoilt:
    return ".json", _text(chance.choice(JUNK))


def missing(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    if chance.random() < 0.3:
        del document[chance.choice(list(document))]
    else:
        rows, number = _place(document, chance)
        del rows[number][chance.choice(list(rows[number]))]
    return ".json", _text(document)


def more(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    rows, number = _place(document, chance)
    rows[number][chance.choice(("more", "id2", "", "__class__", "rowid"))] = chance.choice(JUNK)
    return ".json", _text(document)


def twice(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    rows, number = _place(document, chance)
    rows.insert(chance.randrange(len(rows)), rows[number])
    return ".json", _text(document)


def without_its_owner(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    for name in ("sessions", "readings"):
        if document.get(name):
            del document[name][chance.randrange(len(document[name]))]
    return ".json", _text(document)


def mixed(good: bytes, chance: random.Random) -> Spoilt:
    """The values of two rows of a table change places."""
    document = json.loads(good)
    rows, number = _place(document, chance)
    other = chance.randrange(len(rows))
    key = chance.choice(list(rows[number]))
    rows[number][key], rows[other][key] = rows[other][key], rows[number][key]
    return ".json", _text(document)


def no_number(good: bytes, chance: random.Random) -> Spoilt:
    """What JSON has no place for, and numbers that no computer holds."""
    text = good.decode()
    at = [place for place in (text.find('"value": ', chance.randrange(len(text))), text.find('"work": ')) if place >= 0]
    start = text.index(": ", at[0]) + 2 if at else len(text) // 2
    end = min(place for place in (text.find(",", start), text.find("\n", start), len(text)) if place >= 0)
    number = chance.choice(("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 6000, "0x10", "1_000", "01", "1."))
    return ".json", (text[:start] + number + text[end:]).encode()


def deep(good: bytes, chance: random.Random) -> Spoilt:
    depth = chance.choice((500, 5000, 200_000))
    nested = chance.choice(("[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth, "[" * depth)).encode()
    if chance.random() < 0.5:
        return ".json", nested
    return ".json", good.replace(b'"readings": [', b'"readings": [' + nested + b",", 1)


def long_text(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    rows, number = _place(document, chance)
    rows[number][chance.choice(list(rows[number]))] = chance.choice('xé=\\"') * chance.choice((3000, 1_000_000))
    return ".json", _text(document)


def formulas(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    for rows in document.values():
        for row in rows if isinstance(rows, list) else ():
            if "note" in row:
                row["note"] = chance.choice(("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"))
    return ".json", _text(document)


def outside(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    rows, number = _place(document, chance)
    names = [name for name in rows[number] if name.endswith("_id") or name == "id"]
    if names:
        rows[number][chance.choice(names)] = chance.choice(("../../evil", "/etc/passwd", "C:\\evil", "..", "con"))
    return ".json", _text(document)


def newer(good: bytes, chance: random.Random) -> Spoilt:
    document = json.loads(good)
    document["version"] = chance.choice((0, -1, 2, 10**9, "1", 1.0, None))
    return ".json", _text(document)


def too_large(_good: bytes, _chance: random.Random) -> Spoilt:
    return ".json", TOO_LARGE


def zip_bomb(_good: bytes, chance: random.Random) -> Spoilt:
    """Ten million zeros for each name in a few kilobytes, or a directory that lies about what is in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in ("datapackage.json", "readings.csv", "sets.csv"):
            packed.writestr(name, b"0" * 10_000_000)
    content = bytearray(file.getvalue())
    if chance.random() < 0.5:
        at = content.rindex(b"PK\x01\x02")
        content[at + 24 : at + 28] = struct.pack("<I", 10)  # the size it says it will have
    return chance.choice((".zip", ".json")), bytes(content)


def zip_names(good: bytes, chance: random.Random) -> Spoilt:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(chance.choice(("../../evil.csv", "/etc/passwd", "..\\evil.csv", "limber.json")), good[:1000])
        packed.writestr("readings.csv", 'id,measure,note\r\n1,floor-touch,"=1+1"\r\n')
    content = file.getvalue()
    return ".zip", content[: chance.choice((len(content), len(content) // 2))]


def wrong_ending(good: bytes, chance: random.Random) -> Spoilt:
    return chance.choice((".zip", ".csv", ".JSON", ".json.gz", "", ".db")), good


KINDS: dict[str, Mutation] = {
    mutation.__name__.replace("_", " "): mutation
    for mutation in (
        as_it_is, truncated, flipped, cut_out, noise, encoded, junk_value, junk_row, junk_table, junk_document, missing,
        more, twice, without_its_owner, mixed, no_number, deep, long_text, formulas, outside, newer, too_large,
        zip_bomb, zip_names, wrong_ending,
    )
}  # fmt: skip
