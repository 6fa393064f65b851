/// @file
/// Any expression on any facts: what compiles strictly comes to a value of its type, or to null; the same twice, and with evidence or
/// without.

#include <fuzzer/FuzzedDataProvider.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "biaochi/feel/evaluate.hpp"

namespace {

using namespace biaochi::feel;
using biaochi::Number;

Type history_type() { return list_of(context_of({{"year", type_of(Type::Of::number)}, {"class", type_of(Type::Of::text)}})); }

/// The scope of a rulebook in small: figures with and without a unit, words, answers, days, a list by year, an event.
Scope scope() {
    Scope names;
    const std::vector<Field> event{
        {"date", type_of(Type::Of::date)}, {"points", type_of(Type::Of::number)}, {"fell", type_of(Type::Of::boolean)}};
    names.inputs = {{"x", type_of(Type::Of::number), 0},  {"labs", number_in("个"), 1},
                    {"word", type_of(Type::Of::text), 2}, {"ok", type_of(Type::Of::boolean), 3},
                    {"on", type_of(Type::Of::date), 4},   {"history", history_type(), 5},
                    {"event", context_of(event), 6},      {"list", list_of(type_of(Type::Of::number)), 7}};
    return names;
}

/// Makes the values that the bytes at the end of the input say.
class Facts {
public:
    explicit Facts(FuzzedDataProvider& data) : data_(data) {}

    Value number() {
        if (unknown()) return missing();
        const std::int64_t top =
            data_.ConsumeIntegral<std::int8_t>() < 0 ? data_.ConsumeIntegral<std::int64_t>() : data_.ConsumeIntegral<std::int8_t>();
        const std::int64_t bottom = data_.ConsumeBool() ? 1 : data_.ConsumeIntegralInRange<std::int64_t>(1, 1'000'000'007);
        return make_number(Number(top) / Number(bottom));
    }
    Value word() { return unknown() ? missing() : make_text(data_.PickValueInArray<const char*>({"A", "B", "", "甲", "a\n\"b"})); }
    Value answer() { return unknown() ? missing() : make_boolean(data_.ConsumeBool()); }
    Value day() { return unknown() ? missing() : make_date(Day{data_.ConsumeIntegralInRange<std::int32_t>(-800'000, 2'900'000)}); }

    Value history() {
        std::vector<Value> years;
        for (int left = data_.ConsumeIntegralInRange<int>(0, 6); left > 0; --left) {
            years.push_back(make_context({{"year", make_number(Number(2030 - left))}, {"class", word()}}));
        }
        return unknown() ? missing() : make_list(std::move(years));
    }

    Value list() {
        std::vector<Value> items;
        for (int left = data_.ConsumeIntegralInRange<int>(0, 6); left > 0; --left) items.push_back(number());
        return make_list(std::move(items));
    }

    std::vector<Value> all() {
        return {number(),
                number(),
                word(),
                answer(),
                day(),
                history(),
                make_context({{"date", day()}, {"points", number()}, {"fell", answer()}}),
                list()};
    }

private:
    bool unknown() { return data_.ConsumeIntegralInRange<int>(0, 7) == 1; }
    static Value missing() { return make_null(Cause::missing_fact, "x"); }

    FuzzedDataProvider& data_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const Scope names = scope();
    FuzzedDataProvider data(bytes, size);
    const std::vector<Value> facts = Facts(data).all();
    const std::string text = data.ConsumeRemainingBytesAsString();
    const Compiled compiled = compile_expression(text, names);
    if (compiled.expression.has_value() == biaochi::has_errors(compiled.issues)) std::abort();
    if (!compiled.expression) return 0;
    Limits limits;
    limits.steps = 20'000;
    limits.list_size = 5'000;
    limits.text_size = 20'000;
    const Value once = evaluate(*compiled.expression, facts, limits);
    Evidence evidence;
    if (!(once == evaluate(*compiled.expression, facts, limits, &evidence))) std::abort();
    if (!once.is_null() && !is_instance(once, compiled.expression->type())) std::abort();
    for (const EvidenceRecord& record : evidence.records) (void)compiled.expression->source(record.node);
    return 0;
}
