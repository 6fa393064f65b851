/// @file
/// Where the parts and expressions of a condition stand in its document.

#include "rulebook/condition_places.hpp"

#include <utility>

#include "json/value.hpp"

namespace biaochi::detail {

std::string place_of_part(const Condition& condition, const std::string& pointer, std::size_t part) {
    switch (condition.form) {
        case Condition::Form::all:
            return json::child(pointer + "/all", part);
        case Condition::Form::any:
            return json::child(pointer + "/any", part);
        case Condition::Form::at_least:
            return json::child(pointer + "/at_least/of", part);
        case Condition::Form::choice:
            return json::child(pointer + "/by_reading/readings", condition.readings[part]);
        default:
            return pointer + "/not";
    }
}

std::string place_of_expression(const Condition& condition, const std::string& pointer, const std::string& reading) {
    const std::string where = pointer + "/expr";
    return condition.expression.stated() ? where : json::child(where + "/readings", reading);
}

feel::CompileOptions boolean_at(std::string pointer) {
    feel::CompileOptions options;
    options.result = feel::type_of(feel::Type::Of::boolean);
    options.where = std::move(pointer);
    return options;
}

}  // namespace biaochi::detail
