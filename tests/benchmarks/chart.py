"""Draw latency against size as an SVG: both axes logarithmic, one line each way to search."""

from __future__ import annotations

import math
from html import escape
from typing import Any

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 420, 70, 170, 30, 50
COLOURS = ("#c0392b", "#2c3e50", "#2980b9", "#27ae60", "#8e44ad", "#d35400")


def draw(rows: list[dict[str, Any]]) -> str:
    """Return the chart of `rows` with articles, what and p50_ms."""
    sizes = sorted({row["articles"] for row in rows})
    low, high = _decades([row["p50_ms"] for row in rows])
    first, last = math.log10(sizes[0]), max(math.log10(sizes[-1]), math.log10(sizes[0]) + 0.1)

    def x(size: float) -> float:
        return LEFT + (math.log10(size) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y(ms: float) -> float:
        return TOP + (high - math.log10(max(ms, 1e-3))) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = [
        _text(LEFT, 18, "median time of a question, ms (CPU), against articles"),
        *_grid(sizes, low, high, x, y),
    ]
    for n, what in enumerate(dict.fromkeys(row["what"] for row in rows)):
        points = [(x(r["articles"]), y(r["p50_ms"])) for r in rows if r["what"] == what]
        colour = COLOURS[n % len(COLOURS)]
        line = " ".join(f"{a:.1f},{b:.1f}" for a, b in points)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{a:.1f}" cy="{b:.1f}" r="3" fill="{colour}"/>' for a, b in points]
        parts.append(_text(points[-1][0] + 8, points[-1][1] + 4, what, colour))
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        f' font-size="12"><rect width="100%" height="100%" fill="white"/>\n{body}\n</svg>\n'
    )


def _decades(values: list[float]) -> tuple[int, int]:
    low = math.floor(math.log10(max(min(values), 1e-3)))
    return low, max(math.ceil(math.log10(max(values))), low + 1)


def _grid(sizes: list[int], low: int, high: int, x: Any, y: Any) -> list[str]:
    out = []
    for power in range(low, high + 1):
        at = y(10**power)
        out.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{at:.1f}" y2="{at:.1f}" stroke="#ddd"/>')
        out.append(_text(8, at + 4, f"{10**power:g}"))
    out += [_text(x(size) - 16, HEIGHT - 20, f"{size:,}") for size in sizes]
    return out


def _text(x: float, y: float, text: str, colour: str = "#333") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}">{escape(text)}</text>'
