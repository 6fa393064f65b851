/// @file
/// Any bytes as an Arrow frame: types, offsets, nulls, dictionaries, views and what is spoilt in them. Buffers are no longer than they
/// say, so that the sanitizers find what is read beyond them. What is scored is what BatchScorer::exact() says of each row.

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "biaochi/batch/arrow.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/record/record.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "support/arrow.hpp"

namespace {

using biaochi::BatchScorer;
using biaochi::CellType;
using biaochi::Column;
using biaochi::RowStatus;
using biaochi::support::ArrowNode;
using biaochi::support::Bytes;

void expect(bool holds) {
    if (!holds) std::abort();
}

/// The input, byte by byte; zeros behind its end.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

    std::uint8_t byte() { return at_ < size_ ? data_[at_++] : std::uint8_t{0}; }
    std::size_t below(std::size_t limit) { return byte() % limit; }
    bool one_in(std::size_t many) { return below(many) == many - 1; }
    std::vector<std::uint8_t> bytes(std::size_t count) {
        std::vector<std::uint8_t> taken(count);
        for (std::uint8_t& each : taken) each = byte();
        return taken;
    }

private:
    const std::uint8_t* data_;
    std::size_t size_;
    std::size_t at_ = 0;
};

struct Type {
    const char* format;
    CellType cell;
    int scale;
};
constexpr std::array<Type, 16> types{{
    {"g", CellType::float64, 0},
    {"f", CellType::float32, 0},
    {"c", CellType::int8, 0},
    {"C", CellType::uint8, 0},
    {"s", CellType::int16, 0},
    {"S", CellType::uint16, 0},
    {"i", CellType::int32, 0},
    {"I", CellType::uint32, 0},
    {"l", CellType::int64, 0},
    {"L", CellType::uint64, 0},
    {"b", CellType::bits, 0},
    {"d:19,2", CellType::decimal128, 2},
    {"d:38,-3,128", CellType::decimal128, -3},
    {"d:9,1,32", CellType::int32, 1},
    {"d:18,38,64", CellType::int64, 38},
    {"n", CellType::bits, 0},
}};
constexpr std::array<const char*, 12> odd_formats{"", "e", "tdD", "d:40,2,256", "d:1", "d:", "+l", "z", "vz", "w:4", "\xff", "gg"};
constexpr std::array<const char*, 10> names{"share",  "firms", "bodies.lab", "bodies.lab.city", "office.own",
                                            "region", "group", "extra",      "shares",          ""};
constexpr std::array<const char*, 8> words{"reported", "missing", "not_applicable", "estimated", "rejected", "guessed", "", "-"};

/// A column, and what each of its rows means.
struct Made {
    ArrowNode node;
    std::string slot{};                    ///< of figures and statuses
    Type type{};                           ///< of figures
    std::vector<std::uint8_t> statuses{};  ///< of statuses, by row of the column's buffers; empty: figures
};

std::size_t bytes_for(CellType cell, std::size_t count) {
    return cell == CellType::bits ? (count + 7) / 8 : count * biaochi::cell_bytes(cell);
}

void add_nulls(Input& input, ArrowNode& node, std::size_t count) {
    node.buffers.insert(node.buffers.begin(), input.one_in(2) ? Bytes(input.bytes((count + 7) / 8)) : Bytes());
    node.nulls = node.buffers[0] ? -1 : 0;
    if (input.one_in(8)) node.nulls = 0;
}

Made figures(Input& input, std::string name, std::size_t length, std::size_t offset) {
    Made made;
    made.slot = name;
    made.type = types[input.below(types.size())];
    made.node = {made.type.format, std::move(name), static_cast<std::int64_t>(length), static_cast<std::int64_t>(offset)};
    if (made.node.format == "n") return made;
    std::vector<std::uint8_t> values = input.bytes(bytes_for(made.type.cell, length + offset));
    if (made.type.cell == CellType::float64 && input.one_in(2)) {
        for (std::size_t i = 0; i < length + offset; ++i) {
            const double small = static_cast<double>(values[8 * i]) / 8 - 1;
            std::memcpy(values.data() + 8 * i, &small, sizeof small);
        }
    }
    made.node.buffers.emplace_back(std::move(values));
    add_nulls(input, made.node, length + offset);
    return made;
}

std::uint8_t status_of(const std::string& word) {
    if (word == "-") return static_cast<std::uint8_t>(biaochi::Status::reported);  // null
    const auto known = biaochi::status(word);
    return known ? static_cast<std::uint8_t>(*known) : std::uint8_t{255};
}

