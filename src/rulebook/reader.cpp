/// @file
/// Reading the pieces that occur everywhere in a rulebook.

#include "rulebook/reader.hpp"

#include <algorithm>

#include "biaochi/calendar/words.hpp"
#include "core/number_shape.hpp"

namespace biaochi::detail {
namespace {

bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

Misprint read_misprint(Context& context, const json::Value& value, const std::string& pointer) {
    Misprint misprint;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return misprint;
    if (const auto* v = fields.need("printed")) misprint.printed = read_string(context, *v, fields.at("printed"));
    if (const auto* v = fields.need("read_as")) misprint.read_as = read_string(context, *v, fields.at("read_as"));
    if (const auto* v = fields.need("confidence")) {
        misprint.confidence = read_word<std::string>(context, *v, fields.at("confidence"),
                                                     {{"certain", "certain"}, {"likely", "likely"}, {"doubtful", "doubtful"}});
    }
    misprint.because = take_text(context, fields, "because");
    if (const auto* v = fields.take("ledger")) misprint.ledger = read_strings(context, *v, fields.at("ledger"));
    fields.done();
    return misprint;
}

}  // namespace

Fields::Fields(Context& context, const json::Value& value, std::string pointer)
    : context_(context), value_(value), pointer_(std::move(pointer)) {
    if (!ok()) context_.report(IssueCode::wrong_type, pointer_, {json::name(value_.kind), "object"});
}

const json::Value* Fields::take(std::string_view key) {
    known_.push_back(key);
    return value_.find(key);
}

const json::Value* Fields::need(std::string_view key) {
    const json::Value* value = take(key);
    if (value == nullptr && ok()) context_.report(IssueCode::missing_key, pointer_, {key});
    return value;
}

void Fields::done() {
    for (const json::Member& member : value_.members) {
        if (std::find(known_.begin(), known_.end(), member.first) != known_.end()) continue;
        const std::vector<std::string> known(known_.begin(), known_.end());
        context_.report(IssueCode::unknown_key, at(member.first), {member.first, nearest_or_all(member.first, known)});
    }
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& each : names) list += list.empty() ? each : ", " + each;
    return list;
}

std::string nearest_or_all(std::string_view wrong, const std::vector<std::string>& names) {
    std::string nearest = nearest_name(wrong, names);
    return nearest.empty() ? joined(names) : nearest;
}

bool is_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 64 && is_lower(text[0]) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_free_id(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 64 && (is_lower(text[0]) || is_upper(text[0])) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_upper(c) || is_digit(c) || c == '_'; });
}

bool expect(Context& context, const json::Value& value, json::Kind kind, const std::string& pointer) {
    if (value.kind == kind) return true;
    context.report(IssueCode::wrong_type, pointer, {json::name(value.kind), json::name(kind)});
    return false;
}

std::optional<Number> read_number(Context& context, const json::Value& value, const std::string& pointer) {
    if (value.kind != json::Kind::number && value.kind != json::Kind::text) {
        context.report(IssueCode::wrong_type, pointer, {json::name(value.kind), "number"});
        return std::nullopt;
    }
    std::optional<Number> number = parse_number(value.text);
    if (!number) {
        if (has_shape_of_number(value.text)) {
            context.report(IssueCode::number_too_long, pointer, {value.text.substr(0, 24), "400"});
        } else {
            context.report(IssueCode::bad_number, pointer, {value.text});
        }
    }
    return number;
}

std::optional<int> read_int(Context& context, const json::Value& value, const std::string& pointer, int least, int most) {
    const std::optional<Number> number = read_number(context, value, pointer);
    if (!number) return std::nullopt;
    if (!number->is_whole() || *number < Number(least) || *number > Number(most)) {
        context.report(IssueCode::bad_value, pointer, {value.text, std::to_string(least) + " … " + std::to_string(most)});
        return std::nullopt;
    }
    return static_cast<int>(number->small_numerator());
}

std::string read_string(Context& context, const json::Value& value, const std::string& pointer) {
    return expect(context, value, json::Kind::text, pointer) ? value.text : std::string();
}

std::string read_id(Context& context, const json::Value& value, const std::string& pointer) {
    std::string id = read_string(context, value, pointer);
    if (value.kind == json::Kind::text && !is_id(id)) context.report(IssueCode::bad_id, pointer, {id});
    return id;
}

bool read_bool(Context& context, const json::Value& value, const std::string& pointer) {
    return expect(context, value, json::Kind::boolean, pointer) && value.truth;
}

std::optional<Date> read_date(Context& context, const json::Value& value, const std::string& pointer) {
    if (!expect(context, value, json::Kind::text, pointer)) return std::nullopt;
    const std::optional<Date> date = parse_date(value.text);
    if (!date) context.report(IssueCode::bad_date, pointer, {value.text});
    return date;
}

