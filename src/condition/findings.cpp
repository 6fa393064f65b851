/// @file
/// From the evidence of an expression to what it turned on, in words and values.

#include "condition/findings.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace biaochi {
namespace detail {
namespace {

using feel::EvidenceKind;
using feel::EvidenceRecord;

/// Whether one part of a text stands inside another.
bool within(std::string_view inner, std::string_view outer) noexcept {
    return inner.data() >= outer.data() && inner.data() + inner.size() <= outer.data() + outer.size();
}

bool is_letter(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// Whether a text has @p word as a whole word.
bool names(std::string_view text, std::string_view word) noexcept {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
        if (begins && ends) return true;
    }
    return false;
}

/// Which entries of a group's members a part of the expression names. Members of a group have the same entries in the same places.
class NamedEntries {
public:
    explicit NamedEntries(const feel::Expression& expression) : expression_(expression) {}

    /// @return whether the part that a node stands for names the entry at a place
    [[nodiscard]] bool operator()(std::uint32_t node, std::size_t place, const std::string& key) {
        if (node != node_) keys_.clear();
        node_ = node;
        if (place < keys_.size() && keys_[place].first == key) return keys_[place].second;
        if (place >= keys_.size()) keys_.resize(place + 1);
        keys_[place] = {key, names(expression_.source(node), key)};
        return keys_[place].second;
    }

private:
    const feel::Expression& expression_;
    std::uint32_t node_ = static_cast<std::uint32_t>(-1);
    std::vector<std::pair<std::string_view, bool>> keys_;
};

/// Whether a value is an entry of a history, which begins with its year; a member begins with its region.
bool is_year(const feel::Value& value) noexcept {
    return value.kind() == feel::Kind::context && !value.context().entries.empty() && value.context().entries.front().first == "year";
}

/// A member is called by its region, an entry of a history by its year, a plain value by itself, anything else by its place.
Finding finding_of_member(NamedEntries& named, const EvidenceRecord& record) {
    Finding finding;
    finding.kind = Finding::Kind::member;
    finding.region = std::to_string(record.index + 1);
    const feel::Kind kind = record.left.kind();
    const bool plain = kind == feel::Kind::number || kind == feel::Kind::text || kind == feel::Kind::date;
    if (plain) finding.region = feel::plain_text(record.left, 80);
    if (kind != feel::Kind::context) return finding;
    const bool by_year = is_year(record.left);
    std::size_t place = 0;
    for (const auto& [key, value] : record.left.context().entries) {
        const std::size_t at = place++;
        if (key == "region" && value.kind() == feel::Kind::text) {
            finding.region = value.text();
        } else if (by_year && key == "year" && !value.is_null()) {
            finding.region = feel::plain_text(value);
        } else if (named(record.node, at, key)) {
            finding.values.emplace_back(key, value);
        }
    }
    return finding;
}

/// Whether a filter only picks years, as `history[year = 2025]` does: then its members say nothing.
bool is_pick(const feel::Expression& expression, const EvidenceRecord& record, const Finding& finding) {
    const std::string_view word = expression.word(record.node);
    return word != "every" && word != "some" && is_year(record.left) && finding.values.empty();
}

/// The whole number at or above a number from 0 on; or above it.
std::size_t whole_from(const Number& number, bool above) {
    Number whole = round(number, {0, RoundingMode::ceiling});
    if (above && whole == number) whole += Number(1);
    return whole.sign() <= 0 ? 0 : static_cast<std::size_t>(whole.small_numerator());
}

/// Counts the members that a comparison such as `count(list[…]) / count(list) >= 2/3` is about. A filter that stands in another function,
/// `change(history[…].score, 2) > 0`, picks what is compared and is not counted.
std::optional<Count> count_of(const feel::Expression& expression, const feel::Evidence& evidence, const EvidenceRecord& comparison) {
    const std::string_view word = expression.word(comparison.node);
    if ((word != ">=" && word != ">") || comparison.right.kind() != feel::Kind::number) return std::nullopt;
    const std::string_view source = expression.source(comparison.node);
    if (!source.starts_with("count(") && !source.starts_with("share(")) return std::nullopt;
    std::optional<std::uint32_t> node;
    Count count;
    for (const EvidenceRecord& record : evidence.records) {
        if (record.kind != EvidenceKind::member || !within(expression.source(record.node), source)) continue;
        if (expression.word(record.node) == "every" || expression.word(record.node) == "some") return std::nullopt;
        if (node && *node != record.node) return std::nullopt;
        node = record.node;
        ++count.of;
        count.have += record.verdict == feel::Verdict::yes ? 1U : 0U;
        count.undecided += record.verdict == feel::Verdict::undecided ? 1U : 0U;
    }
    if (!node) return std::nullopt;
    const auto size = static_cast<std::int64_t>(count.of);
    const auto have = static_cast<std::int64_t>(count.have);
    const bool share = source.find('/') != std::string_view::npos;
    const Number limit = share ? comparison.right.number() * Number(size) : comparison.right.number();
    if (limit > Number(1'000'000'000)) return std::nullopt;
    if (comparison.left.kind() == feel::Kind::number) {
        const Number expected = share ? Number(have) / Number(size) : Number(have);
        if (comparison.left.number() != expected) return std::nullopt;
    }
    count.needed = whole_from(limit, word == ">");
    return count;
}

/// What evidence has of each node.
struct Tally {
    std::vector<std::size_t> times;        ///< by node: the records
    std::vector<std::string_view> groups;  ///< the parts whose members are told one by one

    /// @return whether a part of the text stands inside one whose members are told
    [[nodiscard]] bool tells(std::string_view part) const {
        return std::any_of(groups.begin(), groups.end(),
                           [&](std::string_view group) { return group.size() > part.size() && within(part, group); });
    }
};

Tally tally_of(const feel::Expression& expression, const feel::Evidence& evidence) {
    Tally tally{std::vector<std::size_t>(expression.nodes()), {}};
    for (const EvidenceRecord& record : evidence.records) {
        const bool first = tally.times[record.node]++ == 0;
        if (first && record.kind == EvidenceKind::member) tally.groups.push_back(expression.source(record.node));
    }
    return tally;
}

/// `x in (a, b)` holds where one of its tests does.
void add_test(Finding& finding, const EvidenceRecord& record) {
    std::vector<feel::Value> tests{finding.right};
    if (finding.right.kind() == feel::Kind::list) tests = finding.right.items();
    tests.push_back(record.right);
    finding.right = feel::make_list(std::move(tests));
    const Answer held = answer_of(record.verdict);
    if (held == Answer::met || finding.held == Answer::not_met) finding.held = held;
}

}  // namespace

Answer answer_of(feel::Verdict verdict) noexcept {
    if (verdict == feel::Verdict::undecided) return Answer::undetermined;
    return verdict == feel::Verdict::yes ? Answer::met : Answer::not_met;
}

bool found_nothing(const Grounds& grounds) {
    const auto& records = grounds.evidence.records;
    const auto is_empty = [](const EvidenceRecord& record) { return record.kind == EvidenceKind::empty; };
    if (std::none_of(records.begin(), records.end(), is_empty)) return false;
    const Tally tally = tally_of(*grounds.expression, grounds.evidence);
    return std::any_of(records.begin(), records.end(), [&](const EvidenceRecord& record) {
        return is_empty(record) && !tally.tells(grounds.expression->source(record.node));
    });
}

}  // namespace detail

std::string_view name(Answer answer) noexcept {
    if (answer == Answer::undetermined) return "undetermined";
    return answer == Answer::met ? "met" : "not_met";
}

std::vector<Finding> findings_of(const Grounds& grounds) {
    using namespace detail;
    std::vector<Finding> findings;
    if (grounds.expression == nullptr) return findings;
    const feel::Expression& expression = *grounds.expression;
    const feel::Evidence& evidence = grounds.evidence;
    const Tally tally = tally_of(expression, evidence);
    findings.reserve(evidence.records.size());
    NamedEntries named(expression);
    std::optional<std::uint32_t> before;  // the node of the finding before, where it is a list of tests
    for (const EvidenceRecord& record : evidence.records) {
        const std::string_view source = expression.source(record.node);
        if (record.kind == EvidenceKind::branch || tally.tells(source)) continue;
        const bool tests = record.kind == EvidenceKind::comparison && expression.word(record.node) == "in";
        if (tests && before == record.node && record.index > 0) {
            add_test(findings.back(), record);
            continue;
        }
        before = tests ? std::optional(record.node) : std::nullopt;
        Finding finding;
        if (record.kind == EvidenceKind::member) {
            finding = finding_of_member(named, record);
            if (is_pick(expression, record, finding)) continue;
        }
        if (record.kind == EvidenceKind::empty) finding.kind = Finding::Kind::empty;
        if (record.kind == EvidenceKind::comparison) {
            finding.left = record.left;
            finding.right = record.right;
            if (tally.times[record.node] == 1) finding.count = count_of(expression, evidence, record);
        }
        finding.held = answer_of(record.verdict);
        finding.text = std::string(source);
        finding.word = std::string(expression.word(record.node));
        findings.push_back(std::move(finding));
    }
    return findings;
}

}  // namespace biaochi
