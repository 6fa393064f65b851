/// @file
/// Values of expressions as JSON.

#include "json/feel_value.hpp"

namespace biaochi::json {

void write_value(Writer& out, std::string_view key, const feel::Value& value) {
    out.key(key);
    if (value.is_null()) {
        out.null();
    } else if (value.kind() == feel::Kind::number) {
        out.text(value.number().text());
    } else if (value.kind() == feel::Kind::boolean) {
        out.boolean(value.boolean());
    } else {
        out.text(feel::plain_text(value));
    }
}

}  // namespace biaochi::json
