"""Receive updates by webhook: only with the secret token, and with /healthz for whoever watches us."""

from __future__ import annotations

import hmac
import json
import logging
import string
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlsplit, urlunsplit

from telegram.ext import Application
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from tornado.web import Application as Routes
from tornado.web import RequestHandler

from bot.telegram.transport import parse_update
from config.settings import HEALTH_PATH, Webhook

log = logging.getLogger(__name__)
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 the header's name
_BODY_BYTES = 1_000_000


class UpdateReceiver(RequestHandler):
    """Takes one update a request, and puts it into the application's queue."""

    def initialize(self, app: Application[Any, Any, Any, Any, Any, Any], secret: str) -> None:
        """Take the queue to fill and the secret to ask for."""
        self._app, self._secret = app, secret

    async def post(self) -> None:
        """Queue the update; 403 without the right secret, 400 for what isn't JSON.

        One that the library can't read is taken (200) and left out: Telegram would send it again for ever.
        """
        if not hmac.compare_digest(
            self.request.headers.get(SECRET_HEADER, "").encode(), self._secret.encode()
        ):
            log.warning("refused a request from %s without the webhook's secret", self.request.remote_ip)
            return self._end(403)
        try:
            raw = json.loads(self.request.body)
        except ValueError:
            return self._end(400)
        if (update := parse_update(raw, self._app.bot)) is not None:
            await self._app.update_queue.put(update)

    def _end(self, status: int) -> None:
        self.set_status(status)
        self.finish()

    def log_exception(self, *details: Any) -> None:
        """Log what went wrong without the request, whose body is a reader's."""
        log.error("a webhook request failed", exc_info=details)


class SamePath(Matcher):
    """Knows one path, however a client encodes it: /剪报 is /%E5%89%AA%E6%8A%A5, and so is /%e5%89%aa%e6%8a%a5."""

    def __init__(self, path: str) -> None:
        """Take the path to know."""
        self._path = unquote_to_bytes(path)

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Return what is to be known of the path, which is nothing; None for another one."""
        raw = request.path.encode("latin-1", "replace")  # the server reads each byte as one character
        return {} if unquote_to_bytes(raw) == self._path else None


def in_ascii(url: str) -> str:
    """Return an address with its path and query as they go over the wire: what is no ASCII is percent-encoded."""
    parts = urlsplit(url)
    path, query = (quote(part, safe=string.punctuation) for part in (parts.path, parts.query))
    return urlunsplit(parts._replace(path=path, query=query))


class Health(RequestHandler):
    """Says that we are up."""

    def initialize(self, app: Application[Any, Any, Any, Any, Any, Any]) -> None:
        """Take the application to look at."""
        self._app = app

    def get(self) -> None:
        """Answer 200 while updates are worked on, 503 before and after."""
        self.set_status(200 if self._app.running else 503)
        self.finish("ok" if self._app.running else "not running")


@asynccontextmanager
async def webhook(
    app: Application[Any, Any, Any, Any, Any, Any], settings: Webhook, updates: list[str]
) -> AsyncIterator[None]:
    """Listen, and have Telegram send its updates here, while the context lasts.

    The webhook stays set afterwards, so that Telegram keeps what comes in during a restart.
    """
    secret = settings.secret.get_secret_value()
    path = urlsplit(settings.url).path or "/"
    routes = Routes(
        [
            Rule(SamePath(HEALTH_PATH), Health, {"app": app}),
            Rule(SamePath(path), UpdateReceiver, {"app": app, "secret": secret}),
        ],
        log_function=lambda handler: None,
    )
    server = HTTPServer(routes, max_body_size=_BODY_BYTES)
    server.listen(settings.port, settings.listen)
    try:
        await app.bot.set_webhook(in_ascii(settings.url), secret_token=secret, allowed_updates=updates)
        yield
    finally:
        server.stop()
        await server.close_all_connections()
