"""What somebody sent: real zips, honest and malicious."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from retrieval.errors import ParcelError
from retrieval.pages import HIDDEN
from retrieval.seeds.parcels import Bounds, Sent, Turned, free_name, open_parcel, safe_name
from retrieval.seeds.shelving import put_file, remove_file, shelved

BOUNDS = Bounds(files=300, bytes=10_000_000, ratio=100)
PAGE = "冰城健康志愿服务中心成立\n\n冰城健康志愿服务中心于2024年6月成立。\n".encode()


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, raw in entries:
            archive.writestr(name, raw)
    return out.getvalue()


def _opened(raw: bytes, bounds: Bounds = BOUNDS) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return what was taken and what was turned away, with the reasons."""
    files = list(open_parcel("报.zip", raw, bounds))
    taken = {file.name: file.raw for file in files if isinstance(file, Sent)}
    return taken, {file.name: file.why.word for file in files if isinstance(file, Turned)}


def test_a_page_by_itself() -> None:
    """A text is taken as it is, under a name without folders."""
    assert list(open_parcel("../剪报/一版.TXT", PAGE, BOUNDS)) == [Sent("一版.txt", PAGE)]


def test_a_zip_with_folders() -> None:
    """Files in folders lose the folders; two of one name are told apart, also where only their case differs."""
    raw = zipped(("五月/a.txt", PAGE), ("六月/A.txt", PAGE), ("读我.md", b"# x"), ("五月/", b""))
    assert list(_opened(raw)[0]) == ["a.txt", "A-2.txt", "读我.md"]


@pytest.mark.parametrize("name", [".隐藏.txt", "~$一版.txt", "五月/._a.txt", "五月/.DS_Store"])
def test_what_is_hidden_in_a_zip(name: str) -> None:
    """Nobody sent it to be read: it is passed over."""
    assert _opened(zipped((name, PAGE), ("好.txt", PAGE))) == ({"好.txt": PAGE}, {})


@pytest.mark.parametrize("name", ["~$一版.txt", ".一版.txt", "~$~$ .一版.txt"])
def test_a_page_whose_name_would_hide_it(name: str) -> None:
    """Sent by itself it is meant, and gets a name under which it is read."""
    assert list(open_parcel(name, PAGE, BOUNDS)) == [Sent("一版.txt", PAGE)]


@pytest.mark.parametrize(
    "name",
    ["../../etc/cron.d/x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt", "a\\..\\x.txt"],
)
def test_a_name_that_climbs(name: str) -> None:
    """A name that would lead out of the folder is refused, and its neighbours are taken."""
    taken, turned = _opened(zipped((name, PAGE), ("好.txt", PAGE)))
    assert list(taken) == ["好.txt"] and list(turned.values()) == ["file_path"]


def test_a_name_in_gb18030() -> None:
    """Names that a Chinese Windows wrote come out in Chinese, also where a byte looks like a backslash."""
    made = zipped(("000000.txt", PAGE))
    for name in ("健康报.txt", "誠報.txt", "乗.txt"):
        raw = name.encode("gb18030")
        renamed = _renamed(made, b"000000.txt", raw)
        assert list(_opened(renamed)[0]) == [name]
    assert b"\\" in "乗".encode("gb18030")


def _renamed(raw: bytes, old: bytes, new: bytes) -> bytes:
    """Give the only entry of a zip another name, in bytes and without the mark of UTF-8."""
    head = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    local = bytearray(raw[:head].replace(old, new))
    central = bytearray(raw[head:end].replace(old, new))
    local[26:28] = central[28:30] = struct.pack("<H", len(new))
    tail = bytearray(raw[end:])
    tail[12:16], tail[16:20] = struct.pack("<I", len(central)), struct.pack("<I", len(local))
    return bytes(local + central + tail)


