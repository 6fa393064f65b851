/// @file
/// JSON values: look-up, pointers, writing.

#include "json/value.hpp"

#include <nlohmann/json.hpp>

namespace biaochi::json {

const Value* Value::find(std::string_view key) const noexcept {
    for (const Member& member : members) {
        if (member.first == key) return &member.second;
    }
    return nullptr;
}

std::string child(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

std::string child(std::string_view parent, std::size_t index) {
    std::string pointer(parent);
    pointer += '/';
    pointer += std::to_string(index);
    return pointer;
}

std::string_view name(Kind kind) noexcept {
    switch (kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return "boolean";
        case Kind::number:
            return "number";
        case Kind::text:
            return "text";
        case Kind::list:
            return "list";
        case Kind::object:
            return "object";
    }
    return "value";
}

std::string brief(const Value& value) {
    if (value.kind == Kind::number || value.kind == Kind::text) return value.text;
    if (value.kind == Kind::boolean) return value.truth ? "true" : "false";
    return std::string(name(value.kind));
}

std::string quote(std::string_view text) {
    return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string write(const Value& value) {
    std::string out;
    switch (value.kind) {
        case Kind::null:
            return "null";
        case Kind::boolean:
            return value.truth ? "true" : "false";
        case Kind::number:
            return value.text;
        case Kind::text:
            return quote(value.text);
        case Kind::list:
            for (const Value& item : value.items) {
                out += out.empty() ? "[" : ",";
                out += write(item);
            }
            return out.empty() ? "[]" : out + "]";
        case Kind::object:
            for (const Member& member : value.members) {
                out += out.empty() ? "{" : ",";
                out += quote(member.first) + ":" + write(member.second);
            }
            return out.empty() ? "{}" : out + "}";
    }
    return out;
}

}  // namespace biaochi::json
