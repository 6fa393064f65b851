/// @file
/// A scorecard in words.

#include "biaochi/explain/explain.hpp"

#include "biaochi/core/error.hpp"
#include "explain/build.hpp"
#include "explain/render.hpp"

namespace biaochi {

std::string explain(const Ruleset& rules, const Record& record, const Scorecard& card, const Standing* standing, Language language,
                    ExplainFormat format) {
    if (card.nodes.empty() || card.nodes.size() != rules.nodes().size() || record.cells.size() != rules.slots().size()) {
        throw Error(ErrorCode::wrong_ruleset, "explain: the record or the scorecard was made for other rules");
    }
    const detail::Explanation explanation = detail::build_explanation(rules, record, card, standing);
    switch (format) {
        case ExplainFormat::markdown:
            return detail::render_markdown(explanation, language);
        case ExplainFormat::json:
            return detail::render_json(explanation);
        default:
            return detail::render_text(explanation, language);
    }
}

}  // namespace biaochi
