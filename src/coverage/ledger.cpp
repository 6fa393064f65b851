/// @file
/// Reading the ids of a ledger from the tables of a Markdown text.

#include "biaochi/coverage/ledger.hpp"

#include <algorithm>
#include <map>

namespace biaochi {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }

std::string_view trimmed(std::string_view text) noexcept {
    const std::size_t from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

/// `S1C-57a`: capitals and digits, a hyphen, capitals, digits, at most one small letter.
bool is_ledger_id(std::string_view text) noexcept {
    std::size_t i = 0;
    const auto skip = [&](auto belongs) {
        const std::size_t from = i;
        while (i < text.size() && belongs(text[i])) ++i;
        return i - from;
    };
    if (text.empty() || !is_capital(text[0])) return false;
    skip([](char c) { return is_capital(c) || is_digit(c); });
    if (i == text.size() || text[i++] != '-') return false;
    skip(is_capital);
    if (skip(is_digit) == 0) return false;
    if (i < text.size() && text[i] >= 'a' && text[i] <= 'z') ++i;
    return i == text.size();
}

/// The ids that a heading ranges over: `S0-I01 … S0-I25` is the stem `S0-I` and 25.
struct Numbered {
    std::string stem;
    std::size_t count = 0;
};

/// Finds two ids in a heading that differ in their numbers alone, the first being number one.
std::optional<Numbered> range_of(std::string_view heading) {
    std::vector<std::string_view> ids;
    const auto in_id = [](char c) { return is_capital(c) || is_digit(c) || c == '-'; };
    for (std::size_t i = 0; i < heading.size();) {
        std::size_t end = i;
        while (end < heading.size() && in_id(heading[end])) ++end;
        if (is_ledger_id(heading.substr(i, end - i))) ids.push_back(heading.substr(i, end - i));
        i = end == i ? i + 1 : end;
    }
    if (ids.size() != 2 || ids[0].size() != ids[1].size() || ids[0].size() < 3) return std::nullopt;
    const std::string_view stem = ids[0].substr(0, ids[0].size() - 2);
    const std::string_view last = ids[1].substr(stem.size());
    const bool fits = ids[1].starts_with(stem) && ids[0].substr(stem.size()) == "01" && is_digit(last[0]) && is_digit(last[1]);
    if (!fits) return std::nullopt;
    return Numbered{std::string(stem), static_cast<std::size_t>((last[0] - '0') * 10 + last[1] - '0')};
}

/// Reads a ledger line by line.
class LedgerReader {
public:
    void line(std::string_view text) {
        ++line_;
        text = trimmed(text);
        if (text.starts_with('#')) heading_ = text;
        if (!text.starts_with('|')) {
            end_table();
            return;
        }
        text.remove_prefix(1);
        const std::string_view cell = trimmed(text.substr(0, text.find('|')));
        if (table_ == Table::none) {
            begin_table(cell);
        } else if (cell.find_first_not_of("-:") != std::string_view::npos || cell.empty()) {
            row(cell);
        }
    }

    ParsedLedger take() {
        end_table();
        if (ledger_.ids.empty() && issues_.empty()) report(IssueCode::empty_list, {"ledger"});
        ParsedLedger parsed;
        parsed.issues = std::move(issues_);
        if (!has_errors(parsed.issues)) parsed.ledger = std::move(ledger_);
        return parsed;
    }

private:
    enum class Table { none, of_ids, numbered, other };

    void begin_table(std::string_view head) {
        table_ = Table::other;
        if (head == "id" || head == "DEF") table_ = Table::of_ids;
        if (head != "#") return;
        numbered_ = range_of(heading_);
        rows_ = 0;
        if (numbered_) {
            table_ = Table::numbered;
        } else {
            report(IssueCode::bad_value, {heading_, "# … (S0-I01 … S0-I25)"});
        }
    }

    void end_table() {
        if (table_ == Table::numbered && rows_ != numbered_->count) {
            report(IssueCode::bad_value, {std::to_string(rows_), std::to_string(numbered_->count)});
        }
        table_ = Table::none;
    }

    void row(std::string_view cell) {
        if (table_ == Table::of_ids) {
            if (is_ledger_id(cell)) {
                add(std::string(cell));
            } else {
                report(IssueCode::bad_value, {cell, "S1C-57a, S1D-I04, DEF-02"});
            }
        } else if (table_ == Table::numbered) {
            ++rows_;
            const std::string number = std::to_string(rows_);
            if (cell != number) report(IssueCode::bad_value, {cell, number});
            add(numbered_->stem + (rows_ < 10 ? "0" : "") + number);
        }
    }

    void add(std::string id) {
        const auto [first, fresh] = lines_.emplace(id, line_);
        if (!fresh) report(IssueCode::repeated_id, {id, std::to_string(first->second)});
        ledger_.ids.push_back({std::move(id), line_});
    }

    void report(IssueCode code, std::initializer_list<std::string_view> details) {
        issues_.push_back(make_issue(code, "/ledger", details));
        issues_.back().line = line_;
        issues_.back().column = 1;
    }

    std::size_t line_ = 0;
    std::string heading_;
    Table table_ = Table::none;
    std::optional<Numbered> numbered_;
    std::size_t rows_ = 0;
    std::map<std::string, std::size_t> lines_;
    Ledger ledger_;
    std::vector<Issue> issues_;
};

}  // namespace

ParsedLedger parse_ledger(std::string_view markdown) {
    LedgerReader reader;
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        reader.line(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
    }
    return reader.take();
}

std::string_view source_of(std::string_view ledger_id) noexcept { return ledger_id.substr(0, ledger_id.find('-')); }

}  // namespace biaochi
