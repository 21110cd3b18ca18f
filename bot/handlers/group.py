"""Groups: an answer when we are meant, silence otherwise, whatever the privacy mode shows us."""

from __future__ import annotations

import logging

from telegram import ChatMember, ChatMemberRestricted, Message, MessageEntity, Update, User

from bot.cards.card import Button, Card
from bot.handlers.answering import Context, answer, hint, quoted_question, reader_for
from bot.telegram.messages import words_of
from bot.telegram.outbox import keyboard

log = logging.getLogger(__name__)
_PRESENT = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR, ChatMember.OWNER)


async def message(update: Update, context: Context) -> None:
    """Answer a message that mentions us or replies to us."""
    said = update.effective_message
    if said is None or _from_a_machine(said, context.bot.id):
        return
    mentions = _mentions(said, context.bot.bot)
    if mentions:
        question = _without(said, mentions) or quoted_question(said, context)
        await _answer_or_hint(said, question, context, edited=update.edited_message is not None)
    elif _replies_to(said, context.bot.id):
        await answer(said, words_of(said), context, edited=update.edited_message is not None)


def _from_a_machine(said: Message, me: int) -> bool:
    """Return whether a bot wrote it, or somebody through us; anonymous admins and channels do count as people."""
    by_bot = said.from_user is not None and said.from_user.is_bot and said.sender_chat is None
    return by_bot or bool(said.is_automatic_forward) or (said.via_bot is not None and said.via_bot.id == me)


def _mentions(said: Message, me: User) -> list[MessageEntity]:
    kinds: list[str | None] = [MessageEntity.MENTION, MessageEntity.TEXT_MENTION]
    found = {**said.parse_entities(kinds), **said.parse_caption_entities(kinds)}
    name = f"@{me.username}".lower()
    return [e for e, text in found.items() if text.lower() == name or (e.user and e.user.id == me.id)]


def _without(said: Message, mentions: list[MessageEntity]) -> str:
    """Return the text less our own mentions, and no other; entities count UTF-16 units."""
    units = words_of(said).encode("utf-16-le")
    for entity in sorted(mentions, key=lambda e: -e.offset):
        units = units[: entity.offset * 2] + units[(entity.offset + entity.length) * 2 :]
    return units.decode("utf-16-le").strip()


def _replies_to(said: Message, me: int) -> bool:
    other = said.reply_to_message
    # In a topic that we opened, every message is a reply to its opening.
    return bool(other and other.from_user and other.from_user.id == me and not other.forum_topic_created)


async def _answer_or_hint(said: Message, question: str, context: Context, *, edited: bool) -> None:
    if question:
        await answer(said, question, context, edited=edited)
    else:
        await _hint(said, context, "empty_mention")


async def _hint(said: Message | None, context: Context, sentence: str) -> None:
    """Say one sentence, to no bot, for the two of us would go on for ever."""
    if said and not _from_a_machine(said, context.bot.id):
        await hint(said, context, sentence)


async def only_in_private(update: Update, context: Context) -> None:
    """Say of a command that is addressed to us that it belongs into the private chat."""
    await _hint(update.effective_message, context, "only_in_private")


async def unknown_command(update: Update, context: Context) -> None:
    """Say of a command that is addressed to us that there is none such."""
    await _hint(update.effective_message, context, "unknown_command_in_group")


async def joined(update: Update, context: Context) -> None:
    """Say one short hello when we come into a group; say nothing when our rights change or we leave."""
    change = update.my_chat_member
    if change is None or change.chat.type not in ("group", "supergroup"):
        return
    allowed = context.bot_data.desk.settings.groups.allowed
    came = not _is_present(change.old_chat_member) and _is_present(change.new_chat_member)
    if came and (not allowed or change.chat.id in allowed):
        texts = reader_for(change.from_user, context).texts
        link = Button(texts.plain("button_ask_private"), url=f"https://t.me/{context.bot.username}")
        card = Card(texts.say("hello_group", bot=context.bot.username), ((link,),))
        await context.bot.send_message(change.chat.id, card.text, reply_markup=keyboard(card))


def _is_present(member: ChatMember) -> bool:
    return member.status in _PRESENT or (isinstance(member, ChatMemberRestricted) and member.is_member)


async def migrated(update: Update, context: Context) -> None:
    """Log that a group on the list of `groups.allowed` has a new id, for under that it meets silence."""
    message, allowed = update.effective_message, context.bot_data.desk.settings.groups.allowed
    new = message.migrate_to_chat_id if message else None
    if message and new and allowed and new not in allowed:
        log.warning("group %s became %s: put that into groups.allowed to serve it on", message.chat_id, new)
