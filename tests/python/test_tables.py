"""Tables of figures: what is read, and the cell of what cannot be."""

from __future__ import annotations

import datetime
import json

import openpyxl
import pytest

from biaochi.tables import read_table
from biaochi.tables._grid import column_letters


@pytest.fixture
def read(book, rules, tmp_path):
    """Reads a table and gives its records and its issues as `cell code`."""

    def read(content, name="table.csv", sheet=None):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        table = read_table(path, book, sheet)
        issues = [f"{issue.where} {issue.code}".strip() for issue in table.check(rules)]
        return json.loads(table.json)["records"], issues

    return read


def workbook(rows, path, title="Sheet", more=()):
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    for name in more:
        book.create_sheet(name).append(["region"])
    book.save(path)
    return path.read_bytes()


WIDE = "region,period,group,label,hightech_firms,platforms.key_lab.national,st_department,st_management\n"


def test_a_wide_table(read):
    records, issues = read(WIDE + "甲,2020,山区,x,3,1,independent;leading_group,4;3.5\n乙,2020,,,,,none,\n")
    assert issues == []
    assert records == [
        {
            "region": "甲",
            "period": "2020",
            "group": "山区",
            "label": "x",
            "facts": {
                "hightech_firms": "3",
                "platforms.key_lab.national": "1",
                "st_department": ["independent", "leading_group"],
                "st_management": ["4", "3.5"],
            },
        },
        {"region": "乙", "period": "2020", "facts": {"st_department": []}},
    ]


def test_a_long_table(read):
    records, issues = read(
        "region,period,fact,value,unit,status,evidence,label\n甲,2020,hightech_firms,3,,,,x\n甲,2020,fiscal_st_spend,0.5,亿元,estimated,决算,\n甲,2020,tech_smes,,,,,\n"
    )
    assert issues == []
    facts = {"hightech_firms": "3", "fiscal_st_spend": {"value": "0.5", "unit": "亿元", "status": "estimated", "evidence": "决算"}}
    assert records == [{"region": "甲", "period": "2020", "label": "x", "facts": facts}]


def test_an_item_of_one_level_needs_no_level(read):
    records, issues = read("region,services.academician_station\n甲,2\n")
    assert issues == [] and records[0]["facts"] == {"services.academician_station.provincial": "2"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_encodings_and_line_ends(read, encoding, newline):
    text = "region,hightech_firms\n合作市䶮,3\n".replace("\n", newline)
    records, issues = read(text.encode(encoding))
    assert issues == [] and records[0]["region"] == "合作市䶮"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b",,\n", "empty"),
        ("region\n甲\n".encode("utf-16"), "UTF-16"),
        (b"region,hightech_firms\n\x00\x01,3\n", "not text"),
        (b"region\n\xff\xff\xff\n", "not text"),
        (b"region;hightech_firms\na;3\n", "semicolon"),
        (b"region\thightech_firms\na\t3\n", "tab"),
        (b'region,hightech_firms\n"a,3\n', "line 2"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "XLS"),
    ],
)
def test_what_is_no_table_says_why(book, tmp_path, content, words):
    path = tmp_path / "table.csv"
    path.write_bytes(content)
    (issue,) = read_table(path, book).issues
    assert issue.code == "table_unreadable" and words in issue.en


def test_every_issue_has_its_cell(read):
    _, issues = read(
        "region,period,hightech_frms,hightech_firms,fiscal_st_share,hightech_firms,st_department\n"
        "甲,2020,,3.5,150,,\n"
        "乙,2020,,-1,15%,,independent;plaque\n"
        "甲,2020,,1,1,,\n"
        "丙,2020\n"
        ",2020,,1,,,\n"
        "丁,2020,,inf,NaN,,dependent\n"
        "戊,2020,,1000000000000000000000000000000000000000000000000,1e999,,\n"
    )
    assert issues == [
        "C1 unknown_column",
        "F1 repeated_key",
        "D2 not_whole",
        "E2 above_max",
        "D3 below_min",
        "E3 not_a_number",
        "G3 two_options_chosen",
        "A4 repeated_record",
        "A5 ragged_row",
        "A6 missing_key",
        "D7 infinite_value",
        "G7 unknown_option",
        "E8 number_too_long",
    ]


def test_every_issue_of_a_long_table_has_its_cell(read):
    _, issues = read(
        "region,fact,value,unit,status,group\n"
        "甲,hightech_firms,3,万元,,a\n"
        "甲,hightech_firms,3,,,\n"
        "甲,fiscal_st_spend,5,亿元,maybe,b\n"
        "甲,nonsense,1,,,\n"
        "甲,,1,,,\n"
        "甲,tech_smes,,,reported,\n"
    )
    assert issues == [
        "D2 wrong_unit",
        "B3 repeated_key",
        "E4 unknown_status",
        "F4 bad_value",
        "B5 unknown_fact",
        "B6 missing_key",
        "E7 value_without_status",
    ]


