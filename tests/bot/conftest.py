"""A small shelf of newspapers, a desk before it, and a Telegram to talk through."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from bot.memory.store import Store
from bot.talk.desk import Desk
from bot.telegram.office import Office
from config.settings import Settings, load_settings
from retrieval.corpus import Corpus
from retrieval.service import Service
from tests.bot.world import ADMIN, World

PAGES = {
    "医院.txt": """
冰城健康志愿服务中心成立

冰城健康志愿服务中心于2024年6月成立,短短10个月有5万余名志愿者报名。
该中心为表现突出的志愿者购买了总额300万元的意外保险。

安州区中医院开设热射病门诊

安州区中医院于7月开设热射病门诊,首日接诊32名患者。
门诊主任李春梅说,热射病患者要尽快降温,<b>不要</b>灌水 & 捂汗。
""",
    "教育.txt": """
河南中小学心理健康宣传月启动

河南省中小学心理健康宣传月5月20日在郑州启动,主题是“心向阳光”。
全省一万两千所学校参加,每校至少配备一名心理教师。
""",
}
QUESTION = "冰城健康志愿服务中心是什么时候成立的？"


def _shelved(folder: Path) -> Path:
    for name, page in PAGES.items():
        (folder / name).write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def shared_corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """One corpus for all tests that only ask."""
    return Corpus.open(_shelved(tmp_path_factory.mktemp("seeds")))


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder of one's own, to change."""
    (tmp_path / "seeds").mkdir()
    return _shelved(tmp_path / "seeds")


@pytest.fixture
def settings(tmp_path: Path) -> Callable[..., Settings]:
    """Make settings from the defaults and what differs: settings(limits={"per_user_per_minute": 2})."""

    def make(**differing: Any) -> Settings:
        defaults = load_settings(None, {"data": tmp_path / "data", "admins": [ADMIN["id"]]}, {})
        values = defaults.model_dump()
        for key, value in differing.items():
            values[key] = {**values[key], **value} if isinstance(value, dict) else value
        return Settings.model_validate(values)

    return make


MakeWorld = Callable[..., Awaitable[World]]


@pytest.fixture
async def make_world(shared_corpus: Corpus, settings: Callable[..., Settings]) -> AsyncIterator[MakeWorld]:
    """Make running worlds; at the end no call of theirs may have been one that Telegram refuses."""
    made: list[World] = []
    async with AsyncExitStack() as stack:

        async def make(
            corpus: Any = None,
            limiter: Any = None,
            store: Store | None = None,
            service: Service | None = None,
            running: bool = True,
            **differing: Any,
        ) -> World:
            desk = Desk(corpus or shared_corpus, settings(**differing), store, service)
            world = World(Office(desk), limiter)
            if running:
                await stack.enter_async_context(world.app)
                await world.app.start()
                stack.push_async_callback(world.app.stop)
            made.append(world)
            return world

        yield make
    for world in made:
        world.office.close()
        assert world.telegram.refused == []


@pytest.fixture
async def world(make_world: MakeWorld) -> World:
    return await make_world()
