"""From newspaper pages to cited answers."""

import os

# Matrices of a page have some dozens of rows. For each product of two numpy's OpenBLAS would wake a thread on every core:
# that gains no time and takes twice the processor's. It is asked when numpy is imported, so this must come first.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
