/// @file
/// Tables of records through the C interface: checked, scored, explained.

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/core/text.hpp"
#include "biaochi/explain/explain.hpp"
#include "biaochi/explain/results.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/score/score.hpp"
#include "biaochi/standing/standing.hpp"
#include "capi/answer.hpp"

using biaochi::capi::answer_in;
using biaochi::capi::failed;
using biaochi::capi::give;
using biaochi::capi::guard;
using biaochi::capi::null_argument;
using biaochi::capi::wrong_text;

namespace {

std::optional<biaochi::ExplainFormat> explain_format(std::string_view word) {
    if (word == "text") return biaochi::ExplainFormat::text;
    if (word == "markdown") return biaochi::ExplainFormat::markdown;
    if (word == "json") return biaochi::ExplainFormat::json;
    return std::nullopt;
}

std::string explain_one(const biaochi::Ruleset& rules, const std::vector<biaochi::Record>& records, std::size_t index,
                        biaochi::Language language, biaochi::ExplainFormat format) {
    std::vector<biaochi::Scorecard> cards(records.size());
    for (std::size_t i = 0; i < records.size(); ++i) score(rules, records[i], cards[i]);
    const auto standings = biaochi::standings(rules, records, cards);
    return explain(rules, records[index], cards[index], &standings[index], language, format);
}

bool any_error(const std::vector<biaochi::Issue>& issues) {
    return std::any_of(issues.begin(), issues.end(), [](const auto& issue) { return issue.severity == biaochi::Severity::error; });
}

}  // namespace

biaochi_status biaochi_rules_check(const biaochi_rules* rules, const char* records, size_t size, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (records == nullptr) return null_argument(error, "records");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] { return give(biaochi::issues_json(biaochi::read_records(rules->rules, {records, size}).issues), out); });
}

biaochi_status biaochi_rules_score(const biaochi_rules* rules, const char* records, size_t size, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (records == nullptr) return null_argument(error, "records");
    if (out == nullptr) return null_argument(error, "out");
    return guard(error, [&] {
        auto table = biaochi::score_table(rules->rules, {records, size});
        if (!table.json) return wrong_text(error, table.issues);
        return give(std::move(*table.json), out);
    });
}

biaochi_status biaochi_rules_explain(const biaochi_rules* rules, const char* records, size_t size, size_t index, const char* language,
                                     const char* format, biaochi_error* error, biaochi_text** out) {
    if (rules == nullptr) return null_argument(error, "rules");
    if (records == nullptr) return null_argument(error, "records");
    return answer_in(language, format, explain_format, "text, markdown, json", error, out, [&](auto wanted, auto words) {
        const auto read = biaochi::read_records(rules->rules, {records, size});
        if (any_error(read.issues)) return wrong_text(error, read.issues);
        if (index >= read.records.size()) {
            return failed(error, BIAOCHI_STATUS_OUT_OF_RANGE, "there is no record of that index", "没有该序号的记录");
        }
        return give(explain_one(rules->rules, read.records, index, words, wanted), out);
    });
}
