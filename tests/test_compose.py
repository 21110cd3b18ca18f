"""What Docker users get: compose.yaml and the Dockerfile, run as far as no Docker is needed for it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cluster.nodes import Cluster

ROOT = Path(__file__).parents[1]
QUESTION = "哈尔滨关爱健康志愿服务中心是什么时候成立的？"


def _compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))


def _unpack_image(to: Path) -> None:
    """Lay out in `to` what the Dockerfile copies into the image's working folder."""
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY "):
            *sources, target = line.split()[1:]
            for source in sources:
                if (ROOT / source).is_dir():
                    shutil.copytree(ROOT / source, to / target)
                else:
                    shutil.copy(ROOT / source, to / target)


def _run(app: Path, *args: str, **more: str) -> str:
    """Run a command of the bot in the unpacked image, in the environment that compose.yaml gives it."""
    bot = _compose()["services"]["bot"]
    for config in bot["configs"]:
        content = _compose()["configs"][config["source"]]["content"]
        (app / Path(config["target"]).name).write_text(content, encoding="utf-8")
    env = {"PATH": os.environ["PATH"]} | bot["environment"] | {"TELEGRAM_BOT_TOKEN": "1:no"}
    env = {name: str(value).replace("/app", str(app)) for name, value in env.items()}
    done = subprocess.run(
        [sys.executable, "-c", "from bot.cli import main; main()", *args],
        cwd=app, env=env | {"JIANBAO_DATA": str(app / "data")} | more, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_image_holds_all_that_the_bot_needs(tmp_path: Path) -> None:
    """With the files that the Dockerfile copies and nothing else of ours, a question is answered."""
    _unpack_image(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "own.yaml").write_text("engine: rank-bm25", encoding="utf-8")
    out = _run(tmp_path, "ask", QUESTION, "--json", JIANBAO_CONFIG=str(tmp_path / "own.yaml"))
    assert json.loads(out)["answered"] is True


def test_the_image_keeps_its_data_where_it_made_room() -> None:
    """The folder that the reader may write, a volume in compose.yaml, is the data folder also without compose."""
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    bot = _compose()["services"]["bot"]
    data = bot["environment"]["JIANBAO_DATA"]
    assert f"ENV JIANBAO_DATA={data}\n" in image and f"chown reader {data}\n" in image
    assert f"data:{data}" in bot["volumes"]


def test_the_settings_name_the_engine_that_stands_beside() -> None:
    """The bot of compose.yaml waits for OpenSearch, knows where it is, and is told to use it."""
    services, settings = _compose()["services"], _compose()["configs"]["settings"]["content"]
    bot = services["bot"]
    assert yaml.safe_load(settings) == {"engine": "opensearch"}
    assert set(bot["depends_on"]) == {"search"} <= set(services)
    assert bot["environment"]["OPENSEARCH_URL"] == "http://search:9200"
    assert bot["environment"]["JIANBAO_CONFIG"] == bot["configs"][0]["target"]


@pytest.mark.cluster
def test_the_composed_bot_answers_from_a_cluster(cluster: Cluster, tmp_path: Path) -> None:
    """The image's files, with compose.yaml's settings and environment, answer from a real OpenSearch."""
    _unpack_image(tmp_path)
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    far = {"OPENSEARCH_URL": os.environ["OPENSEARCH_URL"]}
    assert json.loads(_run(tmp_path, "stats", "--json", **far))["engine"] == "opensearch"
    assert json.loads(_run(tmp_path, "ask", QUESTION, "--json", **far))["answered"] is True


def test_the_composed_bot_can_be_stopped_and_comes_again() -> None:
    """A first process that passes signals on, time for the replies under way, and a start after a crash; no token goes along."""
    bot = _compose()["services"]["bot"]
    assert bot["init"] is True and bot["restart"] == "unless-stopped" and bot["stop_grace_period"] == "30s"
    for ignored in (".gitignore", ".dockerignore"):
        assert ".env" in (ROOT / ignored).read_text(encoding="utf-8").splitlines()


def test_a_signal_while_the_index_is_built(tmp_path: Path) -> None:
    """It ends the bot at once, also where it is the first process, which a signal without a handler doesn't stop."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for n in range(4000):
        (seeds / f"{n}.txt").write_text(
            f"渡口{n}号停航\n\n渡口{n}号今晚停航,何时复航待定。\n", encoding="utf-8"
        )
    env = os.environ | {"TELEGRAM_BOT_TOKEN": "1:no", "JIANBAO_DATA": str(tmp_path / "data")}
    args = [sys.executable, "-m", "bot", "--seeds", str(seeds)]
    with subprocess.Popen(args, cwd=ROOT, env=env, stderr=subprocess.PIPE) as bot:
        while bot.poll() is None and not list((tmp_path / "data").glob("*/building-*")):
            time.sleep(0.05)
        bot.terminate()
        assert bot.wait(30) == 0
    assert not list((tmp_path / "data").glob("*/building-*"))
