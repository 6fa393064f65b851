"""Whether two tables are the same, byte by byte."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def plain(table: pa.Table) -> pa.Table:
    """The rows by id, the columns by name, as plain types; whatever lies under a null is zero, beside a column that says it is null."""
    table = table.sort_by("id")
    columns = {}
    for name in sorted(table.column_names):
        column = table[name].combine_chunks()
        if pa.types.is_dictionary(column.type):
            column = column.dictionary_decode()
        zero = "" if pa.types.is_string(column.type) else b"" if pa.types.is_binary(column.type) else 0
        columns[name] = pc.fill_null(column, pa.scalar(zero).cast(column.type))
        columns[f"{name} is null"] = pc.is_null(column)
    return pa.table(columns)


def as_bytes(table: pa.Table) -> bytes:
    """A table of plain() as Arrow writes it to a file: every bit of every double."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table.combine_chunks())
    return sink.getvalue().to_pybytes()


def assert_same(one: pa.Table, other: pa.Table) -> None:
    """Fails with the first column that differs."""
    one, other = plain(one), plain(other)
    assert one.schema == other.schema
    for name in one.column_names:
        assert as_bytes(one.select([name])) == as_bytes(other.select([name])), name
    assert as_bytes(one) == as_bytes(other)
