"""Which kind of columns came in, and who scores it. Nothing is imported to find out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from biaochi._core import Rules
    from biaochi.frames._options import Options

    _Scorer = Callable[[Rules, Any, Options], Any]


def scorer_of(data: Any) -> _Scorer:
    """The function that scores columns of this kind; TypeError for what is none."""
    kinds = {(kind.__module__.partition(".")[0], kind.__name__) for kind in type(data).__mro__}
    if ("pandas", "DataFrame") in kinds:
        from biaochi.frames import _pandas

        return _pandas.score
    if ("polars", "LazyFrame") in kinds or hasattr(data, "__arrow_c_stream__") or hasattr(data, "__arrow_c_array__"):
        from biaochi.frames import _arrow

        return _arrow.scorer_of(kinds)
    if hasattr(data, "__array__") or (hasattr(data, "items") and hasattr(data, "keys")):
        from biaochi.frames import _arrays

        return _arrays.score
    raise TypeError(f"expected a frame, or arrays by name, found {type(data).__name__}")
