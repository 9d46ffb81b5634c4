"""Reads the folder that `parallax batch` writes.

import parallax_results

results = parallax_results.read("results/")
results.findings.query("category == 'loaded' and voice == 'author'")
parallax_results.rates(results.measures)          # articles × categories
"""

from ._read import Results, analyses, excerpt, rates, read, read_table
from ._tables import TABLES

__all__ = ["TABLES", "Results", "analyses", "excerpt", "rates", "read", "read_table"]
__version__ = "0.1.0"
