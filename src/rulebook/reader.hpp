#pragma once
/// @file
/// The small tools that turn JSON values into the fields of a rulebook and report what does not fit.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/calendar/months.hpp"
#include "biaochi/core/issue.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

/// The rulebook under construction, and what was found wrong so far.
struct Context {
    Rulebook& book;
    std::vector<Issue>& issues;

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details = {}) {
        issues.push_back(make_issue(code, std::move(where), details));
    }
};

/// Reads an object key by key; done() reports every key that nobody took.
class Fields {
public:
    Fields(Context& context, const json::Value& value, std::string pointer);

    /// @return whether the value is an object
    [[nodiscard]] bool ok() const noexcept { return value_.kind == json::Kind::object; }
    /// @return whether a key is there
    [[nodiscard]] bool has(std::string_view key) const noexcept { return value_.find(key) != nullptr; }
    /// @return the value of an optional key, or null
    const json::Value* take(std::string_view key);
    /// @return the value of a required key; null, and an issue, where it lacks
    const json::Value* need(std::string_view key);
    /// @return the pointer of a key
    [[nodiscard]] std::string at(std::string_view key) const { return json::child(pointer_, key); }
    /// Reports the keys that nobody took.
    void done();

private:
    Context& context_;
    const json::Value& value_;
    std::string pointer_;
    std::vector<std::string_view> known_;
};

/// The names of the entries, joined for a message.
template <class T>
[[nodiscard]] std::vector<std::string> names_of(const Named<T>& entries) {
    std::vector<std::string> names;
    for (const auto& entry : entries) names.push_back(entry.first);
    return names;
}

/// @return the names in one text, with commas
[[nodiscard]] std::string joined(const std::vector<std::string>& names);

/// @return `nearest`, or all names joined by commas where none is near
[[nodiscard]] std::string nearest_or_all(std::string_view wrong, const std::vector<std::string>& names);

[[nodiscard]] bool is_id(std::string_view text) noexcept;
[[nodiscard]] bool is_free_id(std::string_view text) noexcept;  ///< ids of readings and classes: capitals too

bool expect(Context& context, const json::Value& value, json::Kind kind, const std::string& pointer);
std::optional<Number> read_number(Context& context, const json::Value& value, const std::string& pointer);
std::optional<int> read_int(Context& context, const json::Value& value, const std::string& pointer, int least, int most);
std::string read_string(Context& context, const json::Value& value, const std::string& pointer);
std::string read_id(Context& context, const json::Value& value, const std::string& pointer);
bool read_bool(Context& context, const json::Value& value, const std::string& pointer);
std::optional<Date> read_date(Context& context, const json::Value& value, const std::string& pointer);
/// Reads a month and day, `03-31`.
YearlyDay read_yearly_day(Context& context, const json::Value& value, const std::string& pointer);
Text read_text(Context& context, const json::Value& value, const std::string& pointer);
std::vector<std::string> read_strings(Context& context, const json::Value& value, const std::string& pointer);
std::optional<Rounding> read_rounding(Context& context, const json::Value& value, const std::string& pointer);
std::optional<Cite> read_cite(Context& context, const json::Value& value, const std::string& pointer);
std::vector<Misprint> read_misprints(Context& context, const json::Value& value, const std::string& pointer);

/// Takes `cite`, `misprints` and `note`.
Provenance read_provenance(Context& context, Fields& fields);

/// Takes an optional text of two languages.
Text take_text(Context& context, Fields& fields, std::string_view key);

/// Checks a choice's open point and readings: the point exists, and each of its readings, one at least, has a value here.
/// @param readings  those that the choice gives values for
void check_choice(Context& context, const std::string& open, const std::vector<std::string>& readings, const std::string& pointer);

/// Reads one of several words.
template <class E>
E read_word(Context& context, const json::Value& value, const std::string& pointer,
            std::initializer_list<std::pair<std::string_view, E>> words) {
    std::string expected;
    for (const auto& [word, meaning] : words) {
        if (value.kind == json::Kind::text && value.text == word) return meaning;
        expected += expected.empty() ? std::string(word) : ", " + std::string(word);
    }
    context.report(IssueCode::bad_value, pointer, {json::brief(value), expected});
    return words.begin()->second;
}

/// Reads a value, or a choice between several.
/// @param read  `std::optional<T>(const json::Value&, const std::string& pointer)`
template <class T, class Read>
Choice<T> read_choice(Context& context, const json::Value& value, const std::string& pointer, Read read) {
    Choice<T> choice;
    if (value.kind != json::Kind::object || value.find("open") == nullptr) {
        if (auto stated = read(value, pointer)) choice.by.emplace_back(std::string(), std::move(*stated));
        return choice;
    }
    Fields fields(context, value, pointer);
    choice.open = read_string(context, *fields.take("open"), fields.at("open"));
    std::vector<std::string> given;
    if (const json::Value* readings = fields.need("readings");
        readings != nullptr && expect(context, *readings, json::Kind::object, fields.at("readings"))) {
        for (const json::Member& member : readings->members) {
            given.push_back(member.first);
            if (auto read_value = read(member.second, json::child(fields.at("readings"), member.first))) {
                choice.by.emplace_back(member.first, std::move(*read_value));
            }
        }
        check_choice(context, choice.open, given, pointer);
    }
    fields.done();
    return choice;
}

/// Reads an object as a list of named entries in the document's order.
/// @param read  `T(const json::Value&, const std::string& pointer)`
template <class T, class Read>
Named<T> read_named(Context& context, const json::Value& value, const std::string& pointer, Read read) {
    Named<T> entries;
    if (!expect(context, value, json::Kind::object, pointer)) return entries;
    for (const json::Member& member : value.members) {
        const std::string where = json::child(pointer, member.first);
        if (!is_id(member.first)) context.report(IssueCode::bad_id, where, {member.first});
        entries.emplace_back(member.first, read(member.second, where));
    }
    return entries;
}

}  // namespace biaochi::detail