def test_what_is_no_page() -> None:
    """Nested archives, other files, links and encrypted entries are refused by name; litter is passed over."""
    link = zipfile.ZipInfo("链接.txt")
    link.external_attr = 0o120777 << 16
    raw = zipped(
        ("里.zip", zipped(("x.txt", PAGE))),
        ("照片.jpg", b"\xff\xd8"),
        (link, b"/etc/passwd"),
        ("__MACOSX/._a.txt", b"x"),
        (".DS_Store", b"x"),
        ("a.txt", PAGE),
    )
    taken, turned = _opened(raw)
    assert list(taken) == ["a.txt"]
    assert turned == {"里.zip": "file_nested", "照片.jpg": "file_kind", "链接.txt": "file_link"}


def test_an_encrypted_entry() -> None:
    """An entry that wants a password is refused."""
    raw = bytearray(zipped(("a.txt", PAGE)))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert _opened(bytes(raw)) == ({}, {"a.txt": "file_encrypted"})


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_an_unusual_packing(method: int) -> None:
    """A method whose unpacking may ask for any amount of memory is refused."""
    assert _opened(zipped(("a.txt", PAGE), method=method)) == ({}, {"a.txt": "file_method"})


def test_a_damaged_entry() -> None:
    """An entry whose bytes don't fit its checksum is refused, the others are taken."""
    raw = bytearray(zipped(("a.txt", PAGE), ("b.txt", PAGE), method=zipfile.ZIP_STORED))
    raw[40] ^= 0xFF
    taken, turned = _opened(bytes(raw))
    assert list(taken) == ["b.txt"] and turned == {"a.txt": "file_damaged"}


def test_an_entry_that_lies_about_its_size() -> None:
    """No more is unpacked than was declared: an entry that grows beyond it is damaged."""
    raw = bytearray(zipped(("a.txt", b"0" * 500_000)))
    raw[22:26] = struct.pack("<I", 10)
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = struct.pack("<I", 10)
    assert _opened(bytes(raw)) == ({}, {"a.txt": "file_damaged"})


@pytest.mark.parametrize(
    ("raw", "bounds", "why"),
    [
        (b"PK no zip", BOUNDS, "damaged"),
        (b"", BOUNDS, "damaged"),
        (zipped(("a.txt", b"0" * 5_000_000)), BOUNDS, "ratio"),
        (zipped(("a.txt", PAGE * 9), ("b.txt", PAGE * 9)), Bounds(9, 1000, 100), "bytes"),
        (zipped(*((f"{n}.txt", b"") for n in range(10_000))), BOUNDS, "files"),
    ],
    ids=["no zip", "empty", "bomb", "much in all", "ten thousand"],
)
def test_a_parcel_refused_as_a_whole(raw: bytes, bounds: Bounds, why: str) -> None:
    """Bombs, floods and what is no zip are refused before anything is unpacked."""
    with pytest.raises(ParcelError) as refused:
        list(open_parcel("报.zip", raw, bounds))
    assert refused.value.why.word == f"parcel_{why}"


@given(st.text(max_size=300))
def test_any_name(name: str) -> None:
    """Whatever a file is called, its safe name stays in its folder and fits the file system."""
    safe = safe_name(f"{name}.txt")
    assert Path(safe).name == safe and safe.endswith(".txt") and safe not in (".txt", "..txt")
    assert len(safe.encode()) <= 160 and not set(safe) & set('\x00\n/\\:*?"<>|')
    assert safe_name(safe) == safe and not safe.startswith(HIDDEN)


REFUSED = {f"parcel_{why}" for why in ("damaged", "empty", "bytes", "ratio", "files")}


@given(st.binary(max_size=200), st.integers(0, 400))
@example(b"\0", 316)
def test_any_bytes(noise: bytes, at: int) -> None:
    """A zip damaged anywhere is refused or read, never an accident; with its count of files at nought it is an empty one."""
    raw = zipped(("a.txt", PAGE), ("b.md", PAGE))
    try:
        list(open_parcel("x.zip", raw[:at] + noise + raw[at + len(noise) :], BOUNDS))
    except ParcelError as error:
        assert error.why.word in REFUSED


