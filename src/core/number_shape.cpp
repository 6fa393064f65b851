/// @file
/// Whether a text is written like a number, however long.

#include "core/number_shape.hpp"

#include <algorithm>

namespace biaochi::detail {

namespace {

std::string_view skip_digits(std::string_view text) { return text.substr(std::min(text.find_first_not_of("0123456789"), text.size())); }

}  // namespace

bool has_shape_of_number(std::string_view text) noexcept {
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

}  // namespace biaochi::detail
