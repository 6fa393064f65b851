"""Answers of Rules.score as plain Arrow: without dictionaries and views, which not every engine reads."""

from __future__ import annotations

from typing import Any

from biaochi._libraries import library


def plain_schema(answer: Any, extra: str) -> Any:
    """The pyarrow.Schema of an answer with plain types."""
    pyarrow = library("pyarrow", extra)
    fields = (pyarrow.field(field.name, _plain_type(pyarrow, field.type)) for field in _table(pyarrow, answer).schema)
    return pyarrow.schema(list(fields))


def plain_table(answer: Any, schema: Any, extra: str) -> Any:
    """An answer as a pyarrow.Table of that schema, by name."""
    pyarrow = library("pyarrow", extra)
    return _table(pyarrow, answer).select(schema.names).cast(schema)


def empty_table(schema: Any, extra: str) -> Any:
    """A pyarrow.Table of that schema without rows; names may be repeated, so that Rules.score can say which."""
    pyarrow = library("pyarrow", extra)
    return pyarrow.Table.from_batches([], schema=schema)


def _table(pyarrow: Any, answer: Any) -> Any:
    return pyarrow.RecordBatchReader.from_stream(answer).read_all()


def _plain_type(pyarrow: Any, type: Any) -> Any:
    """Texts in place of dictionaries of texts, and ends of 32 bits in place of others."""
    types = pyarrow.types
    if types.is_dictionary(type):
        return _plain_type(pyarrow, type.value_type)
    if types.is_large_string(type) or types.is_string_view(type):
        return pyarrow.string()
    if types.is_large_binary(type) or types.is_binary_view(type):
        return pyarrow.binary()
    return type
