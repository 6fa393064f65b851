"""Reads tables of figures: CSV, XLSX, Parquet and JSON files into records, every issue with its cell."""

from __future__ import annotations

from biaochi.tables._read import ReadTable, read_table

__all__ = ["ReadTable", "read_table"]
