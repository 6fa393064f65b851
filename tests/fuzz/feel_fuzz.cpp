/// @file
/// Any text as an expression, in both modes: it compiles or says why, and what compiles evaluates within its limits, to the same value
/// twice.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "biaochi/feel/evaluate.hpp"

namespace {

using namespace biaochi::feel;

Scope scope() {
    const Type county = context_of({{"name", type_of(Type::Of::text)}, {"class", type_of(Type::Of::text)}, {"n", number_in("家")}});
    Scope names;
    names.inputs = {{"x", type_of(Type::Of::number), 0}, {"list", list_of(county), 1}, {"d", type_of(Type::Of::date), 2}, {"a", {}, 3}};
    names.conversion = [](std::string_view from, std::string_view to) -> std::optional<biaochi::Number> {
        if (from == "亿元" && to == "万元") return biaochi::Number(10'000);
        return std::nullopt;
    };
    return names;
}

std::vector<Value> inputs() {
    const Value known = make_context({{"name", make_text("甲")}, {"class", make_text("A")}, {"n", make_number(biaochi::Number(3))}});
    const Value missing = make_null(Cause::missing_fact, "class");
    const Value open = make_context({{"name", make_text("乙")}, {"class", missing}, {"n", missing}});
    return {make_number(biaochi::Number(7, 3)), make_list({known, open}), make_date(Day{19'000}), make_list({known, make_boolean(true)})};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Scope names = scope();
    static const std::vector<Value> values = inputs();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    Limits limits;
    limits.steps = 20'000;
    limits.list_size = 5'000;
    limits.text_size = 20'000;
    for (const Mode mode : {Mode::strict, Mode::lenient}) {
        CompileOptions options;
        options.mode = mode;
        const Compiled compiled = compile_expression(text, names, options);
        if (compiled.expression.has_value() == biaochi::has_errors(compiled.issues)) std::abort();
        if (!compiled.expression) continue;
        Evidence evidence;
        const Value first = evaluate(*compiled.expression, values, limits);
        const Value again = evaluate(*compiled.expression, values, limits);
        if (!(first == again)) std::abort();
        (void)evaluate(*compiled.expression, values, limits, &evidence);
        for (const EvidenceRecord& record : evidence.records) (void)compiled.expression->source(record.node);
        (void)feel_text(first, 10'000);
    }
    return 0;
}
