"""The bot as a whole: every handler in one ordered list, and how it is started and stopped."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from functools import reduce
from operator import or_
from threading import Thread
from typing import Any, TypeAlias, cast

from telegram import LinkPreviewOptions, Update
from telegram.constants import ParseMode
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    BaseRateLimiter,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    Defaults,
    ExtBot,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest, HTTPXRequest

from bot.handlers import (
    admin,
    buttons,
    commands,
    errors,
    gaps,
    group,
    inline,
    keeping,
    private,
    upload,
    verify,
    watch,
)
from bot.memory.redaction import guard_log
from bot.talk.desk import open_desk
from bot.telegram.menus import menus
from bot.telegram.messages import COMMAND, TO_US, WORDS, Command
from bot.telegram.office import Office
from bot.telegram.pacing import PatientRateLimiter
from bot.telegram.transport import SiftingRequest
from bot.telegram.turns import ChatTurns
from bot.telegram.upkeep import upkeep
from bot.telegram.webhook import webhook
from config.settings import Settings
from retrieval.corpus import Corpus
from retrieval.following import following
from retrieval.service import Service

log = logging.getLogger(__name__)
API_URL = "https://api.telegram.org"
Bot: TypeAlias = Application[ExtBot[None], Any, dict[Any, Any], dict[Any, Any], Office, None]
Handler: TypeAlias = BaseHandler[Update, Any, Any]

UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]
"""The kinds of updates we ask Telegram for."""

_PRIVATE = filters.ChatType.PRIVATE
_NEW = filters.UpdateType.MESSAGE
_FILE = filters.Document.ALL & ~filters.ANIMATION  # a GIF comes as a document besides
_PAGES = reduce(or_, (filters.Document.FileExtension(suffix[1:]) for suffix in upload.SUFFIXES))


class DiscreetBot(ExtBot[Any]):
    """As the library's, which tells its token to whatever prints it: a debugger, a report of what stood in variables."""

    def __repr__(self) -> str:
        """Return a name that holds no more than the bot's id."""
        return f"{type(self).__name__}[{self.token.partition(':')[0]}]"


class BotStartError(Exception):
    """The bot can't be started; the text is one line for whoever starts it."""


def handlers(settings: Settings) -> list[Handler]:
    """Return every handler; the first that fits takes the update."""
    allowed = settings.groups.allowed
    groups = filters.ChatType.GROUPS & (filters.Chat(allowed) if allowed else filters.ALL)
    admins = filters.User(settings.admins) & _NEW
    served = _PRIVATE | groups
    return [
        # Before the commands: a page is looked through whatever is written under it.
        MessageHandler(_PRIVATE & admins & (_PAGES | _FILE & ~WORDS), upload.document),
        Command("start", commands.start, served),
        Command("help", commands.help, served),
        Command("ask", commands.ask, served),
        Command("verify", verify.verify, served),
        Command("sources", commands.sources, served),
        Command("about", commands.about, served),
        Command("language", commands.language, served),
        *_watching(settings, groups & TO_US & _NEW),
        Command("reload", admin.reload, admins),
        Command("status", admin.status, admins),
        Command("remove", keeping.remove, _PRIVATE & admins),
        Command("rollback", keeping.rollback, _PRIVATE & admins),
        Command("gaps", gaps.gaps, _PRIVATE & admins),
        Command(("remove", "rollback", "gaps"), group.only_in_private, groups & TO_US & admins),
        MessageHandler(groups & TO_US & _NEW, group.unknown_command),
        CallbackQueryHandler(buttons.pressed),
        InlineQueryHandler(inline.query),
        ChatMemberHandler(group.joined, ChatMemberHandler.MY_CHAT_MEMBER),
        MessageHandler(groups & filters.StatusUpdate.MIGRATE, group.migrated),
        MessageHandler(_PRIVATE & COMMAND & _NEW, private.unknown_command),
        MessageHandler(_PRIVATE & WORDS & ~COMMAND, private.question),
        MessageHandler(_PRIVATE & _FILE & _NEW, upload.no_admin),
        MessageHandler(_PRIVATE & ~filters.StatusUpdate.ALL & ~WORDS & _NEW, private.wordless),
        MessageHandler(groups & WORDS & ~COMMAND, group.message),
    ]


def _watching(settings: Settings, groups: filters.BaseFilter) -> list[Handler]:
    """Return the handlers of what watches, or what says that this is switched off."""
    names = ("watch", "watches", "unwatch")
    if not settings.watching.per_user:
        return [Command(names, watch.off, _PRIVATE | groups)]
    return [
        Command("watch", watch.watch, _PRIVATE),
        Command("watches", watch.watches, _PRIVATE),
        Command("unwatch", watch.unwatch, _PRIVATE),
        Command(names, group.only_in_private, groups),
    ]


