"""Parallax inside Apache Spark.

    from parallax_spark import analyze, findings, measures

    articles = spark.read.json("articles/*.ndjson")
    analyze(articles, binary="/opt/parallax").write.parquet("analyses")

    analyses = spark.read.parquet("analyses")
    measures(analyses).write.parquet("measures")
    findings(analyses).write.parquet("findings")

Every row in is one row out: an analysis, or an `error` that says why there is none. See the guide in
`Integrations/spark/README.md`.
"""

from ._analyze import analyze, analyze_files, analyze_json, parse
from ._process import PipeError
from ._schema import COLUMNS
from ._tables import documents, failures, findings, measures, targets

__all__ = [
    "COLUMNS",
    "PipeError",
    "analyze",
    "analyze_files",
    "analyze_json",
    "documents",
    "failures",
    "findings",
    "measures",
    "parse",
    "targets",
]
__version__ = "0.1.0"