Made statuses(Input& input, std::string slot, std::size_t length, std::size_t offset) {
    Made made;
    made.slot = slot;
    const std::string name = std::move(slot) + ".status";
    const std::size_t total = length + offset;
    std::vector<std::string> rows(total);
    if (input.one_in(2)) {
        made.node = biaochi::support::value_column<std::int8_t>(name, "c", std::vector<std::int8_t>(total));
        made.node.dictionary =
            std::make_shared<ArrowNode>(biaochi::support::texts<std::int64_t>("", std::vector<std::string>(words.begin(), words.end())));
        for (std::size_t i = 0; i < total; ++i) {
            const std::size_t index = input.one_in(64) ? 200 : input.below(words.size());  // 200 is below zero as an int8
            (*made.node.buffers[1])[i] = static_cast<std::uint8_t>(index);
            rows[i] = index < words.size() ? words[index] : "?";
        }
    } else {
        for (std::string& row : rows) row = words[input.below(words.size())];
        made.node = biaochi::support::texts(name, rows);
    }
    for (const std::string& row : rows) made.statuses.push_back(status_of(row));
    if (made.statuses.empty()) made.statuses.push_back(0);
    made.node.length = static_cast<std::int64_t>(length);
    made.node.offset = static_cast<std::int64_t>(offset);
    return made;
}

/// Words whose views are any bytes: what points beyond the further buffer must be found.
Made views(Input& input, std::string slot, std::size_t length, std::size_t offset) {
    Made made;
    made.node = {"vu", std::move(slot) + ".status", static_cast<std::int64_t>(length), static_cast<std::int64_t>(offset)};
    std::vector<std::uint8_t> all = input.bytes((length + offset) * 16);
    for (std::size_t i = 1; i < all.size(); i += 4) all[i] = all[i + 1] = all[i + 2] = input.one_in(16) ? 255 : 0;
    const std::vector<std::uint8_t> further = input.bytes(20);
    made.node.buffers = {Bytes(), all, further, biaochi::support::bytes_of<std::int64_t>({20})};
    return made;
}

Made column(Input& input, std::size_t rows) {
    const std::string name = names[input.below(names.size())];
    const std::size_t offset = input.one_in(3) ? input.below(20) : 0;
    const std::size_t length = rows + (input.one_in(8) ? input.below(5) : 0);
    if (name == "region" || name == "group" || name == "extra") {
        Made made{biaochi::support::texts(name, std::vector<std::string>(length + offset, "x"))};
        made.node.length = static_cast<std::int64_t>(length);
        made.node.offset = static_cast<std::int64_t>(offset);
        return made;
    }
    if (input.one_in(4)) return input.one_in(4) ? views(input, name, length, offset) : statuses(input, name, length, offset);
    Made made = figures(input, name, length, offset);
    if (input.one_in(16)) made.node.format = odd_formats[input.below(odd_formats.size())];
    return made;
}

/// Spoils an array in a way that can be seen from outside its buffers.
void spoil(Input& input, ArrowArray& array) {
    switch (input.below(12)) {
        case 0:
            array.length = -1 - input.byte();
            break;
        case 1:
            array.offset = -1 - input.byte();
            break;
        case 2:
            array.null_count = static_cast<std::int8_t>(input.byte());
            break;
        case 3:
            array.length = array.length > 0 ? array.length - 1 : 0;
            break;
        case 4:
            if (array.n_buffers > 0)
                array.buffers[static_cast<std::size_t>(input.byte()) % static_cast<std::size_t>(array.n_buffers)] = nullptr;
            break;
        case 5:
            if (array.n_buffers > 0) --array.n_buffers;
            break;
        case 6:
            array.n_buffers = -array.n_buffers;
            break;
        case 7:
            if (array.n_children > 0) --array.n_children;
            break;
        case 8:
            array.n_children = -1 - input.byte();
            break;
        case 9:
            array.buffers = nullptr;
            break;
        case 10:
            array.length = INT64_MAX - input.byte();
            break;
        default:
            array.release(&array);
            break;
    }
}

