"""Climb to where a concave function is greatest: Adam (Kingma and Ba 2015), for weights fitted on a few hundred examples."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


def climb(
    gradient: Callable[[Vector], Vector],
    size: int,
    steps: int,
    pace: Callable[[int], float],
    keep: Callable[[Vector], Vector] = lambda w: w,
) -> Vector:
    """Return the weights after so many steps from 0; `pace` gives each step's length, `keep` puts weights back in bounds."""
    w = np.zeros(size)
    m, v = w.copy(), w.copy()
    for step in range(1, steps + 1):
        slope = gradient(w)
        m = 0.9 * m + 0.1 * slope
        v = 0.999 * v + 0.001 * slope**2
        w = keep(w + pace(step) * (m / (1 - 0.9**step)) / (np.sqrt(v / (1 - 0.999**step)) + 1e-8))
    return w
