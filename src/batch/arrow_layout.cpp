/// @file
/// From a frame's schema to the places of its figures.

#include "batch/arrow_layout.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "biaochi/core/text.hpp"
#include "core/printable.hpp"
#include "json/value.hpp"

namespace biaochi {
namespace {

using detail::FrameFigure;
using detail::FrameName;
using detail::SchemaCopy;

constexpr std::array<std::string_view, 4> own_columns{"region", "period", "group", "label"};
constexpr std::string_view status_suffix = ".status";
constexpr std::string_view figures_wanted = "int8 … int64, uint8 … uint64, float32, float64, bool, decimal32 … decimal128, null";
constexpr std::string_view words_wanted = "text, large text, text view, dictionary";
constexpr std::string_view names_wanted = "text, large text, text view, dictionary, int8 … int64, uint8 … uint64";

/// Builds a layout column by column.
class Planner {
public:
    Planner(FrameLayout& layout, std::vector<Issue>& issues) : layout_(layout), issues_(issues), rules_(layout.scorer.rules()) {}

    void plan() {
        for (std::size_t i = 0; i < layout_.schema.children.size(); ++i) place(i);
        drop_lone_statuses();
        check_names(layout_.options.keep);
        for (const auto& [column, slot] : layout_.options.columns) check_there(column, detail::column_place(column));
        check_region();
    }

private:
    [[nodiscard]] const SchemaCopy& column(std::size_t child) const { return layout_.schema.children[child]; }

    [[nodiscard]] const std::string& meaning(const std::string& column_name) const {
        const auto found = layout_.options.columns.find(column_name);
        return found == layout_.options.columns.end() ? column_name : found->second;
    }

    void report(IssueCode code, std::string_view column_name, std::initializer_list<std::string_view> details) {
        issues_.push_back(make_issue(code, detail::column_place(column_name), details));
    }

    void place(std::size_t child) {
        const std::string& column_name = column(child).name;
        const std::string& means = meaning(column_name);
        const auto& keep = layout_.options.keep;
        const auto own = std::find(own_columns.begin(), own_columns.end(), means);
        const bool is_own = own != own_columns.end();
        const bool kept = is_own || std::find(keep.begin(), keep.end(), column_name) != keep.end();
        if (kept && !place_kept(child)) return;
        if (is_own) return place_own(child, *own, own_[static_cast<std::size_t>(own - own_columns.begin())]);
        if (const std::size_t slot = rules_.slot(means); slot != no_index) {
            place_figure(child, slot);
        } else if (const std::size_t told = slot_of_status(means); told != no_index) {
            place_status(child, told);
        } else if (!kept) {
            report(IssueCode::unknown_column, column_name, {column_name, meant_column(rules_, means)});
        }
    }

    /// Where the rulebook tells the groups, it does so by region.
    [[nodiscard]] bool needs_region() const {
        const Rulebook& book = rules_.rulebook();
        return layout_.options.ranks && book.ranking.within_group && !book.groups.empty();
    }

    /// @return where the layout has a column that rows are told apart by; null where none is needed
    FrameName* name_of(std::string_view means) {
        if (means == "region" && needs_region()) return &layout_.region;
        if (means == "period" && layout_.options.ranks) return &layout_.period;
        const bool grouped = layout_.options.ranks && rules_.rulebook().ranking.within_group;
        return means == "group" && grouped ? &layout_.group : nullptr;
    }

    [[nodiscard]] std::size_t slot_of_status(std::string_view means) const {
        if (means.size() <= status_suffix.size() || means.substr(means.size() - status_suffix.size()) != status_suffix) return no_index;
        return rules_.slot(means.substr(0, means.size() - status_suffix.size()));
    }

    bool place_kept(std::size_t child) {
        for (const std::size_t other : layout_.kept) {
            if (column(other).name != column(child).name) continue;
            repeated(other, child);
            return false;
        }
        layout_.kept.push_back(child);
        return true;
    }

    void repeated(std::size_t first, std::size_t second) {
        report(IssueCode::repeated_column, column(second).name, {column(first).name, column(second).name});
    }

    /// @param placed  where the column of that meaning stands, if there is one already
    void place_own(std::size_t child, std::string_view means, std::size_t& placed) {
        if (placed != detail::no_child) return repeated(placed, child);
        placed = child;
        if (FrameName* const wanted = name_of(means)) place_name(child, *wanted);
    }

    void place_name(std::size_t child, FrameName& wanted) {
        wanted.child = child;
        const auto type = detail::name_type(column(child));
        if (!type) return unsupported(child, names_wanted);
        wanted.type = *type;
    }

    void unsupported(std::size_t child, std::string_view wanted) {
        report(IssueCode::unsupported_type, column(child).name, {column(child).name, detail::type_name(column(child)), wanted});
    }