def build(
    office: Office,
    token: str,
    *,
    api_url: str = "",
    request: BaseRequest | None = None,
    limiter: BaseRateLimiter[Any] | None = None,
) -> Bot:
    """Put the application together; tests give it a `request` and a `limiter` of their own."""
    defaults = Defaults(
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        allow_sending_without_reply=True,
    )
    # The library makes `bot_data` by calling what it takes for a class: it gets our one office instead.
    kinds = ContextTypes(bot_data=cast(type[Office], lambda: office))
    api = api_url or API_URL
    bot = DiscreetBot(
        token,
        f"{api}/bot",
        f"{api}/file/bot",
        request=request or HTTPXRequest(),
        get_updates_request=request or SiftingRequest(),
        defaults=defaults,
        rate_limiter=limiter or PatientRateLimiter(),
    )
    builder = ApplicationBuilder().bot(bot).context_types(kinds).concurrent_updates(ChatTurns())
    app = cast(Bot, builder.build())
    app.add_handlers(handlers(office.desk.settings))
    # Before one of them, not in its stead.
    app.add_handler(MessageHandler(_PRIVATE & filters.CAPTION, private.captioned), group=-1)
    app.add_error_handler(errors.failed)
    return app


def run_bot(settings: Settings, corpus: Corpus, token: str) -> None:
    """Serve the bot until SIGTERM or Ctrl-C, then finish the replies under way; a change of the corpus is broken off.

    Raises BotStartError where the token or the webhook is wrong or the Bot API can't be reached.
    """
    guard_log(
        settings.log.level, {"token": token, "webhook secret": settings.webhook.secret.get_secret_value()}
    )
    api_url = os.environ.get("TELEGRAM_API_URL", "").rstrip("/")
    with closing(Service(corpus, settings.search.processes)) as service, following(corpus):
        Thread(target=corpus.warm_up, daemon=True).start()  # while Telegram is being connected to
        asyncio.run(_run(Office(open_desk(corpus, settings, service)), token, api_url))


async def _run(office: Office, token: str, api_url: str) -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    api = api_url or API_URL
    try:
        await serve(build(office, token, api_url=api_url), stop)
    except InvalidToken:
        raise BotStartError(f"{api} doesn't know this token: check TELEGRAM_BOT_TOKEN") from None
    except BadRequest as error:  # nothing else that is asked at the start can be refused
        raise BotStartError(f"the Bot API at {api} refuses webhook.url: {error}") from None
    except TelegramError as error:
        raise BotStartError(f"the Bot API at {api} can't be reached: {error}") from None
    except OSError as error:  # the library has its own for the network: this is the webhook's port
        hook = office.desk.settings.webhook
        where, why = f"{hook.listen}:{hook.port}", error.strerror or error
        raise BotStartError(
            f"can't listen on {where} ({why}): check webhook.listen and webhook.port"
        ) from None
    finally:
        office.close()


async def serve(app: Bot, stop: asyncio.Event) -> None:
    """Receive and answer updates until `stop` is set."""
    settings = app.bot_data.desk.settings
    try:
        await app.initialize()
        await app.start()
        try:
            receiving = webhook(app, settings.webhook, UPDATES) if settings.webhook.url else polling(app)
            desk = app.bot_data.desk
            telling = watch.telling(app.bot_data, app.bot)
            async with receiving, telling, menus(app.bot, settings), upkeep(desk):
                await stop.wait()
                app.bot_data.stopping.set()
        finally:
            if isinstance(app.bot.rate_limiter, PatientRateLimiter):
                app.bot.rate_limiter.hurry()
            await app.stop()  # waits for the replies under way
    finally:
        await app.shutdown()


@asynccontextmanager
async def polling(app: Bot) -> AsyncIterator[None]:
    """Fetch updates from Telegram while the context lasts."""
    assert app.updater  # noqa: S101 the builder makes one
    office = app.bot_data

    def not_fetched(error: TelegramError) -> None:
        # The updater goes on trying; its own handler would log a traceback each time.
        if not isinstance(error, Conflict):
            log.warning("no updates could be fetched: %s", error)
        elif office.meet_rival():
            log.error(
                "another program fetches the updates of this bot's token, or has set a webhook for it, and takes messages "
                "from us: stop it, or give it a token of its own (Telegram says: %s)",
                error,
            )

    await app.updater.start_polling(allowed_updates=UPDATES, bootstrap_retries=3, error_callback=not_fetched)
    try:
        yield
    finally:
        await app.updater.stop()