@pytest.mark.parametrize(
    ("header", "meant"), [("hightech_frms", "hightech_firms"), ("regoin", "region"), ("高新技术企业数量", "hightech_firms"), ("platforms", "platforms.key_lab.national"), ("zzz", "")]
)
def test_an_unknown_column_names_what_was_meant(book, tmp_path, header, meant):
    path = tmp_path / "table.csv"
    path.write_text(f"region,{header}\n甲,3\n", encoding="utf-8")
    (issue,) = read_table(path, book).issues
    assert issue.code == "unknown_column" and header in issue.zh and meant in issue.zh
    assert ("Nearest" in issue.en) == bool(meant)


def test_a_table_without_regions_lacks_a_column(read):
    assert read("period,hightech_firms\n2020,3\n") == ([], ["A1 missing_column"])


@pytest.mark.parametrize(
    ("cell", "meant"), [("1,234", "1234"), ("１２", "12"), ("+3", "3"), ("1 000", "1000"), ("15%", None), ("三", None), ("3家", None), ("-", None)]
)
def test_a_cell_that_is_no_number_says_what_to_write(book, rules, tmp_path, cell, meant):
    path = tmp_path / "table.csv"
    path.write_text(f'region,hightech_firms\n甲,"{cell}"\n', encoding="utf-8")
    (issue,) = read_table(path, book).check(rules)
    assert issue.where == "B2" and issue.code == "not_a_number" and f"“{cell}”" in issue.en
    assert ("Write" in issue.en) == (meant is not None)
    assert meant is None or f"Write {meant}." in issue.en


def test_a_percent_sign_is_dropped_where_the_unit_is_percent(book, rules, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("region,fiscal_st_share\n甲,1.5%\n", encoding="utf-8")
    (issue,) = read_table(path, book).check(rules)
    assert "Write 1.5." in issue.en


def test_empty_rows_and_cells_beyond_the_header_that_are_empty_do_not_matter(read):
    records, issues = read("\nregion,hightech_firms,,\n甲,3,,\n,,,\n乙,,,\n")
    assert issues == [] and [record["region"] for record in records] == ["甲", "乙"]


def test_a_workbook(read, tmp_path):
    rows = [["region", "period", "hightech_firms", "fiscal_st_share", "st_department.independent"], ["甲", 2020, 3.0, 0.1, True], ["乙", 2020, None, "2/3", None]]
    records, issues = read(workbook(rows, tmp_path / "made.xlsx"), "table.xlsx")
    assert issues == []
    assert records == [
        {"region": "甲", "period": "2020", "facts": {"hightech_firms": "3", "fiscal_st_share": "0.1", "st_department.independent": True}},
        {"region": "乙", "period": "2020", "facts": {"fiscal_st_share": "2/3"}},
    ]


def test_issues_in_a_workbook_name_the_sheet_and_cell(read, tmp_path):
    rows = [["region", "hightech_firms", "tech_smes", "fiscal_st_share"], ["甲", datetime.datetime(2020, 5, 1), "=1+1", "#N/A"], ["乙", True, -1, 101]]
    _, issues = read(workbook(rows, tmp_path / "made.xlsx", "表一"), "table.xlsx", "表一")
    assert issues == [
        "表一!B2 not_a_number",
        "表一!C2 not_a_number",  # a formula whose result was never saved is not missing
        "表一!D2 not_a_number",
        "表一!B3 not_a_number",
        "表一!C3 below_min",
        "表一!D3 above_max",
    ]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(book, tmp_path):
    path = tmp_path / "table.xlsx"
    workbook([["region"]], path, "one", ["two"])
    (issue,) = read_table(path, book, "three").issues
    assert issue.code == "table_unreadable" and "three" in issue.en and "one, two" in issue.en


@pytest.mark.parametrize("content", [b"PK\x03\x04 not a zip", b"junk" * 100, bytes(range(256)) * 10])
def test_a_damaged_workbook_is_unreadable(read, content):
    assert read(content, "table.xlsx") == ([], ["table_unreadable"])


def test_json_is_left_to_the_engine_with_its_pointers(book, rules, tmp_path):
    path = tmp_path / "table.json"
    path.write_text('[{"region": "a", "period": 2020, "facts": {"hightech_firms": -1}}]', encoding="utf-8-sig")
    table = read_table(path, book)
    assert table.periods == ["2020"]
    assert [issue.code for issue in table.check(rules)] == ["below_min"]
    assert table.check(rules)[0].where.endswith("/facts/hightech_firms")


@pytest.mark.parametrize("content", [b"", b"{", b"[" * 30_000, b"\xff\xfe", b'[{"region": 1' + b"0" * 10_000 + b"}]"])
def test_broken_json_is_told_by_the_engine(book, rules, tmp_path, content):
    path = tmp_path / "table.json"
    path.write_bytes(content)
    assert read_table(path, book).check(rules)


def test_columns_are_lettered_as_spreadsheets_do():
    assert [column_letters(at) for at in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