    FrameFigure& figure(std::size_t slot) {
        const auto same = [slot](const FrameFigure& each) { return each.slot == slot; };
        const auto found = std::find_if(layout_.figures.begin(), layout_.figures.end(), same);
        return found == layout_.figures.end() ? layout_.figures.emplace_back(FrameFigure{slot}) : *found;
    }

    void place_figure(std::size_t child, std::size_t slot) {
        FrameFigure& wanted = figure(slot);
        if (wanted.child != detail::no_child) return repeated(wanted.child, child);
        wanted.child = child;
        const auto type = detail::figure_type(column(child));
        if (!type) return unsupported(child, figures_wanted);
        wanted.type = *type;
    }

    void place_status(std::size_t child, std::size_t slot) {
        FrameFigure& wanted = figure(slot);
        if (wanted.status != detail::no_child) return repeated(wanted.status, child);
        wanted.status = child;
        const auto type = detail::text_type(column(child));
        if (!type) return unsupported(child, words_wanted);
        wanted.status_type = *type;
    }

    /// A status may stand without values: then the figure is missing for the reason that it gives.
    void drop_lone_statuses() {
        for (FrameFigure& each : layout_.figures) {
            if (each.child == detail::no_child) each.type.all_missing = true;
        }
    }

    void check_there(const std::string& column_name, std::string where) {
        const auto& all = layout_.schema.children;
        const auto same = [&](const SchemaCopy& each) { return each.name == column_name; };
        if (std::any_of(all.begin(), all.end(), same)) return;
        issues_.push_back(make_issue(IssueCode::missing_column, std::move(where), {column_name}));
    }

    void check_region() {
        if (needs_region() && layout_.region.child == detail::no_child) report(IssueCode::missing_column, "region", {"region"});
    }

    void check_names(const std::vector<std::string>& keep) {
        for (std::size_t i = 0; i < keep.size(); ++i) check_there(keep[i], "/keep/" + std::to_string(i));
    }

    FrameLayout& layout_;
    std::vector<Issue>& issues_;
    const Ruleset& rules_;
    std::array<std::size_t, own_columns.size()> own_{detail::no_child, detail::no_child, detail::no_child, detail::no_child};
};

/// Reads the whole schema, or says why it cannot be read.
bool read_schema(const ArrowSchema& schema, SchemaCopy& copy, std::vector<Issue>& issues) {
    const auto report = [&](IssueCode code, std::initializer_list<std::string_view> details) {
        issues.push_back(make_issue(code, "/columns", details));
        return false;
    };
    if (schema.release == nullptr) return report(IssueCode::released_array, {"schema"});
    auto read = detail::copy_schema(schema);
    if (!read) return report(IssueCode::wrong_layout, {"schema", "format, children, dictionary, metadata"});
    if (read->format != "+s") return report(IssueCode::unsupported_type, {"frame", detail::type_name(*read), "struct (+s)"});
    copy = std::move(*read);
    return true;
}

/// What the rules say of the columns, whatever their values are.
void check_slots(const FrameLayout& layout, std::vector<Issue>& issues) {
    std::vector<Column> columns;
    columns.reserve(layout.figures.size());
    for (const FrameFigure& figure : layout.figures) {
        Column column;
        column.slot = figure.slot;
        columns.push_back(column);
    }
    for (Issue& issue : layout.scorer.check(columns, 0)) issues.push_back(std::move(issue));
}

}  // namespace

std::string detail::column_place(std::string_view name) {
    // A name need not be UTF-8; a place is.
    return json::child("/columns", printable(name, name.size() + 1));
}

namespace {

/// @param has_result  whether there will be answers beside the kept columns
CompiledFrame lay_out(const BatchScorer& scorer, const ArrowSchema& schema, const FrameOptions& options, bool has_result) {
    CompiledFrame made;
    auto layout = std::make_shared<FrameLayout>(FrameLayout{scorer, options});
    if (!read_schema(schema, layout->schema, made.issues)) return made;
    Planner(*layout, made.issues).plan();
    if (!has_errors(made.issues)) check_slots(*layout, made.issues);
    if (has_result) detail::lay_out_result(*layout, made.issues);
    if (!has_errors(made.issues)) made.layout = std::move(layout);
    return made;
}

}  // namespace

CompiledFrame detail::lay_out_figures(const BatchScorer& scorer, const ArrowSchema& schema, const FrameOptions& options) {
    return lay_out(scorer, schema, options, false);
}

CompiledFrame lay_out_frame(const BatchScorer& scorer, const ArrowSchema& schema, const FrameOptions& options) {
    return lay_out(scorer, schema, options, true);
}

}  // namespace biaochi
