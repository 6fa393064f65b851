/// @file
/// Numbers as people write them: which are numbers, which nearly are, which are infinite or too long.

#include "record/digits.hpp"

#include <algorithm>
#include <array>

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

std::string_view skip_digits(std::string_view text) { return text.substr(std::min(text.find_first_not_of("0123456789"), text.size())); }

/// Whether a text has the shape of a decimal or of a fraction, however long it is.
bool has_shape_of_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    std::string_view rest = skip_digits(text);
    bool any = rest.size() < text.size();
    if (any && rest.starts_with('/')) {
        const std::string_view denominator = rest.substr(1);
        return denominator.find_first_of("123456789") != std::string_view::npos && skip_digits(denominator).empty();
    }
    if (rest.starts_with('.')) {
        const std::string_view decimals = rest.substr(1);
        rest = skip_digits(decimals);
        if (rest.size() == decimals.size()) return false;
        any = true;
    }
    if (rest.empty() || (rest[0] != 'e' && rest[0] != 'E')) return any && rest.empty();
    rest.remove_prefix(1);
    if (rest.starts_with('-') || rest.starts_with('+')) rest.remove_prefix(1);
    return any && !rest.empty() && skip_digits(rest).empty();
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
