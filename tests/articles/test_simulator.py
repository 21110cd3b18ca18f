"""Figures on simulated pages are bounded, so that no change overfits the few pages with gold."""

from __future__ import annotations

from tests.articles.simulator import report


def test_simulated_pages_are_cut_well() -> None:
    """Over 60 random pages of random papers the figures stay above these bounds."""
    figures = report(60)
    assert figures.f1 >= 0.90
    assert figures.titles / figures.headed >= 0.90
    assert figures.right / figures.lines >= 0.93
