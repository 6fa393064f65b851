/// @file
/// The matrix of coverage as data.

#include <algorithm>
#include <string>

#include "biaochi/coverage/coverage.hpp"
#include "biaochi/explain/coverage.hpp"
#include "explain/verdict_json.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

namespace biaochi {
namespace {

using json::Writer;
using Books = std::span<const Rulebook* const>;

void write_books(Writer& out, Books books) {
    out.key("rulebooks").begin_list();
    for (const Rulebook* book : books) {
        out.begin_object();
        out.key("id").text(book->id);
        out.key("version").text(book->version);
        detail::write_text(out, "title", book->title);
        out.end_object();
    }
    out.end_list();
}

void write_counts(Writer& out, const std::vector<CoverCount>& counts) {
    out.key("counts").begin_list();
    for (const CoverCount& each : counts) {
        out.begin_object();
        out.key("source").text(each.source);
        out.key("ids").whole(each.rule + each.judged + each.out_of_reach + each.unaccounted);
        out.key("rule").whole(each.rule);
        out.key("judged").whole(each.judged);
        out.key("out_of_reach").whole(each.out_of_reach);
        out.key("unaccounted").whole(each.unaccounted);
        out.end_object();
    }
    out.end_list();
}

void write_entry(Writer& out, Books books, const CoverEntry& entry) {
    out.begin_object();
    out.key("id").text(entry.id);
    out.key("source").text(source_of(entry.id));
    out.key("in_ledger").boolean(entry.in_ledger);
    out.key("status").text(name(entry.status));
    detail::write_text(out, "reason", entry.reason);
    out.key("places").begin_list();
    for (const CoverPlace& place : entry.places) {
        out.begin_object();
        out.key("rulebook").text(books[place.book]->id);
        out.key("where").text(place.where);
        out.key("as").text(name(place.as));
        out.end_object();
    }
    out.end_list();
    out.end_object();
}

void write_issues(Writer& out, const std::vector<Issue>& issues) {
    out.key("issues").begin_list();
    for (const Issue& issue : issues) {
        out.begin_object();
        out.key("code").text(name(issue.code));
        out.key("severity").text(name(issue.severity));
        out.key("where").text(issue.where);
        if (issue.line > 0) out.key("line").whole(issue.line);
        out.key("zh").text(issue.message.zh);
        out.key("en").text(issue.message.en);
        out.end_object();
    }
    out.end_list();
}

/// The sources that there are: of the ledger, or of what rulebooks cite where there is none.
std::vector<std::string> known_sources(Books books, const Ledger* ledger) {
    std::vector<std::string> known;
    const auto add = [&](std::string_view id) {
        const std::string source(source_of(id));
        if (std::find(known.begin(), known.end(), source) == known.end()) known.push_back(source);
    };
    if (ledger != nullptr) {
        for (const LedgerId& each : ledger->ids) add(each.id);
        return known;
    }
    const Coverage cited = cover(books, nullptr);
    for (const CoverEntry& entry : cited.entries) add(entry.id);
    return known;
}

/// Refuses a source that no id is of: nothing would be asked, and all seem well.
void check_sources(const std::vector<std::string>& sources, const std::vector<std::string>& known, std::vector<Issue>& issues) {
    std::string all;
    for (const std::string& source : known) all.append(all.empty() ? "" : ", ").append(source);
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (std::find(known.begin(), known.end(), sources[i]) != known.end()) continue;
        issues.push_back(make_issue(IssueCode::bad_value, json::child("/sources", i), {sources[i], all}));
    }
}

}  // namespace

CoverageAnswer coverage(Books books, std::optional<std::string_view> ledger, const std::vector<std::string>& sources) {
    CoverageAnswer answer;
    ParsedLedger parsed;
    if (ledger) {
        parsed = parse_ledger(*ledger);
        answer.issues = std::move(parsed.issues);
        if (!parsed.ledger) return answer;
    }
    const Ledger* const given = parsed.ledger ? &*parsed.ledger : nullptr;
    if (!sources.empty()) check_sources(sources, known_sources(books, given), answer.issues);
    if (!answer.issues.empty()) return answer;
    const Coverage found = cover(books, given, sources);
    Writer out;
    out.begin_object();
    write_books(out, books);
    out.key("ledger").boolean(ledger.has_value());
    out.key("sources").begin_list();
    for (const std::string& source : sources) out.text(source);
    out.end_list();
    out.key("accounted").boolean(!has_errors(found.issues));
    write_counts(out, found.counts);
    out.key("ids").begin_list();
    for (const CoverEntry& entry : found.entries) write_entry(out, books, entry);
    out.end_list();
    write_issues(out, found.issues);
    out.end_object();
    answer.document = out.take();
    return answer;
}

}  // namespace biaochi