std::string district_like() {
    return R"({"format": "biaochi/1", "id": "fuzz", "version": "1", "effective": {"from": "2019-01-01"}, "title": {"en": "Fuzz"},
      "sources": {"s": {"title": {"en": "S"}}}, "facts": {
        "share": {"name": {"en": "Share"}, "min": 0}, "firms": {"name": {"en": "Firms"}, "min": 0, "whole": true},
        "bodies": {"name": {"en": "Bodies"}, "kind": "items", "levels": {"city": {"name": {"en": "city"}}},
                   "items": {"lab": {"name": {"en": "Lab"}, "levels": ["city"]}}},
        "office": {"name": {"en": "Office"}, "kind": "options", "options": {"own": {"name": {"en": "O"}}, "shared": {"name": {"en": "S"}}}}},
      "score": {"id": "total", "points": 29, "parts": [
        {"id": "share", "points": 10, "treat": {"not_applicable": "exclude", "rejected": "refuse"}, "bands": [
          {"from": 0, "to": 1, "points": [0, 4]}, {"from": 1, "to": 3, "points": [4, 10]}, {"from": 3, "points": 10}]},
        {"id": "firms", "points": 10, "bands": [{"to": 10, "points": 3}, {"from": 10, "to": 20, "points": [3, 10]}, {"from": 20, "points": 10}]},
        {"id": "bodies", "points": 4, "items": [{"item": "lab", "points": {"city": "1/3"}}]},
        {"id": "office", "points": 5, "options": [{"choose": "one", "of": {"own": 5, "shared": 2}}]}]},
      "classes": {"cuts": [{"id": "A", "name": {"en": "A"}, "from": 15}, {"id": "B", "name": {"en": "B"}, "to": 15}]}})";
}

BatchScorer scorer_of(std::string_view rulebook) {
    const biaochi::ParsedRulebook parsed = biaochi::parse_rulebook(rulebook);
    if (!parsed.rulebook) std::abort();
    return BatchScorer(biaochi::compile(*parsed.rulebook, parsed.rulebook->effective.from).rules.value());
}

/// The columns of a frame read again from what it was made of; rows without a struct are missing by their status.
struct Oracle {
    std::vector<Column> columns{};
    std::vector<std::vector<std::uint8_t>> held{};

    Oracle(const BatchScorer& scorer, const std::vector<Made>& made, const ArrowNode& frame) {
        const auto first = static_cast<std::size_t>(frame.offset);
        const auto rows = static_cast<std::size_t>(frame.length);
        held.reserve(made.size() * 3);
        for (const Made& each : made) {
            const std::size_t slot = each.slot.empty() ? biaochi::no_index : scorer.rules().slot(each.slot);
            if (slot == biaochi::no_index || each.node.format == "n") continue;
            Column& column = find(slot);
            const std::size_t offset = static_cast<std::size_t>(each.node.offset) + first;
            std::vector<std::uint8_t> known(rows, static_cast<std::uint8_t>(biaochi::Status::reported));
            if (each.statuses.empty()) {
                column.type = each.type.cell;
                column.scale = each.type.scale;
                column.values = each.node.buffers[1]->data();
                column.offset = offset;
                if (each.node.nulls != 0 && each.node.buffers[0]) column.validity = each.node.buffers[0]->data();
            } else {
                for (std::size_t i = 0; i < rows; ++i) known[i] = each.statuses[offset + i];
                column.statuses = held.emplace_back(std::move(known)).data();
            }
        }
        for (Column& column : columns) without_nulls(column, frame, first, rows);
    }

private:
    Column& find(std::size_t slot) {
        for (Column& column : columns) {
            if (column.slot == slot) return column;
        }
        columns.emplace_back().slot = slot;
        return columns.back();
    }

    void without_nulls(Column& column, const ArrowNode& frame, std::size_t first, std::size_t rows) {
        const bool any = frame.nulls != 0 && frame.buffers[0];
        std::vector<std::uint8_t> known(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            const std::size_t at = first + i;
            const bool there = !any || (((*frame.buffers[0])[at / 8] >> (at % 8)) & 1) != 0;
            known[i] = there ? column.statuses == nullptr ? std::uint8_t{1} : column.statuses[i] : std::uint8_t{0};
            if (column.values == nullptr && (known[i] == 1 || known[i] == 3)) known[i] = 0;
        }
        static const std::uint8_t nothing[16] = {};
        if (column.values == nullptr) {
            column.values = nothing;
            column.type = CellType::bits;
            column.offset = 0;
        }
        column.statuses = held.emplace_back(std::move(known)).data();
    }
};

const ArrowArray* child(const ArrowSchema& schema, const ArrowArray& array, std::string_view name) {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
        if (schema.children[i]->name == name) return array.children[i];
    }
    return nullptr;
}

bool is_null(const ArrowArray& array, std::int64_t row) {
    const auto* bits = static_cast<const std::uint8_t*>(array.buffers[0]);
    const std::int64_t at = array.offset + row;
    return bits != nullptr && ((bits[at / 8] >> (at % 8)) & 1) == 0;
}

std::string text_at(const ArrowArray& array, std::int64_t row) {
    const auto* ends = static_cast<const std::int32_t*>(array.buffers[1]);
    return {static_cast<const char*>(array.buffers[2]) + ends[row], static_cast<std::size_t>(ends[row + 1] - ends[row])};
}

