import os
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import parallax_results as pr

ROOT = Path(__file__).resolve().parents[3]
FIXTURES = ROOT / "Integrations" / "fixtures"
RUN = FIXTURES / "results"


@pytest.fixture(scope="module")
def results():
    return pr.read(RUN)


def test_tables_have_their_rows_and_types(results):
    assert list(results.documents["doc_id"]) == ["ferry", "wire", "hafen"]
    for name, columns in pr.TABLES.items():
        frame = getattr(results, name)
        assert {column: str(frame[column].dtype) for column in columns} == columns


def test_what_was_not_measured_is_missing_and_not_zero(results):
    framing = results.documents.set_index("doc_id")["framing_author"]
    assert framing["ferry"] > 0 and framing["wire"] == 0 and framing.isna()["hafen"]


def test_only_an_empty_cell_is_missing(tmp_path):
    shutil.copytree(RUN, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "documents.csv"
    path.write_text(path.read_text("utf-8").replace("Northern Wire", "NA"), "utf-8")
    outlets = pr.read_table(tmp_path, "documents", ["doc_id", "outlet"])
    assert outlets["outlet"].tolist() == ["The Harbour Voice", "NA", "Küstenbote"]


def test_offsets_are_code_points_of_the_text(results):
    texts = {one["id"]: one["document"]["text"] for one in pr.analyses(RUN)}
    assert "🌊" in texts["ferry"]
    for _, finding in results.findings.iterrows():
        assert texts[finding["doc_id"]][finding["start"] : finding["end"]] == finding["text"]
    waste = results.findings.query("text == 'waste of time' or text == 'a waste of time'").iloc[0]
    assert "[" + waste["text"] + "]" in pr.excerpt(texts["ferry"], waste)


def test_quoted_text_is_whole(results):
    assert 'nobody has read it, "line by line".' in " ".join(results.paragraphs["text"])


def test_failures_say_which_input_and_why(results):
    assert results.failures["code"].tolist() == ["empty", "invalid-json"]
    assert results.failures["doc_id"][0] == "empty" and results.failures["doc_id"].isna()[1]
    assert results.failures["line"].tolist() == [4, 5]


def test_rates_are_articles_by_categories(results):
    table = pr.rates(results.measures)
    measures = results.measures
    one = measures[
        (measures["doc_id"] == "ferry")
        & (measures["level"] == "document")
        & (measures["category"] == "presupposition")
        & (measures["voice"] == "author")
    ]
    assert table.loc["ferry", "presupposition"] == one["rate_per_1000"].iloc[0]
    assert "hafen" not in table.index
    assert pr.rates(results.measures, "all", "n_hits").loc["ferry"].sum() > 0
    with pytest.raises(ValueError, match="no measures of the voice 'editor'; there are all, author"):
        pr.rates(results.measures, "editor")


def test_columns_of_a_newer_version_come_along(tmp_path):
    frame = pd.read_csv(RUN / "targets.csv", dtype=str, keep_default_na=False)
    frame.insert(1, "party", "harbor")
    frame.to_csv(tmp_path / "targets.csv", index=False)
    assert pr.read_table(tmp_path, "targets")["party"].tolist() == ["harbor"] * len(frame)


def test_a_table_without_a_column_or_file_is_told(tmp_path):
    (tmp_path / "targets.csv").write_text("doc_id,name\n")
    with pytest.raises(ValueError, match="targets.csv: no column .*mentions.* among doc_id, name"):
        pr.read_table(tmp_path, "targets")
    with pytest.raises(FileNotFoundError, match="documents.csv: no such table; is .* the folder given to"):
        pr.read_table(tmp_path, "documents")
    with pytest.raises(ValueError, match="no table 'finding'; there are documents"):
        pr.read_table(tmp_path, "finding")


def test_a_line_cut_off_is_told_with_its_number(tmp_path):
    path = tmp_path / "analyses.jsonl"
    path.write_bytes((RUN / "analyses.jsonl").read_bytes()[:-40])
    with pytest.raises(ValueError, match=r"analyses.jsonl, line 3: .*was the run cut off\?"):
        list(pr.analyses(tmp_path))


BINARY = Path(os.environ.get("PARALLAX_BINARY", ROOT / ".build" / "release" / "parallax"))


@pytest.mark.skipif(not BINARY.exists(), reason="parallax is not built")
def test_what_parallax_writes_today_can_be_read(tmp_path):
    outcome = subprocess.run([BINARY, "batch", FIXTURES / "records.ndjson", "-o", tmp_path, "--quiet"])
    assert outcome.returncode == 2  # finished, but some inputs failed
    today = pr.read(tmp_path)
    assert list(today.documents["doc_id"]) == ["ferry", "wire", "hafen"]
    assert len(today.failures) == 2 and len(today.findings) > 5
