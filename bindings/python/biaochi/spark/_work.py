"""What runs on executors: rules that came once, and batches that go through Rules.score."""

from __future__ import annotations

import hashlib
import pickle
from typing import TYPE_CHECKING, Any

from biaochi import _fields
from biaochi._arrow import plain_table
from biaochi._errors import DataError, Error
from biaochi._libraries import library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from biaochi._core import Rules

# On an executor: rules by the hash of their pickle, compiled once in each Python process.
_compiled: dict[str, Rules] = {}
# On the driver: what was sent already, by application and hash.
_sent: dict[tuple[str, str], Any] = {}
_MOST = 64
GROUP = "biaochi group"  # the column of the group that the rulebook says


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


class Peers:
    """Groups that the rulebook has: which columns tell a row's region, and perhaps its group."""

    def __init__(self, region: str, group: str | None) -> None:
        self._region = region
        self._group = group

    @staticmethod
    def of(rules: Rules, means: Mapping[str, str]) -> Peers | None:
        """Where rules rank inside groups of their own; `means` tells what the columns mean. None: they do not."""
        if not rules.ranking["within_group"]:
            return None
        try:
            rules.score(library("pyarrow", "spark").table({}), ranks=True)
        except DataError:  # there is no region, which only groups of their own ask for
            names = {meaning: name for name, meaning in means.items()}
            return Peers(names["region"], names.get("group"))
        return None

    def groups(self, rules: Rules, batch: Any) -> Any:
        """The group of each row of a batch, as an array. Error, in both languages, where the rulebook knows none or another."""
        regions = batch.column(self._region).to_pylist()
        groups = batch.column(self._group).to_pylist() if self._group else [None] * len(regions)
        known = {told: _group_of(rules, *told) for told in {*zip(regions, groups)}}
        return library("pyarrow", "spark").array([known[told] for told in zip(regions, groups)], "string")


def _group_of(rules: Rules, region: Any, group: Any) -> str:
    record: dict[str, Any] = {"region": _word(region), "facts": {}}
    if _word(group):
        record["group"] = _word(group)
    try:
        return rules.score_table([record])[0].group
    except DataError as fault:
        raise _fields.both_languages(fault) from None


def _word(value: Any) -> str:
    return "" if value is None else str(value)


class Work:
    """The function that Spark maps over batches.

    `options` are those of Rules.score, for columns that go by their numbers; `schema` is that of the answer, and `self.schema` what comes
    out, with the group of each row where `peers` tell it.
    """

    def __init__(self, shipped: Shipped, options: Mapping[str, Any], schema: Any, peers: Peers | None = None) -> None:
        self._shipped = shipped
        self._options = options
        self._answer = schema
        self._peers = peers
        self.schema = schema if peers is None else schema.append(library("pyarrow", "spark").field(GROUP, "string"))

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Scores batch by batch; `batches` and what comes out are pyarrow.RecordBatch."""
        rules = self._shipped.rules()
        for batch in batches:
            answer: Any = plain_table(rules.score(batch, **self._options), self._answer, "spark")
            if self._peers is not None:
                answer = answer.append_column(self.schema.field(GROUP), [self._peers.groups(rules, batch)])
            yield from answer.to_batches()
