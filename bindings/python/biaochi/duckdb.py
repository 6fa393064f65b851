"""A function of DuckDB that scores rows by rules: the same answers as Rules.score, inside SQL.

    import biaochi.duckdb

    biaochi.duckdb.register(connection, rules, keep=["id"])
    connection.sql("select id, answer.score, answer.class from (select id, biaochi_score(counties) as answer from counties)")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from biaochi import _fields
from biaochi._arrow import plain_schema, plain_table
from biaochi._core import Rules
from biaochi._errors import DataError, Error
from biaochi._libraries import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from duckdb import DuckDBPyConnection

__all__ = ["register"]


def register(
    connection: DuckDBPyConnection,
    rules: Rules,
    name: str = "biaochi_score",
    *,
    keep: Iterable[str] = (),
    parts: bool | Iterable[str] | None = None,
    ranges: bool = False,
    key: bool = False,
    decimals: bool = False,
) -> None:
    """Adds a function to a connection: a struct of figures in, a struct of score, class, status, issue and what is asked for out.

    The struct is a row of a table (`biaochi_score(counties)`) or written out (`biaochi_score({'hightech_firms': n})`); its fields are slots
    in any type of numbers, and `SLOT.status`. `keep` names fields that are no figures (a slot stays one): SQL has them already, so they are not in the answer;
    neither are region, period, group and label. A null struct gives null. The options are those of Rules.score.

    Raises DataError for parts that do not exist, TypeError for what is no connection or no rules, LibraryMissing where duckdb or pyarrow is
    not installed, duckdb's own error for a name that is taken (connection.remove_function(name) frees it); in a query, duckdb's own error
    with our words, in both languages, for a field that is no slot.
    """
    duckdb, pyarrow = library("duckdb", "frames"), library("pyarrow", "frames")
    _fields.expect(connection, duckdb.DuckDBPyConnection, "a connection of DuckDB")
    _fields.expect(rules, Rules, "rules")
    options = _fields.options(parts, ranges, key, decimals)
    schema = plain_schema(rules.score(pyarrow.table({}), **options), "frames")
    answer = connection.from_arrow(schema.empty_table())
    struct = duckdb.struct_type(dict(zip(answer.columns, answer.types)))
    add: Any = connection.create_function
    add(name, _function(rules, _fields.texts("keep", keep), options, schema), None, struct, type="arrow")


def _function(rules: Rules, keep: list[str], options: dict[str, Any], schema: Any) -> Callable[..., Any]:
    """What DuckDB calls with a pyarrow array of structs; it takes what it is given, so that nothing is rounded to fit."""
    pyarrow = library("pyarrow", "frames")

    def biaochi_score(*arguments: Any) -> Any:
        if len(arguments) != 1 or not pyarrow.types.is_struct(arguments[0].type):
            found = ", ".join(str(each.type) for each in arguments) or "-"
            raise Error(f"expected one struct of figures, found {found} / 应为一个由数据组成的 struct，实为 {found}")
        rows = pyarrow.Table.from_struct_array(arguments[0])
        try:
            answer: Any = rules.score(rows.select(_fields.figures(rules, rows.column_names, keep)), **options)
        except DataError as fault:  # DuckDB makes its own error out of the words alone
            raise _fields.both_languages(fault) from fault
        return plain_table(answer, schema, "frames").to_struct_array()

    return biaochi_score
