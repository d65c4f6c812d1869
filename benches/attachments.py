#!/usr/bin/env python3
"""Peak memory and time of a build with large attachments (stdlib only).

usage: attachments.py SITE [--megabytes 600] [--files 4] [--program target/release/mingjing] [--as-of DATE]

Copies SITE (one with content/, such as tests/world) to a temporary folder, attaches recordings of random bytes
to its first public record that has an attachment, and builds it twice: into nothing, and again without a change.
"""
import argparse
import os
import random
import resource
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

HEAD = b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41"
MEGABYTE = 1 << 20


def recording(path, megabytes, number):
    """A file with the head of an MP4 and bytes that nothing can be made of."""
    source = random.Random(number)
    with path.open("wb") as out:
        out.write(HEAD.ljust(MEGABYTE, b"\0"))
        for _ in range(megabytes - 1):
            out.write(source.randbytes(MEGABYTE))


def attach(site, files, megabytes):
    record = next(p for p in sorted((site / "content/records").rglob("*.md"))
                  if not p.name.endswith(".internal.md") and "[[attachment]]" in p.read_text("utf-8"))
    text = record.read_text("utf-8")
    added = ""
    for number in range(files):
        name = f"{record.stem}-meeting-{number}.mp4"
        recording(record.parent / name, megabytes // files, number)
        added += f'[[attachment]]\nfile = "{name}"\ntitle = "会议影像{number + 1}"\nkind = "影像"\n\n'
    record.write_text(text.replace("[[attachment]]", added + "[[attachment]]", 1), "utf-8")


def measured(command):
    """Seconds, and the peak of resident memory in MiB."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status != 0:
        raise SystemExit(f"{command} failed: {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--megabytes", type=int, default=600)
    parser.add_argument("--files", type=int, default=4)
    parser.add_argument("--program", type=Path, default=Path("target/release/mingjing"))
    parser.add_argument("--as-of", default="2026-09-10")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        shutil.copytree(args.site, site)
        attach(site, args.files, args.megabytes)
        command = [args.program.resolve(), "build", "--no-sync", "--jobs", "2", "--root", site, "--as-of", args.as_of]
        for what in ("into nothing", "again"):
            seconds, peak = measured(command)
            print(f"{args.files} files, {args.megabytes} MiB, {what}: {seconds:.2f} s, peak {peak:.0f} MiB")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
