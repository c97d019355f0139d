"""All findings, for people, for a monitoring program, and for Prometheus."""

import dataclasses
import datetime
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.ops.doctor.findings import Finding, exit_code
from kiosk.store.durable import PUBLIC_FILE, write_durably


@dataclasses.dataclass(frozen=True, slots=True)
class Report:
    """One run of the doctor.

    host: the computer's name; kiosk: the kiosk's, "" while the settings cannot be read; since: for each
    finding, since when every run has said so.
    """

    version: str
    host: str
    kiosk: str
    at: datetime.datetime
    findings: tuple[Finding, ...]
    since: tuple[datetime.datetime, ...]


def lines(findings: Sequence[Finding]) -> Iterator[str]:
    """Say it to people, one line each."""
    for finding in findings:
        remedy = f" -> {finding.remedy}" if finding.remedy else ""
        yield f"{finding.state.upper():8} {finding.subject}: {finding.found}{remedy}"


def as_json(report: Report) -> str:
    """Say it to a monitoring program; times are ISO 8601 with their offset."""
    findings = [
        {**dataclasses.asdict(finding), "since": since.isoformat(timespec="seconds")}
        for finding, since in zip(report.findings, report.since, strict=True)
    ]
    told = {
        "version": report.version,
        "host": report.host,
        "kiosk_name": report.kiosk,
        "at": report.at.isoformat(timespec="seconds"),
        "exit_code": exit_code(report.findings),
        "findings": findings,
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def as_prometheus(report: Report) -> str:
    """Say it in Prometheus' text format: of each subject the worst state (0, 1, 2) and since when."""
    worst: dict[str, tuple[int, float]] = {}
    for finding, since in zip(report.findings, report.since, strict=True):
        code, before = worst.get(finding.subject, (-1, 0.0))
        if finding.state.code > code or (finding.state.code == code and since.timestamp() < before):
            worst[finding.subject] = finding.state.code, since.timestamp()
    its = {"kiosk": report.kiosk}
    states = [_sample("state", code, its | {"subject": subject}) for subject, (code, _) in worst.items()]
    sinces = [
        _sample("since_timestamp_seconds", since, its | {"subject": subject})
        for subject, (_, since) in worst.items()
    ]
    parts = [
        *_metric("state", "What was found of a subject: 0 fine, 1 may become a problem, 2 is one.", states),
        *_metric("since_timestamp_seconds", "Since when that is so.", sinces),
        *_metric("exit_code", "The worst of all.", [_sample("exit_code", exit_code(report.findings), its)]),
        *_metric(
            "run_timestamp_seconds",
            "When the doctor looked.",
            [_sample("run_timestamp_seconds", report.at.timestamp(), its)],
        ),
        *_metric("info", "The program.", [_sample("info", 1, its | {"version": report.version})]),
    ]
    return "\n".join([*parts, ""])


def write_prometheus(file: Path, report: Report) -> None:
    """Put it at a path, whole or not at all, for everybody to read. Raises KioskError."""
    try:
        write_durably(file.parent, file.name, as_prometheus(report).encode(), file.parent, mode=PUBLIC_FILE)
    except OSError as error:
        who = f" by user {os.geteuid()}" if hasattr(os, "geteuid") else ""
        raise KioskError(f"{file} cannot be written{who} ({error.strerror}).") from None


def _metric(name: str, text: str, samples: list[str]) -> list[str]:
    return [f"# HELP kiosk_doctor_{name} {text}", f"# TYPE kiosk_doctor_{name} gauge", *samples]


def _sample(name: str, value: float, labels: dict[str, str]) -> str:
    told = ",".join(f'{label}="{_escaped(text)}"' for label, text in labels.items())
    return f"kiosk_doctor_{name}{{{told}}} {value:.0f}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
