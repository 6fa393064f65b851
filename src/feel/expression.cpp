/// @file
/// Compiling: text to tokens, tokens to nodes, nodes checked; findings become issues with a line and a column.

#include "biaochi/feel/expression.hpp"

#include <algorithm>

#include "feel/builtin.hpp"
#include "feel/checker.hpp"
#include "feel/parser.hpp"
#include "feel/utf8.hpp"

namespace biaochi::feel {

namespace {

using detail::Finding;
using detail::Program;

Place place_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, std::min(at, text.size()));
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t line_break = before.rfind('\n');
    return {lines + 1, before.size() - (line_break == std::string_view::npos ? 0 : line_break + 1) + 1};
}

Issue issue_of(const Finding& finding, std::string_view text, const CompileOptions& options) {
    const auto detail = [&](std::size_t i) {
        return i < finding.details.size() ? std::string_view(finding.details[i]) : std::string_view();
    };
    Issue issue = make_issue(finding.code, options.where, {detail(0), detail(1), detail(2)});
    const Place place = place_of(text, finding.at);
    issue.line = place.line;
    issue.column = place.column;
    if (finding.mild && options.mode == Mode::lenient) issue.severity = Severity::warning;
    return issue;
}

/// What can be said before a text is looked into.
std::optional<Finding> refusal(std::string_view text, const CompileOptions& options) {
    if (text.size() > options.longest) {
        return Finding{IssueCode::expression_too_long, 0, {std::to_string(text.size()), std::to_string(options.longest)}};
    }
    if (!detail::is_utf8(text)) return Finding{IssueCode::invalid_utf8, 0, {}};
    return std::nullopt;
}

bool is_deep(const Finding& finding) { return finding.code == IssueCode::expression_too_deep; }

}  // namespace

Compiled compile_expression(std::string_view text, const Scope& scope, const CompileOptions& options) {
    Compiled compiled;
    std::vector<Finding> findings;
    auto program = std::make_shared<Program>();
    if (std::optional<Finding> refused = refusal(text, options)) {
        findings.push_back(std::move(*refused));
    } else {
        program->text = std::string(text);
        program->result = options.result;
        detail::Parser(*program, findings, options.deepest).run();
        const bool deep = std::any_of(findings.begin(), findings.end(), is_deep);
        if (!deep) detail::Checker(*program, scope, findings).run();
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.at < b.at; });
    for (const Finding& finding : findings) compiled.issues.push_back(issue_of(finding, text, options));
    if (!has_errors(compiled.issues)) compiled.expression.emplace(std::move(program));
    return compiled;
}

std::optional<Type> parse_type(std::string_view text) {
    const CompileOptions options;
    if (refusal(text, options)) return std::nullopt;
    std::vector<Finding> findings;
    Program program;
    program.text = std::string(text);
    Type type = detail::Parser(program, findings, options.deepest).run_type();
    return findings.empty() ? std::optional(std::move(type)) : std::nullopt;
}

const std::string& Expression::text() const noexcept { return program_->text; }
const Type& Expression::type() const noexcept { return program_->type; }
const std::vector<std::uint32_t>& Expression::reads() const noexcept { return program_->reads; }
std::size_t Expression::nodes() const noexcept { return program_->nodes.size(); }

std::string_view Expression::source(std::uint32_t node) const noexcept {
    const detail::Node& found = program_->nodes[node];
    return std::string_view(program_->text).substr(found.begin, found.end - found.begin);
}

Place Expression::place(std::uint32_t node) const noexcept { return place_of(program_->text, program_->nodes[node].begin); }

std::string_view Expression::word(std::uint32_t node) const noexcept {
    const detail::Node& found = program_->nodes[node];
    return found.op == detail::Op::call ? std::string_view(program_->calls[found.aux].name) : detail::sign(found.op);
}

}  // namespace biaochi::feel
