/// @file
/// Functions of texts (DMN 1.5, table 74), counted in characters; without regular expressions.

#include <algorithm>

#include "biaochi/core/rounding.hpp"
#include "feel/functions.hpp"
#include "feel/machine.hpp"
#include "feel/utf8.hpp"

namespace biaochi::feel::detail::functions {

namespace {

/// Turns a letter of Latin, Greek or Cyrillic to the other case, one character for one.
std::uint32_t other_case(std::uint32_t code, bool upper) {
    const auto pair = [&](std::uint32_t first, std::uint32_t last, std::uint32_t distance) {
        const std::uint32_t shift = upper ? distance : 0;
        return code >= first + shift && code <= last + shift;
    };
    const auto moved = [&](std::uint32_t distance) { return upper ? code - distance : code + distance; };
    if (code == 0xD7 || code == 0xF7 || (!upper && code == 0x3A2) || (upper && code == 0x3C2)) return code;
    if (pair('A', 'Z', 32) || pair(0xC0, 0xDE, 32) || pair(0x391, 0x3A9, 32) || pair(0x410, 0x42F, 32)) return moved(32);
    if (pair(0x400, 0x40F, 80)) return moved(80);
    const bool odd_is_lower = (code >= 0x100 && code <= 0x137) || (code >= 0x14A && code <= 0x177) || (code >= 0x460 && code <= 0x481);
    const bool even_is_lower = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    if (code == 0x130 || code == 0x131 || code == 0x138) return code;
    if (odd_is_lower && (code % 2 == 1) == upper) return moved(1);
    if (even_is_lower && (code % 2 == 0) == upper) return moved(1);
    return code;
}

Value in_case(Machine& machine, const std::string& text, bool upper) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const std::uint32_t turned = other_case(c.code, upper);
        if (turned == c.code) {
            result.append(text, at, c.size);
        } else {
            append_character(result, turned);
        }
        at += c.size;
    }
    return machine.text(std::move(result));
}

bool has_pattern(std::string_view text) { return text.find_first_of("\\^$.|?*+()[]{}") != std::string_view::npos; }

/// What may follow a backslash to mean itself.
bool is_escaped_sign(std::string_view text) { return text.size() == 2 && text[0] == '\\' && has_pattern(text.substr(1)); }

}  // namespace

bool is_plain_delimiter(std::string_view text) { return is_escaped_sign(text) || !has_pattern(text); }

Value substring(Machine& machine, const Arguments& arguments) {
    const std::string& text = arguments[0].text();
    const std::vector<std::size_t> starts = character_starts(text);
    const auto size = static_cast<std::int64_t>(starts.size());
    const Number& start = arguments[1].number();
    // A length of 3.8 is 3 characters.
    const Number length = arguments.has(2) ? round(arguments[2].number(), {0, RoundingMode::down}) : Number(size);
    const bool fits = start.is_whole() && start.is_small() && start.sign() != 0;
    if (!machine.spend_on(arguments[0]) || !fits || (arguments.has(2) && length < Number(1)))
        return make_null(Cause::wrong_argument, "substring");
    const std::int64_t from = start.sign() > 0 ? start.small_numerator() - 1 : size + start.small_numerator();
    if (from < 0 || from > size) return from < 0 ? make_null(Cause::wrong_argument, "substring") : make_text({});
    const std::int64_t count = min(length, Number(size - from)).small_numerator();
    const auto place = [&](std::int64_t i) { return i < size ? starts[static_cast<std::size_t>(i)] : text.size(); };
    return make_text(text.substr(place(from), place(from + count) - place(from)));
}

Value string_length(Machine& machine, const Arguments& arguments) {
    const std::string& text = arguments[0].text();
    (void)machine.spend_on(arguments[0]);
    const auto more = std::count_if(text.begin(), text.end(), [](char c) { return is_continuation(c); });
    return make_number(Number(static_cast<std::int64_t>(text.size()) - more));
}

Value upper_case(Machine& machine, const Arguments& arguments) {
    (void)machine.spend_on(arguments[0]);
    return in_case(machine, arguments[0].text(), true);
}

Value lower_case(Machine& machine, const Arguments& arguments) {
    (void)machine.spend_on(arguments[0]);
    return in_case(machine, arguments[0].text(), false);
}

Value substring_before(Machine& machine, const Arguments& arguments) {
    (void)machine.spend_on(arguments[0]);
    const std::size_t at = arguments[0].text().find(arguments[1].text());
    return make_text(at == std::string::npos ? std::string() : arguments[0].text().substr(0, at));
}

Value substring_after(Machine& machine, const Arguments& arguments) {
    (void)machine.spend_on(arguments[0]);
    const std::size_t at = arguments[0].text().find(arguments[1].text());
    return make_text(at == std::string::npos ? std::string() : arguments[0].text().substr(at + arguments[1].text().size()));
}

Value contains(Machine& machine, const Arguments& arguments) {
    (void)machine.spend_on(arguments[0]);
    return make_boolean(arguments[0].text().find(arguments[1].text()) != std::string::npos);
}

Value starts_with(Machine&, const Arguments& arguments) { return make_boolean(arguments[0].text().starts_with(arguments[1].text())); }

Value ends_with(Machine&, const Arguments& arguments) { return make_boolean(arguments[0].text().ends_with(arguments[1].text())); }

Value split(Machine& machine, const Arguments& arguments) {
    const std::string& text = arguments[0].text();
    std::string delimiter = arguments[1].text();
    if (!is_plain_delimiter(delimiter)) return make_null(Cause::not_in_profile, "split");
    if (is_escaped_sign(delimiter)) delimiter.erase(0, 1);
    if (delimiter.empty()) return make_null(Cause::wrong_argument, "split");
    std::vector<Value> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(delimiter); at != std::string::npos; at = text.find(delimiter, begin)) {
        if (!machine.spend(1)) return make_null(Cause::out_of_limits);
        parts.push_back(make_text(text.substr(begin, at - begin)));
        begin = at + delimiter.size();
    }
    parts.push_back(make_text(text.substr(begin)));
    return machine.list(std::move(parts));
}

Value string_join(Machine& machine, const Arguments& arguments) {
    const std::string between = arguments[1].is_null() ? std::string() : arguments[1].text();
    std::string joined;
    bool first = true;
    for (const Value& item : arguments[0].items()) {
        if (item.is_null() && !is_unknown(item.null().cause)) continue;
        if (item.is_null()) return item;
        if (item.kind() != Kind::text) return make_null(Cause::type_error, "string join");
        if (!first) joined += between;
        first = false;
        joined += item.text();
        if (!machine.spend_on(item) || joined.size() > machine.limits().text_size) return make_null(Cause::out_of_limits);
    }
    return machine.text(std::move(joined));
}

}  // namespace biaochi::feel::detail::functions