void compare_points(const ArrowArray* points, std::int64_t row, const biaochi::Number* want) {
    if (points == nullptr) return;
    expect(is_null(*points, row) == (want == nullptr));
    if (want != nullptr) expect(static_cast<const double*>(points->buffers[1])[row] == want->approximate());
}

void compare(const BatchScorer& scorer, const Oracle& oracle, const ArrowSchema& schema, const ArrowArray& result) {
    const biaochi::Rounding shown = scorer.rules().rulebook().shown;
    for (std::int64_t row = 0; row < result.length; ++row) {
        const BatchScorer::Exact exact = scorer.exact(oracle.columns, static_cast<std::size_t>(row));
        const auto status = static_cast<const std::int8_t*>(child(schema, result, "status")->buffers[1])[row];
        expect(status == static_cast<std::int8_t>(exact.status));
        const bool scored = exact.status == RowStatus::decided || exact.status == RowStatus::undetermined;
        const biaochi::Number low = biaochi::round(exact.score.low, shown);
        const biaochi::Number high = biaochi::round(exact.score.high, shown);
        compare_points(child(schema, result, "score"), row, scored && low == high ? &low : nullptr);
        compare_points(child(schema, result, "score_low"), row, scored ? &low : nullptr);
        compare_points(child(schema, result, "score_high"), row, scored ? &high : nullptr);
        const ArrowArray* issue = child(schema, result, "issue");
        expect(is_null(*issue, row) == exact.issues.empty());
        if (!exact.issues.empty()) {
            expect(text_at(*issue, row) == std::string(name(exact.issues.front().code)) + ": " + exact.issues.front().where);
        }
    }
}

biaochi::FrameOptions options_of(Input& input) {
    biaochi::FrameOptions options;
    const std::uint8_t bits = input.byte();
    options.ranges = (bits & 1) != 0;
    if ((bits & 2) != 0) options.keep = {"extra"};
    if ((bits & 4) != 0) options.parts = {"*"};
    if ((bits & 8) != 0) options.columns = {{"shares", "share"}, {"", "bodies.lab"}};
    return options;
}

void run(const BatchScorer& scorer, Input input) {
    const biaochi::FrameOptions options = options_of(input);
    const std::size_t rows = input.below(40);
    ArrowNode frame{"+s", "", static_cast<std::int64_t>(rows)};
    frame.offset = static_cast<std::int64_t>(input.one_in(3) ? input.below(12) : 0);
    frame.length = frame.length > frame.offset ? frame.length - frame.offset : 0;
    std::vector<Made> made;
    add_nulls(input, frame, static_cast<std::size_t>(frame.length + frame.offset));
    for (std::size_t i = input.below(7); i > 0; --i) {
        made.push_back(column(input, static_cast<std::size_t>(frame.length + frame.offset)));
        const auto found = options.columns.find(made.back().slot);
        const bool holds_figures = made.back().type.format != nullptr;  // texts and views have no slot, which is no column named ""
        if (holds_figures && found != options.columns.end()) made.back().slot = found->second;
        frame.children.push_back(made.back().node);
    }
    ArrowSchema schema{};
    ArrowArray array{};
    biaochi::support::export_schema(frame, &schema);
    biaochi::support::export_array(frame, &array);
    const bool spoilt = input.one_in(4);
    if (spoilt) spoil(input, array.n_children > 0 && input.one_in(2) ? *array.children[0] : array);
    const biaochi::CompiledFrame compiled = lay_out_frame(scorer, schema, options);
    expect((compiled.layout != nullptr) != has_errors(compiled.issues));
    schema.release(&schema);
    if (compiled.layout == nullptr) {
        if (array.release != nullptr) array.release(&array);
        return;
    }
    ArrowArray result{};
    const auto issues = score_array(*compiled.layout, &array, &result);
    expect(array.release == nullptr && issues.empty() == (result.release != nullptr));
    if (result.release == nullptr) return;
    ArrowSchema type{};
    result_schema(*compiled.layout, &type);
    expect(type.n_children == result.n_children);
    if (!spoilt) {
        expect(result.length == frame.length);
        bool plain = true;
        for (const Made& each : made) plain = plain && each.node.format != "vu";
        if (plain) compare(scorer, Oracle(scorer, made, frame), type, result);
    }
    type.release(&type);
    result.release(&result);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const BatchScorer scorer = scorer_of(district_like());
    run(scorer, Input(data, size));
    expect(biaochi::support::unreleased() == 0);
    return 0;
}
