/// @file
/// Values: how they are made and told apart.

#include "biaochi/feel/value.hpp"

#include <algorithm>
#include <array>

namespace biaochi::feel {

namespace {

bool same(const Range& a, const Range& b) noexcept {
    return a.form == b.form && a.from_included == b.from_included && a.to_included == b.to_included && a.from == b.from && a.to == b.to;
}

/// Contexts are the same whatever the order of their entries.
bool same(const Context& a, const Context& b) noexcept {
    if (a.entries.size() != b.entries.size()) return false;
    return std::all_of(a.entries.begin(), a.entries.end(), [&](const Context::Entry& entry) {
        const Value* other = b.find(entry.first);
        return other != nullptr && *other == entry.second;
    });
}

constexpr std::size_t most_weight = 1'000'000'000'000'000;

void add(Extent& whole, const Extent& part) noexcept {
    whole.depth = std::max(whole.depth, part.depth + 1);
    whole.weight = std::min(most_weight, whole.weight + part.weight);
}

}  // namespace

std::string_view name(Cause cause) noexcept {
    constexpr std::array<std::string_view, 13> names{"none",       "missing_fact",   "open_point",    "division_by_zero", "out_of_limits",
                                                     "type_error", "wrong_argument", "unknown_name",  "no_such_entry",    "no_such_item",
                                                     "empty_list", "unreadable",     "not_in_profile"};
    return names[static_cast<std::size_t>(cause)];
}

const std::vector<Value>& Value::items() const noexcept { return (*std::get_if<7>(&data))->items; }

const Value* Context::find(std::string_view key) const noexcept {
    for (const Entry& entry : entries) {
        if (entry.first == key) return &entry.second;
    }
    return nullptr;
}

Value make_null(Cause cause, std::string_view about) {
    Null null{cause, nullptr};
    if (!about.empty()) null.about = std::make_shared<const std::string>(about);
    return {Value::Data(std::move(null))};
}

Value make_text(std::string value) { return {Value::Data(std::make_shared<const std::string>(std::move(value)))}; }

Value make_list(std::vector<Value> items) {
    Extent whole{1, 1};
    for (const Value& item : items) add(whole, extent(item));
    return {Value::Data(std::make_shared<const List>(List{std::move(items), whole}))};
}

Value make_context(std::vector<Context::Entry> entries) {
    Context context;
    context.extent.depth = 1;
    context.entries.reserve(entries.size());
    for (Context::Entry& entry : entries) {
        add(context.extent, extent(entry.second));
        const auto earlier = std::find_if(context.entries.begin(), context.entries.end(),
                                          [&](const Context::Entry& other) { return other.first == entry.first; });
        if (earlier != context.entries.end()) {
            earlier->second = std::move(entry.second);
        } else {
            context.entries.push_back(std::move(entry));
        }
    }
    return {Value::Data(std::make_shared<const Context>(std::move(context)))};
}

Value make_range(Range range) { return {Value::Data(std::make_shared<const Range>(std::move(range)))}; }

Extent extent(const Value& value) noexcept {
    constexpr std::size_t bytes_per_weight = 64;
    switch (value.kind()) {
        case Kind::text:
            return {0, 1 + value.text().size() / bytes_per_weight};
        case Kind::list:
            return (*std::get_if<7>(&value.data))->extent;
        case Kind::context:
            return value.context().extent;
        case Kind::range: {
            Extent whole{1, 1};
            add(whole, extent(value.range().from));
            add(whole, extent(value.range().to));
            return whole;
        }
        default:
            return {};
    }
}

bool operator==(const Value& a, const Value& b) noexcept {
    if (a.kind() != b.kind()) return false;
    switch (a.kind()) {
        case Kind::null:
            return true;
        case Kind::boolean:
            return a.boolean() == b.boolean();
        case Kind::number:
            return a.number() == b.number();
        case Kind::text:
            return a.text() == b.text();
        case Kind::date:
            return a.date() == b.date();
        case Kind::months:
            return a.months() == b.months();
        case Kind::seconds:
            return a.seconds() == b.seconds();
        case Kind::list:
            return a.items() == b.items();
        case Kind::context:
            return same(a.context(), b.context());
        case Kind::range:
            return same(a.range(), b.range());
    }
    return false;
}

}  // namespace biaochi::feel
