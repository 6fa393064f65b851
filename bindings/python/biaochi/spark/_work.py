"""What runs on executors: rules that came once, and batches that go through Rules.score."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any

from biaochi._arrow import plain_table
from biaochi._errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from biaochi._core import Rules

# On an executor: rules by the hash of their pickle, compiled once in each Python process.
_compiled: dict[str, Rules] = {}
# On the driver: what was sent already, by application and hash.
_sent: dict[tuple[str, str], Any] = {}
_MOST = 64


def _remember(known: dict[Any, Any], name: Any, value: Any) -> Any:
    """Adds to a cache, and drops the oldest beyond the most that it holds."""
    while len(known) >= _MOST:
        del known[next(iter(known))]
    known[name] = value
    return value


class Shipped:
    """Rules on their way: a broadcast variable of their pickle, and its hash."""

    def __init__(self, digest: str, broadcast: Any) -> None:
        self._digest = digest
        self._broadcast = broadcast

    def rules(self) -> Rules:
        """The rules, compiled where this process has not done so yet. RulebookError where biaochi is of another version here."""
        known = _compiled.get(self._digest)
        return known or _remember(_compiled, self._digest, pickle.loads(self._broadcast.value))


def ship(session: Any, rules: Rules) -> Shipped:
    """Sends rules to the executors of a session, once an application. Error where the session cannot."""
    try:
        context = session.sparkContext
    except Exception as fault:
        raise Error(
            "this session has no broadcast variables (Spark Connect has none); use a session of the cluster itself / "
            "该会话不支持广播变量（Spark Connect 即如此），请使用集群自身的会话"
        ) from fault
    packed = pickle.dumps(rules)
    digest = hashlib.sha256(packed).hexdigest()
    place = (context.applicationId, digest)
    return Shipped(digest, _sent.get(place) or _remember(_sent, place, context.broadcast(packed)))


class Work:
    """The function that Spark maps over batches.

    `names` are those of the columns, whatever the batches call them; `schema` is that of the answer.
    """

    def __init__(self, shipped: Shipped, names: Sequence[str], options: Mapping[str, Any], schema: Any) -> None:
        self._shipped = shipped
        self._names = list(names)
        self._options = options
        self._schema = schema

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Scores batch by batch; `batches` and what comes out are pyarrow.RecordBatch."""
        rules = self._shipped.rules()
        for batch in batches:
            answer: Any = rules.score(batch.rename_columns(self._names), **self._options)
            yield from plain_table(answer, self._schema, "spark").to_batches()
