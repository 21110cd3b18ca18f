"""Pages as people type or paste them, in eight layouts: how many articles are cut right?"""

from __future__ import annotations

import pytest

from tests.articles.press import figures_of
from tests.articles.typed import LAYOUTS, Layout, typed_items, typed_page

# Ads, riddles, timetables and poems are among them; of ordinary news hardly any is wrong. Before blank lines counted by their
# number .63, .75, .82, .71, .70, .65, .65 and .72. Nothing is fitted on these pages, but their errors were read.
LEAST = {
    "blank lines between articles": 0.8,
    "… and indents": 0.81,
    "… in columns of 24": 0.86,
    "typed, two over a headline": 0.79,
    "typed, with indents": 0.75,
    "a web page, blank lines everywhere": 0.65,
    "… two over a headline": 0.76,
    "no blank lines, indents": 0.7,
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_typed_pages_are_cut_well(name: str) -> None:
    """In each layout so many of 188 articles."""
    layout: Layout = LAYOUTS[name]
    figures = figures_of(typed_page(page, items, layout) for page, items in typed_items())
    assert figures.f1 >= LEAST[name], f"{name}: {figures}"
