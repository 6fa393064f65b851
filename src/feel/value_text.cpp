/// @file
/// Values printed: as FEEL would read them, and as its function `string` gives them.

#include <array>

#include "biaochi/feel/scope.hpp"
#include "biaochi/feel/value.hpp"
#include "feel/decimal34.hpp"
#include "feel/duration.hpp"
#include "feel/utf8.hpp"

namespace biaochi::feel {

namespace {

/// Prints into a text that stops growing at its longest.
struct Printer {
    std::string text;
    std::size_t longest;

    [[nodiscard]] bool full() const noexcept { return text.size() > longest; }

    void quoted(const std::string& value) {
        text += '"';
        for (const char c : value) {
            if (full()) return;
            switch (c) {
                case '"':
                    text += "\\\"";
                    break;
                case '\\':
                    text += "\\\\";
                    break;
                case '\n':
                    text += "\\n";
                    break;
                case '\r':
                    text += "\\r";
                    break;
                case '\t':
                    text += "\\t";
                    break;
                default:
                    text += c;
            }
        }
        text += '"';
    }

    void items(const std::vector<Value>& values) {
        text += '[';
        for (std::size_t i = 0; i < values.size() && !full(); ++i) {
            if (i > 0) text += ", ";
            value(values[i]);
        }
        text += ']';
    }

    void entries(const Context& context) {
        text += '{';
        bool first = true;
        for (const auto& [key, entry] : context.entries) {
            if (full()) return;
            if (!first) text += ", ";
            first = false;
            if (is_name(key)) {
                text += key;
            } else {
                quoted(key);
            }
            text += ": ";
            value(entry);
        }
        text += '}';
    }

    void range(const Range& range) {
        constexpr std::array<const char*, 6> signs{"", "<", "<=", ">", ">=", "!="};
        if (range.form != RangeForm::interval) {
            text += std::string("(") + signs[static_cast<std::size_t>(range.form)] + ' ';
            value(range.form == RangeForm::less || range.form == RangeForm::less_equal ? range.to : range.from);
            text += ')';
            return;
        }
        text += range.from_included ? '[' : '(';
        value(range.from);
        text += "..";
        value(range.to);
        text += range.to_included ? ']' : ')';
    }

    void value(const Value& value) {
        switch (value.kind()) {
            case Kind::null:
                text += "null";
                break;
            case Kind::boolean:
                text += value.boolean() ? "true" : "false";
                break;
            case Kind::number:
                text += number_text(value.number());
                break;
            case Kind::text:
                quoted(value.text());
                break;
            case Kind::date:
                text += "date(\"" + day_text(value.date()) + "\")";
                break;
            case Kind::months:
                text += "duration(\"" + detail::months_text(value.months()) + "\")";
                break;
            case Kind::seconds:
                text += "duration(\"" + detail::seconds_text(value.seconds()) + "\")";
                break;
            case Kind::list:
                items(value.items());
                break;
            case Kind::context:
                entries(value.context());
                break;
            case Kind::range:
                range(value.range());
                break;
        }
    }
};

std::string cut(std::string text, std::size_t longest) {
    if (text.size() <= longest) return text;
    std::size_t end = longest;
    while (end > 0 && detail::is_continuation(text[end])) --end;
    return text.substr(0, end) + "…";
}

}  // namespace

std::string number_text(const Number& number) {
    std::string text = number.text();
    return text.find('/') == std::string::npos ? text : detail::round34(number).text();
}

std::string feel_text(const Value& value, std::size_t longest) {
    Printer printer{{}, longest};
    printer.value(value);
    return cut(std::move(printer.text), longest);
}

std::string plain_text(const Value& value, std::size_t longest) {
    switch (value.kind()) {
        case Kind::text:
            return cut(value.text(), longest);
        case Kind::date:
            return day_text(value.date());
        case Kind::months:
            return detail::months_text(value.months());
        case Kind::seconds:
            return detail::seconds_text(value.seconds());
        default:
            return feel_text(value, longest);
    }
}

}  // namespace biaochi::feel
