/// @file
/// Writes JSON as it goes.

#include "json/writer.hpp"

#include <algorithm>
#include <utility>

#include "json/value.hpp"

namespace biaochi::json {

namespace {

/// @return whether a text stands in JSON as it is: what most keys and numbers are
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; });
}

void append_quoted(std::string& out, std::string_view text) {
    if (!is_plain(text)) {
        out += quote(text);
        return;
    }
    out += '"';
    out += text;
    out += '"';
}

}  // namespace

void Writer::new_line() {
    out_ += '\n';
    out_.append(depth_, ' ');
}

/// Writes what must stand before a value or a key.
void Writer::place() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (depth_ == 0) return;
    if (!first_) out_ += ',';
    first_ = false;
    new_line();
}

Writer& Writer::begin(char bracket) {
    place();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

Writer& Writer::end(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
    return *this;
}

Writer& Writer::key(std::string_view name) {
    place();
    append_quoted(out_, name);
    out_ += ": ";
    after_key_ = true;
    return *this;
}

Writer& Writer::text(std::string_view value) {
    place();
    append_quoted(out_, value);
    return *this;
}

Writer& Writer::whole(std::size_t value) {
    place();
    out_ += std::to_string(value);
    return *this;
}

Writer& Writer::boolean(bool value) {
    place();
    out_ += value ? "true" : "false";
    return *this;
}

Writer& Writer::null() {
    place();
    out_ += "null";
    return *this;
}

std::string Writer::take() {
    out_ += '\n';
    return std::exchange(out_, std::string());
}

}  // namespace biaochi::json
