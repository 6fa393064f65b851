/// @file
/// A row through check_record(), derive(), score() and classify().

#include "batch/exact.hpp"

#include <algorithm>
#include <charconv>

#include "batch/cells.hpp"
#include "record/check.hpp"

namespace biaochi::detail {
namespace {

/// While a row is checked, an issue stands at the number of its slot; that is read back and replaced by the slot's id.
std::size_t slot_of(const Issue& issue) {
    std::size_t slot = no_index;
    std::from_chars(issue.where.data(), issue.where.data() + issue.where.size(), slot);
    return slot;
}

constexpr std::string_view status_words = "0 missing, 1 reported, 2 not_applicable, 3 estimated, 4 rejected";

std::string number_of(std::size_t slot) { return std::to_string(slot); }

RowStatus status_of(NodeState state) {
    if (state == NodeState::excluded) return RowStatus::excluded;
    return state == NodeState::refused ? RowStatus::refused : RowStatus::decided;
}

}  // namespace

ExactRow::ExactRow(const Ruleset& rules) : rules_(rules), record_(empty_record(rules)) {}

void ExactRow::fill(std::span<const Column> columns, std::size_t row) {
    for (Cell& cell : record_.cells) cell.status = Status::missing;
    record_.derived.clear();
    issues_.clear();
    for (const Column& column : columns) {
        if (read_cell(column, row, record_.cells[column.slot])) continue;
        const std::string slot = number_of(column.slot);
        issues_.push_back(has_status(column, row)
                              ? make_issue(IssueCode::infinite_value, slot)
                              : make_issue(IssueCode::unknown_status, slot, {std::to_string(column.statuses[row]), status_words}));
    }
}

void ExactRow::score(std::span<const Column> columns, std::size_t row) {
    fill(columns, row);
    // In the order of the slots, whatever that of the columns.
    std::stable_sort(issues_.begin(), issues_.end(), [](const Issue& a, const Issue& b) { return slot_of(a) < slot_of(b); });
    check_cells(rules_, record_, &number_of, issues_);
    if (issues_.empty() && !rules_.derived().empty()) {
        derive(rules_, {&record_, 1});
        check_derived(rules_, record_, &number_of, issues_);
    }
    issue_slot_ = no_index;
    if (!issues_.empty()) {
        status_ = RowStatus::bad_value;
        issue_slot_ = slot_of(issues_.front());
        for (Issue& issue : issues_) issue.where = rules_.slots()[slot_of(issue)].id;
        return;
    }
    biaochi::score(rules_, record_, card_);
    const NodeOutcome& root = card_.nodes.front();
    status_ = status_of(root.state);
    if (status_ != RowStatus::decided) return;
    classes_ = class_range(rules_, root.points);
    if (!root.points.decided() || !classes_.decided) status_ = RowStatus::undetermined;
}

void ExactRow::answer(const BatchRequest& request, std::size_t row) {
    score(request.columns, row);
    write(request, row);
}

void ExactRow::write(const BatchRequest& request, std::size_t row) const {
    const Rounding rule = rules_.rulebook().shown;
    const bool bad = status_ == RowStatus::bad_value;
    const bool scored = status_ == RowStatus::decided || status_ == RowStatus::undetermined;
    const auto ends = [&](const NodeOutcome& outcome) {
        const ShownEnd low = shown_end(outcome.points.low, rule);
        return std::pair(low, outcome.points.decided() ? low : shown_end(outcome.points.high, rule));
    };
    const auto root = scored ? ends(card_.nodes.front()) : std::pair<ShownEnd, ShownEnd>();
    write_points(request.out.score, row, root.first, root.second);
    write_classes(request.out, row, scored ? classes_ : ClassRange());
    write_status(request.out, row, status_, bad ? static_cast<std::uint8_t>(issues_.front().code) : no_issue,
                 bad ? static_cast<std::uint32_t>(issue_slot_) : no_issue_slot);
    for (const PartColumns& part : request.parts) {
        const NodeOutcome* outcome = bad ? nullptr : &card_.nodes[part.node];
        const bool has_points = outcome != nullptr && outcome->state == NodeState::scored;
        const auto points = has_points ? ends(*outcome) : std::pair<ShownEnd, ShownEnd>();
        write_points(part.points, row, points.first, points.second);
        if (part.segment != nullptr) {
            const bool in_one = has_points && outcome->segment != no_index;
            part.segment[row] = in_one ? static_cast<std::int16_t>(outcome->segment) : std::int16_t{-1};
        }
    }
}

}  // namespace biaochi::detail