def test_a_free_name() -> None:
    """Numbers are counted up until a name is free."""
    assert free_name("a.txt", {"a.txt", "a-2.txt"}) == "a-3.txt"


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    """No message can name such a file, and so none offers to take it away; what it holds stays where it is."""
    (tmp_path / "报.txt").write_text("报", encoding="utf-8")
    odd = tmp_path / os.fsdecode(b"bad\xb1n.txt")
    try:
        odd.touch()
    except OSError:
        pytest.skip("this file system takes only names that are text")
    assert shelved(tmp_path) == ["报.txt"]
    with pytest.raises(FileNotFoundError):
        remove_file(tmp_path, odd.name, tmp_path / "bin")
    assert odd.exists()


def test_shelving(tmp_path: Path) -> None:
    """A file is saved beside its namesake or in its place; what goes is kept in the bin."""
    folder, bin = tmp_path / "seeds", tmp_path / "removed"
    folder.mkdir()
    assert put_file(folder, "报.txt", b"1", bin, replace=False) == "报.txt"
    assert put_file(folder, "报.txt", b"2", bin, replace=False) == "报-2.txt"
    assert put_file(folder, "报.TXT", b"3", bin, replace=True) == "报.txt"
    (folder / "报.yaml").write_text("date: 2025-05-20", encoding="utf-8")
    remove_file(folder, "报.txt", bin)
    assert shelved(folder) == ["报-2.txt"] and not (folder / "报.yaml").exists()
    assert sorted(p.read_bytes()[:1] for p in bin.iterdir()) == [b"1", b"3", b"d"]
    with pytest.raises(FileNotFoundError):
        remove_file(folder, "../报-2.txt", bin)