YearlyDay read_yearly_day(Context& context, const json::Value& value, const std::string& pointer) {
    if (!expect(context, value, json::Kind::text, pointer)) return {};
    const std::optional<YearlyDay> day = parse_yearly_day(value.text);
    if (!day) context.report(IssueCode::bad_date, pointer, {value.text});
    return day.value_or(YearlyDay{});
}

Text read_text(Context& context, const json::Value& value, const std::string& pointer) {
    Text text;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return text;
    if (const auto* zh = fields.take("zh")) text.zh = read_string(context, *zh, fields.at("zh"));
    if (const auto* en = fields.take("en")) text.en = read_string(context, *en, fields.at("en"));
    if (value.members.empty()) context.report(IssueCode::missing_key, pointer, {"zh"});
    fields.done();
    return text;
}

Text take_text(Context& context, Fields& fields, std::string_view key) {
    const json::Value* value = fields.take(key);
    return value == nullptr ? Text{} : read_text(context, *value, fields.at(key));
}

std::vector<std::string> read_strings(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<std::string> texts;
    if (!expect(context, value, json::Kind::list, pointer)) return texts;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        texts.push_back(read_string(context, value.items[i], json::child(pointer, i)));
    }
    return texts;
}

std::optional<Rounding> read_rounding(Context& context, const json::Value& value, const std::string& pointer) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return std::nullopt;
    Rounding rounding;
    if (const auto* places = fields.need("places")) {
        rounding.places = read_int(context, *places, fields.at("places"), 0, 100).value_or(0);
    }
    if (const auto* mode = fields.need("mode")) {
        rounding.mode = read_word<RoundingMode>(context, *mode, fields.at("mode"),
                                                {{"half_up", RoundingMode::half_up},
                                                 {"half_even", RoundingMode::half_even},
                                                 {"down", RoundingMode::down},
                                                 {"up", RoundingMode::up},
                                                 {"floor", RoundingMode::floor},
                                                 {"ceiling", RoundingMode::ceiling}});
    }
    fields.done();
    return rounding;
}

std::optional<Cite> read_cite(Context& context, const json::Value& value, const std::string& pointer) {
    Fields fields(context, value, pointer);
    if (!fields.ok()) return std::nullopt;
    Cite cite;
    if (const auto* source = fields.need("source")) {
        cite.source = read_string(context, *source, fields.at("source"));
        if (source->kind == json::Kind::text && find(context.book.sources, cite.source) == nullptr) {
            context.report(IssueCode::unknown_source, fields.at("source"),
                           {cite.source, nearest_or_all(cite.source, names_of(context.book.sources))});
        }
    }
    if (const auto* clause = fields.need("clause")) cite.clause = read_string(context, *clause, fields.at("clause"));
    if (const auto* ledger = fields.take("ledger")) cite.ledger = read_strings(context, *ledger, fields.at("ledger"));
    fields.done();
    return cite;
}

std::vector<Misprint> read_misprints(Context& context, const json::Value& value, const std::string& pointer) {
    std::vector<Misprint> misprints;
    if (!expect(context, value, json::Kind::list, pointer)) return misprints;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        misprints.push_back(read_misprint(context, value.items[i], json::child(pointer, i)));
    }
    return misprints;
}

Provenance read_provenance(Context& context, Fields& fields) {
    Provenance provenance;
    if (const auto* cite = fields.take("cite")) provenance.cite = read_cite(context, *cite, fields.at("cite"));
    if (const auto* misprints = fields.take("misprints")) {
        provenance.misprints = read_misprints(context, *misprints, fields.at("misprints"));
    }
    provenance.note = take_text(context, fields, "note");
    return provenance;
}

void check_choice(Context& context, const std::string& open, const std::vector<std::string>& readings, const std::string& pointer) {
    const OpenPoint* point = find(context.book.open, open);
    if (point == nullptr) {
        context.report(IssueCode::unknown_open_point, json::child(pointer, "open"),
                       {open, nearest_or_all(open, names_of(context.book.open))});
        return;
    }
    if (readings.empty() && point->readings.empty()) {
        context.report(IssueCode::empty_list, json::child(pointer, "readings"), {"readings"});
        return;
    }
    for (const std::string& reading : readings) {
        if (find(point->readings, reading) != nullptr) continue;
        context.report(IssueCode::unknown_reading, json::child(json::child(pointer, "readings"), reading),
                       {reading, joined(names_of(point->readings))});
    }
    for (const auto& [reading, meaning] : point->readings) {
        if (std::find(readings.begin(), readings.end(), reading) != readings.end()) continue;
        context.report(IssueCode::missing_reading, json::child(pointer, "readings"), {open, reading});
    }
}

}  // namespace biaochi::detail
