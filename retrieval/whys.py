"""Why something was refused or failed: a word, what it is about, and the one table that makes English of both.

A front end says it in its reader's language, by the word. The command line, JSON and the log say it in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Fact: TypeAlias = "str | int | Why"
"""What a reason is about: a name, a key, a row, a figure; what the system says, as it says it; another reason."""

# A reason of a page stands behind the name of its file. `cause` is what the system or a library says.
ENGLISH = {
    # a file of the seeds
    "page_empty": "the file is empty",
    "page_binary": "this is a binary file, not text",
    "page_encoding": "not UTF-8, UTF-16, GB18030 or Big5 text",
    "page_unread": "can't be read ({cause})",
    "page_none": "this is no file",
    "page_name": "the file's name is not UTF-8; give it another",
    "form_empty": "the file is empty: its fields give neither a headline nor a text",
    "id_twice": "the id {id!r} is given to two articles; give each its own, or none",
    "id_shared": "the id {id!r} is given to another article in {first}; give each its own, or none",
    "row_json": "row {row}: not a JSON object ({cause})",
    "row_object": "row {row}: not a JSON object",
    "row_text": "row {row}: 'text' is missing or empty",
    "row_string": "row {row}: {key!r} must be a string",
    "row_date": "row {row}: 'date' must be YYYY-MM-DD, e.g. 2025-06-01",
    # the sidecar of one
    "side_unread": "its sidecar can't be read ({cause})",
    "side_text": "{side}: {fault}",
    "side_key": "{side}: {key}: no such key; did you mean {near}?",
    "side_value": "{side}: {key} must be one text, e.g. 'publication: 健康报'",
    "side_encoding": "{side}: its encoding can't be told; save it as UTF-8",
    "side_date": "{side}: date must be YYYY-MM-DD, e.g. 2025-06-01",
    "side_yaml": "{side} is no readable sidecar ({cause})",
    "side_line": "{side} line {line} is no readable sidecar ({cause})",
    "side_mapping": "{side} must be a mapping, e.g. 'publication: 健康报'",
    "side_name": "a sidecar of {page} is called {name}",
    "side_other": "{other} is read instead; keep one of the two",
    "side_alone": "a sidecar is no page; it tells of the page beside it",
    # the seeds folder
    "seeds_file": "{folder} is a file: name the folder that the newspaper pages lie in",
    "seeds_missing": "no seeds folder at {folder}: make it and put newspaper pages (*.txt) into it",
    "seeds_unread": "{folder}: can't be read ({cause})",
    "seeds_empty": "{folder} is empty, but the corpus is made of {count} pages from there: bring them back (perhaps a disk isn't mounted)",
    "seeds_emptied": (
        "{folder} is empty, but the corpus is made of {count} pages from there: bring them back (perhaps a disk i"
        "sn't mounted); or delete {data}, to serve none"
    ),
    # an upload as a whole
    "parcel_kind": "the upload can't be taken: it is no .txt, .md, .jsonl or .zip",
    "parcel_damaged": "the upload can't be taken: the zip is damaged",
    "parcel_empty": "the upload can't be taken: there is no file in the zip",
    "parcel_files": "the upload can't be taken: more than {most} files",
    "parcel_bytes": "the upload can't be taken: more than {most} MB unpacked",
    "parcel_ratio": "the upload can't be taken: a file packed more than {most} times",
    # a file of one
    "file_path": "its name has a path in it",
    "file_link": "a link, not a file",
    "file_nested": "an archive inside the archive",
    "file_kind": "no .txt, .md or .jsonl, nor a .yaml beside one",
    "file_side": "its page was not sent with it, and none of its name is there; send both in one zip",
    "file_long": "{most} bytes are enough to tell of a page",
    "file_encrypted": "encrypted",
    "file_method": "packed by an unusual method",
    "file_damaged": "damaged",
    "file_same": "the very same as {twin}, which is there",
    "file_twice": "the very same as {twin}, sent along with it",
    "file_known": "all of its {count} articles are there",
    "file_nothing": "no article was recognised in it",
    # the golden questions, and what is wrong with an answer to one
    "golden_share": "the seeds answer {right} of {file} right, {bound} are wanted",
    "golden_unread": "{file}: the golden questions can't be read ({cause})",
    "golden_encoding": "{file}: the golden questions are not UTF-8 text",
    "golden_row": (
        "{file} line {line}: wants a JSON object with question, the file that answers it, answer, aliases as a li"
        "st, and lines as [first, last]"
    ),
    "golden_needless": "{id} {question}: answered, but the pages don't say",
    "golden_silent": "{id} {question}: no answer, expected {answer}",
    "golden_wrong": "{id} {question}: expected {answer}, found {found}",
    "golden_elsewhere": "{id} {question}: right words, but from {citation}",
    # the data folder and its versions
    "reload_here": "this corpus is being reloaded already; try again when that is done",
    "reload_there": "another process is reloading this corpus; try again when it is done",
    "data_unwritten": "the data folder can't be written ({cause}); nothing was changed",
    "data_unread": "the data folder {folder} can't be read ({cause})",
    "version_unknown": "there is no version {version}; there are {known}",
    "version_none": "there is no version {version}; there are none",
    "version_unkept": "without a data folder no earlier versions are kept",
    "version_recipe": "{folder} was made by another version of jianbao or with other settings",
    "version_unread": "{folder} can't be read ({cause})",
    "version_manifest": "{folder}: its manifest can't be read ({cause})",
    "version_file": "{file} is missing or damaged",
    "store_unread": "{file}: can't be read ({cause})",
    "store_none": "{file}: not a readable store ({cause})",
    "store_article": "{file}: article {number} is in the index but not in the store",
    "record_damaged": "a record in the data folder is damaged ({cause})",
    "terms_damaged": "the terms of an article in the data folder are damaged",
    # engines and analyzers
    "engine_unknown": "there is no engine {name!r}; there are {known} and auto",
    "engine_package": "engine: opensearch needs the package: pip install 'jianbao[cluster]'",
    "index_unread": "{folder}: not a readable index ({cause})",
    "cluster_document": "OpenSearch did not take a document: {cause}",
    "cluster_part": "OpenSearch could not search all of the corpus; please ask again",
    "cluster_index": "OpenSearch has lost the index ({cause})",
    "cluster": "OpenSearch: {cause}",
    "cluster_near": "OpenSearch at {url} (OPENSEARCH_URL is not set): {cause}",
    "setup_url_empty": "OPENSEARCH_URL: holds no address, or an empty one between its commas; e.g. http://127.0.0.1:9200",
    "setup_url_port": (
        "OPENSEARCH_URL: has a port that is no number; a password that stands in it has to be percent-encoded (# "
        "is %23, / is %2F, , is %2C), or to be in OPENSEARCH_PASSWORD"
    ),
    "setup_url_signs": (
        "OPENSEARCH_URL: holds a # or ?, or a / before its @; a password that stands in it has to be percent-enco"
        "ded (# is %23, / is %2F, , is %2C), or to be in OPENSEARCH_PASSWORD"
    ),
    "setup_url_login": (
        "OPENSEARCH_URL: has a user and no password; a password that stands in it has to be percent-encoded (# is"
        " %23, / is %2F, , is %2C), or to be in OPENSEARCH_PASSWORD"
    ),
    "setup_url_none": "OPENSEARCH_URL: is no address of a node, e.g. http://127.0.0.1:9200",
    "setup_ca_none": "OPENSEARCH_CA: holds no certificate (PEM)",
    "setup_ca_file": "OPENSEARCH_CA: names no file",
    "setup_count": "{name}: should be a whole number from {least} to {most}",
    "analyzer_unknown": "unknown analyzer {name!r}; choose one of: {known}",
    "analyzer_package": "analyzer: rjieba needs the package: pip install rjieba",
    # many at once
    "busy": "too many questions at once; please ask again in a moment",
    "lost": "process {pid} is lost ({cause})",
    "closing": "no process is started any more",
    # a quotation
    "quote_short": "the quotation is too short: {size} letters and digits, the bound is {bound}",
    "quote_long": "the quotation is too long: {size} letters and digits, the bound is {bound}",
}


@dataclass(frozen=True, slots=True)
class Why:
    """A reason as a word of ENGLISH, with the facts that its sentence names; its text is that sentence.

    e.g. Why("row_text", {"row": 3}) is “row 3: 'text' is missing or empty”.
    """

    word: str
    about: Mapping[str, Fact] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the reason in English, in one line."""
        return ENGLISH[self.word].format(**self.about)
