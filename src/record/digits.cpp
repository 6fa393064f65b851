/// @file
/// Numbers as people write them: which are numbers, which nearly are, which are infinite or too long.

#include "record/digits.hpp"

#include <algorithm>
#include <array>

#include "core/number_shape.hpp"

namespace biaochi::detail {
namespace {

constexpr std::string_view most_digits = "400";  // of NumberLimits
constexpr std::size_t shown_of_long_numbers = 24;

bool is_infinite(std::string_view text) {
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) text.remove_prefix(1);
    std::string lower(text);
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower == "inf" || lower == "infinity" || lower == "∞";
}

/// What somebody meant who wrote `1,000`, `+3` or ` 5`; empty where that cannot be told.
std::string probably_meant(std::string_view text) {
    constexpr std::array<std::string_view, 5> left_out{",", "，", " ", "　", "+"};
    constexpr std::size_t longest = 64;
    std::string digits(text.substr(0, longest));
    for (const std::string_view mark : left_out) {
        for (std::size_t at = digits.find(mark); at != std::string::npos; at = digits.find(mark, at)) digits.erase(at, mark.size());
    }
    return text.size() <= longest && parse_number(digits) ? digits : std::string();
}

}  // namespace

std::optional<Number> read_figure(const json::Value& value, const std::string& where, std::vector<Issue>& issues) {
    if (value.kind != json::Kind::number && value.kind != json::Kind::text) {
        issues.push_back(make_issue(IssueCode::wrong_type, where, {json::name(value.kind), "number"}));
        return std::nullopt;
    }
    std::optional<Number> number = parse_number(value.text);
    if (number) return number;
    if (is_infinite(value.text)) {
        issues.push_back(make_issue(IssueCode::infinite_value, where));
    } else if (has_shape_of_number(value.text)) {
        issues.push_back(make_issue(IssueCode::number_too_long, where, {value.text.substr(0, shown_of_long_numbers), most_digits}));
    } else {
        issues.push_back(make_issue(IssueCode::not_a_number, where, {value.text, probably_meant(value.text)}));
    }
    return std::nullopt;
}

}  // namespace biaochi::detail
