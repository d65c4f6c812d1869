"""Validates every authored file by the program's JSON Schemas and the package jsonschema; then each of them broken in every
place: an unknown key, a required one gone, a word that is none, a value of another type.

usage: schema.py PROGRAM SITE...
"""

import copy
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import jsonschema

FOLDERS = {
    "items": "item", "exercises": "exercise", "filings": "filing", "pages": "page", "calendars": "calendar",
    "inspections": "inspection", "feedback": "feedback", "accountability": "accountability", "assessments": "assessment", "statistics": "statistics",
}


def kind_of(path):
    """The kind of a file below content/, or None."""
    if path.name.endswith(".internal.md") or path.suffix not in (".toml", ".md"):
        return None
    if len(path.parts) == 1:
        return path.stem
    return "record" if path.parts[0] == "records" else FOLDERS.get(path.parts[0])


def plain(value):
    """TOML as JSON has it: dates are strings."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def fields_of(path):
    text = path.read_text(encoding="utf-8-sig")
    return plain(tomllib.loads(text.split("+++", 2)[1] if path.suffix == ".md" else text))


def tables(schema, value, at=()):
    """Every table of a value with its path and its schema."""
    for each in schema.get("anyOf", []):
        if isinstance(value, dict) and each.get("type") == "object":
            schema = each
    if isinstance(value, dict):
        yield at, schema
        for key, below in value.items():
            yield from tables(schema["properties"][key], below, at + (key,))
    elif isinstance(value, list):
        for place, below in enumerate(value):
            items = schema["items"]
            if isinstance(below, dict):
                yield from tables(items, below, at + (place,))


def broken(schema, value):
    """The value with one mistake, for each that it can have, and what the mistake is."""
    for at, below in tables(schema, value):
        def changed(change):
            copied = copy.deepcopy(value)
            table = copied
            for step in at:
                table = table[step]
            change(table)
            return copied

        where = "/".join(map(str, at))
        table = value
        for step in at:
            table = table[step]
        yield f"{where}: an unknown key", changed(lambda t: t.update({"no_such_key": "x"}))
        for key in below.get("required", []):
            yield f"{where}: without {key}", changed(lambda t: t.pop(key))
        for key, is_so in table.items():
            of = below["properties"][key]
            yield f"{where}: {key} of a wrong type", changed(lambda t: t.update({key: 0.5}))
            if "enum" in of:
                yield f"{where}: {key} no word", changed(lambda t: t.update({key: "no such word"}))
            if "enum" in of.get("items", {}):
                yield f"{where}: {key} no word", changed(lambda t: t.update({key: is_so + ["no such word"]}))
            if of.get("format") == "date":
                yield f"{where}: {key} no date", changed(lambda t: t.update({key: "2026-7-1"}))
            if of.get("type") == "string":
                yield f"{where}: {key} blank", changed(lambda t: t.update({key: "  "}))


def main(program, sites):
    folder = tempfile.TemporaryDirectory()
    subprocess.run([program, "schema", "--dir", folder.name], check=True, stdout=subprocess.DEVNULL)
    validators = {}
    for file in pathlib.Path(folder.name).iterdir():
        schema = json.loads(file.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validators[file.name.removesuffix(".schema.json")] = jsonschema.Draft202012Validator(schema)
    wrong, files, mistakes, seen = [], 0, 0, set()
    for site in sites:
        content = pathlib.Path(site, "content")
        for path in sorted(content.rglob("*")):
            kind = kind_of(path.relative_to(content))
            if kind is None:
                continue
            seen.add(kind)
            files += 1
            validator, value = validators[kind], fields_of(path)
            wrong += [f"{path}: {'/'.join(map(str, e.absolute_path))}: {e.message[:200]}" for e in validator.iter_errors(value)]
            for what, bad in broken(validator.schema, value):
                mistakes += 1
                if validator.is_valid(bad):
                    wrong.append(f"{path}: {what} passes")
    missing = set(validators) - seen - {"waivers"}
    if wrong or missing:
        sys.exit("\n".join(wrong + [f"no file of the kind {kind}" for kind in sorted(missing)]))
    print(f"{files} files are valid, {mistakes} mistakes are found, by {len(validators)} schemas")


main(sys.argv[1], sys.argv[2:])