def test_removing_a_sidecar_that_no_page_has(tmp_path: Path) -> None:
    """What a reload complains of can be taken away by its name, and the page beside it stays."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name in ("报.txt", "报.txt.yaml", "报.yaml", "报.yml"):
        (folder / name).write_text("date: 2025-05-20", encoding="utf-8")
    assert shelved(folder) == ["报.txt", "报.txt.yaml", "报.yml"]
    for name in ("报.txt.yaml", "报.yml"):
        remove_file(folder, name, tmp_path / "removed")
    assert sorted(p.name for p in folder.iterdir()) == ["报.txt", "报.yaml"]


def test_removing_files_of_long_names(tmp_path: Path) -> None:
    """In the bin there is room for when they were put there; two that begin alike are told apart."""
    folder, bin = tmp_path / "seeds", tmp_path / "removed"
    folder.mkdir()
    names = ["长" * 80 + f"{n}.txt" for n in (1, 2)] + ["长" * 83 + "ab.txt"]
    for name in names:
        (folder / name).write_bytes(PAGE)
    (folder / names[0]).with_suffix(".yaml").write_text("page: 3", encoding="utf-8")
    for name in names:
        remove_file(folder, name, bin)
    assert not list(folder.iterdir())
    assert [p.suffix for p in sorted(bin.iterdir(), key=lambda p: p.suffix)] == [".txt"] * 3 + [".yaml"]


SIDE = "publication: 中原日报\n".encode()
OTHER = "publication: 晚报\n".encode()


def _sides(raw: bytes) -> dict[str, bytes | None]:
    """Return the files that were taken, each with the sidecar that comes along."""
    return {file.name: file.side for file in open_parcel("报.zip", raw, BOUNDS) if isinstance(file, Sent)}


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML"])
def test_a_sidecar_in_a_zip(name: str) -> None:
    """It comes along with the page beside it, before which it may stand or behind."""
    assert _sides(zipped((name, SIDE), ("a.txt", PAGE), ("b.txt", b"x"))) == {"a.txt": SIDE, "b.txt": None}
    assert _sides(zipped(("五月/a.txt", PAGE), (f"五月/{name}", SIDE))) == {"a.txt": SIDE}


def test_sidecars_of_one_name_in_several_folders() -> None:
    """Each stays with the page of its folder, and no two pages that have different ones share a name."""
    raw = zipped(
        ("五月/a.txt", PAGE), ("五月/a.yaml", SIDE), ("六月/a.md", b"# x"), ("六月/a.yaml", OTHER), ("a.jsonl", b"{}")
    )  # fmt: skip
    assert _sides(raw) == {"a.txt": SIDE, "a-2.md": OTHER, "a-3.jsonl": None}


def test_a_sidecar_of_two_pages() -> None:
    """It tells of all that stand beside it, and these keep their names."""
    assert _sides(zipped(("a.txt", PAGE), ("a.md", b"# x"), ("a.yaml", SIDE))) == {
        "a.txt": SIDE,
        "a.md": SIDE,
    }


def test_a_sidecar_without_its_page_in_a_zip() -> None:
    """It may be of a page that was sent before, unless a page of its name lies in another folder."""
    raw = zipped(
        ("旧.yaml", SIDE),
        ("五月/a.txt", PAGE),
        ("六月/a.yaml", SIDE),
        ("五月/a.yaml", SIDE),
    )
    taken, turned = _opened(raw)
    assert list(taken) == ["旧.yaml", "a.txt"] and turned == {"六月/a.yaml": "file_side"}


@pytest.mark.parametrize("order", [1, -1])
def test_two_sidecars_of_a_page_in_a_zip(order: int) -> None:
    """The one goes along that would be read in the seeds, and of the other it is said that this one is read instead."""
    sides = [("版/b.yaml", SIDE), ("版/b.yml", OTHER)][::order]
    page, other = open_parcel("x.zip", zipped(("版/b.txt", PAGE), *sides), BOUNDS)
    if isinstance(page, Turned):
        page, other = other, page
    assert isinstance(page, Sent) and page.side == SIDE
    assert isinstance(other, Turned) and other.name == "版/b.yml"
    assert str(other.why) == "版/b.yaml is read instead; keep one of the two"


def test_a_sidecar_that_another_page_has_too(tmp_path: Path) -> None:
    """A page that nobody sent isn't to be cited as the new one: that gets a name of its own, though it may replace."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, raw in (("报.txt", b"1"), ("报.md", b"2"), ("报.yaml", SIDE)):
        (folder / name).write_bytes(raw)
    assert put_file(folder, "报.txt", b"3", tmp_path / "removed", replace=True, side=OTHER) == "报-2.txt"
    assert (folder / "报.yaml").read_bytes() == SIDE and (folder / "报-2.yaml").read_bytes() == OTHER


def test_shelving_a_page_with_its_sidecar(tmp_path: Path) -> None:
    """Both get a name that no other page shares; in the place of another page the old ones are kept in the bin."""
    folder, bin = tmp_path / "seeds", tmp_path / "removed"
    folder.mkdir()
    assert put_file(folder, "报.txt", b"1", bin, replace=False, side=SIDE) == "报.txt"
    assert put_file(folder, "报.md", b"2", bin, replace=False, side=OTHER) == "报-2.md"
    assert not bin.exists()
    assert put_file(folder, "报.txt", b"3", bin, replace=True, side=OTHER) == "报.txt"
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == {
        "报.txt": b"3", "报.yaml": OTHER, "报-2.md": b"2", "报-2.yaml": OTHER
    }  # fmt: skip
    assert sorted(p.read_bytes() for p in bin.iterdir()) == [b"1", SIDE]


def test_a_nameless_entry() -> None:
    """An entry whose name begins with a zero byte gets a name of ours, and nothing goes wrong."""
    raw = zipped(("a.txt", PAGE), ("Q.txt", PAGE)).replace(b"Q.txt", b"\x00.txt")
    assert [file.name for file in open_parcel("x.zip", raw, BOUNDS)] == ["a.txt", "page.txt"]
