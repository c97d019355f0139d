"""Do the tests notice a fault? A seeded sample of small faults, each tried with the tests that reach it.

python -m tests.mutation.run [--count 400] [--seed 15] [--workers 2] [--floor 90] [--go-on]

Fails when fewer than the floor are killed, or when one survives that survivors.toml does not answer.
"""

import argparse
import concurrent.futures
import contextlib
import dataclasses
import json
import os
import queue
import re
import signal
import subprocess
import sys
import tomllib
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal

from tests.mutation.mutants import ROOMS, Mutant, sample
from tests.mutation.reach import Reach, copy_tree, measure, read_reach

_ROOT: Final = Path(__file__).resolve().parents[2]
_BUILD: Final = _ROOT / "build" / "mutation"
# As it was when the tests were measured; faults are put into copies of it.
_TREE: Final = _BUILD / "tree"
_RESULTS: Final = _BUILD / "results.jsonl"
_SURVIVORS: Final = Path(__file__).with_name("survivors.toml")
# Processor time, as the machine may be busy: an endless loop uses it up, a slow test does not.
_CPU_SECONDS: Final = 300
# For what waits for something that never comes.
_WALL_SECONDS: Final = 1800

Fate = Literal["killed", "timed out", "survived"]


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant. by: the first test that failed, or how many did not."""

    place: str
    key: str
    room: str
    fate: Fate
    by: str


def main(arguments: list[str]) -> int:
    """Try the sample and say what came of it; 0 when the floor is kept and every survivor answered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--first", type=int, help="try only so many of them")
    parser.add_argument("--seed", type=int, default=15)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--floor", type=float, default=90, help="per cent")
    parser.add_argument(
        "--go-on", action="store_true", help="keep what an earlier run found in the same tree"
    )
    chosen = parser.parse_args(arguments)
    if not chosen.go_on:
        _BUILD.mkdir(parents=True, exist_ok=True)
        _RESULTS.unlink(missing_ok=True)
        copy_tree(_ROOT, _TREE)
        measure(_TREE, _environment(_TREE), chosen.workers)
    copies = [_BUILD / f"worker{number}" for number in range(chosen.workers)]
    for copy in copies:
        copy_tree(_TREE, copy)
    mutants = sample(_TREE, chosen.count, chosen.seed)[: chosen.first]
    known = {result.place: result for result in _known()}
    waiting = [mutant for mutant in mutants if mutant.place not in known]
    for result in _tried(waiting, copies, read_reach(_TREE)):
        known[result.place] = result
    return _report([known[mutant.place] for mutant in mutants], chosen.floor)


def _known() -> list[Result]:
    if not _RESULTS.exists():
        return []
    return [Result(**json.loads(line)) for line in _RESULTS.read_text(encoding="utf-8").splitlines()]


def _tried(mutants: list[Mutant], copies: list[Path], reach: Reach) -> Iterator[Result]:
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for copy in copies:
        free.put(copy)

    def try_one(mutant: Mutant) -> Result:
        copy = free.get()
        try:
            return _try(mutant, copy, reach.tests(mutant))
        finally:
            free.put(copy)

    with (
        concurrent.futures.ThreadPoolExecutor(len(copies)) as pool,
        _RESULTS.open("a", encoding="utf-8") as file,
    ):
        for result in pool.map(try_one, mutants):
            print(f"{result.fate:9} {result.key}  [{result.by}]", flush=True)
            file.write(json.dumps(dataclasses.asdict(result), ensure_ascii=False) + "\n")
            file.flush()
            yield result


def _environment(copy: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(copy), "PYTHONHASHSEED": "0"}


def _try(mutant: Mutant, copy: Path, tests: list[str]) -> Result:
    path = copy / mutant.path
    source, status = path.read_text(encoding="utf-8"), path.stat()
    path.write_text(mutant.applied(source), encoding="utf-8")
    # Compiled code is known by the size of its source and the second it is from: each fault gets its own.
    second = zlib.crc32(mutant.key.encode())
    os.utime(path, (second, second))
    try:
        fate, by = _run(copy, tests) if tests else ("survived", "no test reaches it")
    finally:
        path.write_text(source, encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return Result(mutant.place, mutant.key, Path(mutant.path).parts[1], fate, by)


def _run(copy: Path, tests: list[str]) -> tuple[Fate, str]:
    limited = ["bash", "-c", f'ulimit -t {_CPU_SECONDS} && exec "$@"', "limited"]
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-x",
        "-n",
        "0",
        "-p",
        "no:randomly",
        "-p",
        "no:cacheprovider",
    ]
    process = subprocess.Popen(
        [*limited, *command, "--hypothesis-seed=0", *tests],
        cwd=copy,
        env=_environment(copy),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        said, _ = process.communicate(timeout=_WALL_SECONDS)
    except subprocess.TimeoutExpired:
        return "timed out", "waits for ever"
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    if process.returncode == 0:
        return "survived", f"{len(tests)} tests"
    if process.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "timed out", "runs for ever"
    failed = re.search(r"^(?:FAILED|ERROR) (\S+)", said, re.MULTILINE)
    return "killed", failed[1] if failed else "the program itself"


def _report(results: list[Result], floor: float) -> int:
    answers: dict[str, str] = tomllib.loads(_SURVIVORS.read_text(encoding="utf-8"))
    survivors = [result for result in results if result.fate == "survived"]
    unanswered = [result.key for result in survivors if result.key not in answers]
    print("\n| room | tried | killed | timed out | survived |\n| --- | ---: | ---: | ---: | ---: |")
    for room in (*ROOMS, "all"):
        fates = Counter(result.fate for result in results if room in {result.room, "all"})
        counts = (fates.total(), fates["killed"], fates["timed out"], fates["survived"])
        print(f"| {room} | {' | '.join(map(str, counts))} |")
    killed = 100 * (1 - len(survivors) / len(results))
    print(f"\n{killed:.1f} % are noticed; the floor is {floor:.0f} %.")
    for key in unanswered:
        print(f"survived, and survivors.toml does not say why it may: {key}", file=sys.stderr)
    return int(killed < floor or bool(unanswered))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
