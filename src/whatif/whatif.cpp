/// @file
/// Making a what-if ready.

#include "biaochi/whatif/whatif.hpp"

#include <string>

#include "biaochi/core/error.hpp"
#include "whatif/data.hpp"
#include "whatif/pieces.hpp"
#include "whatif/read.hpp"

namespace biaochi {

const Ruleset& WhatIf::rules() const noexcept { return data_->rules; }
const std::vector<Record>& WhatIf::records() const noexcept { return data_->records; }
const std::vector<Variation>& WhatIf::variations() const noexcept { return data_->variations; }
const DrawSource& WhatIf::source() const noexcept { return data_->source; }
const std::vector<Number>& WhatIf::quantiles() const noexcept { return data_->quantiles; }
const std::vector<Scorecard>& WhatIf::cards() const noexcept { return data_->cards; }
const std::vector<Standing>& WhatIf::standings() const noexcept { return data_->standings; }
bool WhatIf::estimates() const noexcept { return data_->linear.usable; }
double WhatIf::error() const noexcept { return data_->linear.bound; }

/// Builds the tables.
struct WhatIfBuilder {
    static WhatIf build(const Ruleset& rules, std::vector<Record> records, detail::ReadSpec& spec) {
        WhatIf what_if;
        const auto data = std::make_shared<WhatIf::Data>();
        what_if.data_ = data;
        data->rules = rules;
        data->records = std::move(records);
        data->variations = std::move(spec.variations);
        data->source = spec.source;
        data->quantiles = std::move(spec.quantiles);
        data->cards.resize(data->records.size());
        for (std::size_t i = 0; i < data->records.size(); ++i) score(rules, data->records[i], data->cards[i]);
        data->standings = standings(rules, data->records, data->cards);
        data->changes = detail::find_changes(rules, data->records, data->variations);
        data->cohorts = detail::find_cohorts(rules, data->records);
        data->linear = detail::make_linear(rules, data->records, data->cards, data->variations, data->changes, data->cohorts);
        const Rulebook& book = rules.rulebook();
        const bool rounds = book.ranking.compare == Compare::rounded || (book.classes && book.classes->compare == Compare::rounded);
        if (rounds && !detail::rounds_in_doubles(rules, data->linear.most)) data->linear.usable = false;
        return what_if;
    }
};

CompiledWhatIf compile_what_if(const Ruleset& rules, std::vector<Record> records, std::string_view spec) {
    if (rules.nodes().empty()) throw Error(ErrorCode::wrong_ruleset, "the rulebook has no score tree");
    for (const Record& record : records) {
        if (record.cells.size() != rules.slots().size()) throw Error(ErrorCode::wrong_ruleset, "a record was laid out for other rules");
    }
    detail::ReadSpec read = detail::read_spec(rules, records, spec);
    CompiledWhatIf compiled;
    if (!has_errors(read.issues)) compiled.what_if = WhatIfBuilder::build(rules, std::move(records), read);
    compiled.issues = std::move(read.issues);
    return compiled;
}

std::vector<Issue> check_sample(const WhatIf& what_if, std::span<const double> values, std::size_t columns) {
    const std::size_t wanted = what_if.variations().size();
    const auto wrong = [](const std::string& found, const std::string& expected) {
        return std::vector<Issue>{make_issue(IssueCode::bad_sample, "/sample", {found, expected})};
    };
    if (columns != wanted) return wrong("n × " + std::to_string(columns), "n × " + std::to_string(wanted));
    const std::size_t rows = columns == 0 ? 0 : values.size() / columns;
    if (rows == 0 || rows > most_draws)
        return wrong(std::to_string(rows) + " × " + std::to_string(columns),
                     "1 … " + std::to_string(most_draws) + " × " + std::to_string(wanted));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] >= 0 && values[i] < 1) continue;
        const std::optional<Number> number = number_from_double(values[i]);
        const std::string place = "[" + std::to_string(i / columns) + ", " + std::to_string(i % columns) + "] = ";
        return wrong(place + (number ? number->text() : std::string("NaN / ∞")), "0 ≤ u < 1");
    }
    return {};
}

}  // namespace biaochi
