/// @file
/// Any bytes as an Arrow frame: types, offsets, nulls, dictionaries, views and what is spoilt in them; one array, or a stream of two.
/// Buffers are no longer than they say, so that the sanitizers find what is read beyond them. Answers are compared with those of
/// columns_oracle.hpp.

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "biaochi/batch/arrow.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "fuzz/columns_oracle.hpp"
#include "support/arrow.hpp"

namespace {

using biaochi::BatchScorer;
using biaochi::CellType;
using biaochi::fuzz::Comparison;
using biaochi::fuzz::expect;
using biaochi::fuzz::Made;
using biaochi::fuzz::Type;
using biaochi::support::ArrowNode;
using biaochi::support::Bytes;

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
constexpr std::array<const char*, 11> names{
    "share", "firms", "bodies.lab", "bodies.lab.city", "office.own", "region", "group", "period", "extra", "shares", ""};
constexpr std::array<const char*, 8> words{"reported", "missing", "not_applicable", "estimated", "rejected", "guessed", "", "-"};

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

/// Stands for what an index beyond the dictionary points to.
constexpr const char* nowhere = "?";
constexpr std::uint8_t unreadable = 254;

std::uint8_t status_of(const std::string& word) {
    if (word == nowhere) return unreadable;
    if (word == "-" || word.empty()) return static_cast<std::uint8_t>(biaochi::Status::reported);  // null, or an empty cell
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
            rows[i] = index < words.size() ? words[index] : nowhere;
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
    if (name == "region" || name == "group" || name == "period" || name == "extra") {
        std::vector<std::string> of_rows(length + offset);
        for (std::size_t i = 0; i < of_rows.size(); ++i) of_rows[i] = input.one_in(4) ? "-" : std::to_string(name == "period" ? i % 3 : i);
        Made made{biaochi::support::texts(name, of_rows)};
        made.words = std::move(of_rows);
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

biaochi::FrameOptions options_of(Input& input) {
    biaochi::FrameOptions options;
    const std::uint8_t bits = input.byte();
    options.ranges = (bits & 1) != 0;
    if ((bits & 2) != 0) options.keep = {"extra"};
    if ((bits & 4) != 0) options.parts = {"*"};
    if ((bits & 8) != 0) options.columns = {{"shares", "share"}, {"", "bodies.lab"}};
    options.ranks = (bits & 16) != 0;
    options.key = (bits & 32) != 0;
    options.decimals = (bits & 64) != 0;
    options.threads = (bits & 128) != 0 ? 2 : 1;
    return options;
}

/// @return whether some index points beyond the dictionary, which ends a stream where its row is read
bool beyond_dictionary(const Made& made) {
    return std::find(made.statuses.begin(), made.statuses.end(), unreadable) != made.statuses.end();
}

/// A frame with its columns.
struct AnyFrame {
    ArrowNode node{"+s"};
    std::vector<Made> made{};
};

AnyFrame any_frame(Input& input, const biaochi::FrameOptions& options) {
    AnyFrame frame;
    const std::size_t all = input.below(40);
    const std::size_t offset = input.one_in(3) ? input.below(12) : 0;
    frame.node.offset = static_cast<std::int64_t>(offset);
    frame.node.length = static_cast<std::int64_t>(all > offset ? all - offset : 0);
    const std::size_t rows = static_cast<std::size_t>(frame.node.length) + offset;
    add_nulls(input, frame.node, rows);
    for (std::size_t i = input.below(7); i > 0; --i) {
        frame.made.push_back(column(input, rows));
        Made& made = frame.made.back();
        const auto found = options.columns.find(made.slot);
        const bool holds_figures = made.type.format != nullptr;  // texts and views have no slot, which is no column named ""
        if (holds_figures && found != options.columns.end()) made.slot = found->second;
        frame.node.children.push_back(made.node);
    }
    return frame;
}

/// A stream of arrays that stand ready.
struct Source {
    const ArrowNode& type;
    std::deque<ArrowArray> arrays;

    ArrowArrayStream stream() {
        ArrowArrayStream made{};
        made.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) {
            biaochi::support::export_schema(static_cast<Source*>(self->private_data)->type, out);
            return 0;
        };
        made.get_next = [](ArrowArrayStream* self, ArrowArray* out) {
            auto& left = static_cast<Source*>(self->private_data)->arrays;
            *out = left.empty() ? ArrowArray{} : left.front();
            if (!left.empty()) left.pop_front();
            return 0;
        };
        made.release = [](ArrowArrayStream* self) {
            for (ArrowArray& array : static_cast<Source*>(self->private_data)->arrays) {
                if (array.release != nullptr) array.release(&array);
            }
            --biaochi::support::unreleased();
            self->release = nullptr;
        };
        made.private_data = this;
        ++biaochi::support::unreleased();
        return made;
    }
};

/// @param wanted  what the answers must be; null: that cannot be told
void check_result(const biaochi::CompiledFrame& compiled, ArrowArray& result, const Comparison* wanted) {
    ArrowSchema type{};
    result_schema(*compiled.layout, &type);
    expect(type.n_children == result.n_children);
    if (wanted != nullptr) wanted->compare(type, result);
    type.release(&type);
    result.release(&result);
}

/// Scores as a stream; a frame that was laid out must have one.
void run_stream(const BatchScorer& scorer, const biaochi::FrameOptions& options, const biaochi::CompiledFrame& compiled, Source source,
                const Comparison* wanted) {
    const std::size_t arrays = source.arrays.size();
    ArrowArrayStream stream = source.stream();
    ArrowArrayStream results{};
    const auto issues = score_stream(scorer, &stream, options, &results);
    expect(stream.release == nullptr && issues.empty() == (results.release != nullptr));
    expect(issues.empty() == (compiled.layout != nullptr));
    if (results.release == nullptr) return;
    std::size_t read = 0;
    int code = 0;
    for (ArrowArray result{}; (code = results.get_next(&results, &result)) == 0 && result.release != nullptr; ++read) {
        check_result(compiled, result, wanted);
    }
    expect(code == 0 || (code == EINVAL && results.get_last_error(&results) != nullptr));
    expect(wanted == nullptr || (code == 0 && read == arrays));
    results.release(&results);
}

void run_array(const biaochi::CompiledFrame& compiled, ArrowArray array, const Comparison* wanted) {
    if (compiled.layout == nullptr) {
        if (array.release != nullptr) array.release(&array);
        return;
    }
    ArrowArray result{};
    const auto issues = score_array(*compiled.layout, &array, &result);
    expect(array.release == nullptr && issues.empty() == (result.release != nullptr));
    expect(wanted == nullptr || issues.empty());
    if (result.release != nullptr) check_result(compiled, result, wanted);
}

void run(const BatchScorer& scorer, Input input) {
    const biaochi::FrameOptions options = options_of(input);
    const AnyFrame frame = any_frame(input, options);
    const std::size_t copies = input.one_in(3) ? 2 : 1;
    std::deque<ArrowArray> arrays(copies);
    for (ArrowArray& array : arrays) biaochi::support::export_array(frame.node, &array);
    const bool spoilt = input.one_in(4);
    ArrowArray& last = arrays.back();
    if (spoilt) spoil(input, last.n_children > 0 && input.one_in(2) ? *last.children[0] : last);
    const bool is_stream = copies > 1 || input.one_in(3);
    ArrowSchema schema{};
    biaochi::support::export_schema(frame.node, &schema);
    const biaochi::CompiledFrame compiled = lay_out_frame(scorer, schema, options);
    expect((compiled.layout != nullptr) != has_errors(compiled.issues));
    schema.release(&schema);
    std::optional<Comparison> wanted;
    bool can_be_told = compiled.layout != nullptr && !spoilt;
    for (const Made& each : frame.made) can_be_told = can_be_told && each.node.format != "vu" && !beyond_dictionary(each);
    if (can_be_told) wanted.emplace(scorer, options, frame.made, frame.node, copies);
    const Comparison* const told = wanted ? &*wanted : nullptr;
    if (is_stream) return run_stream(scorer, options, compiled, Source{frame.node, std::move(arrays)}, told);
    run_array(compiled, last, told);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const BatchScorer scorer = scorer_of(district_like());
    run(scorer, Input(data, size));
    expect(biaochi::support::unreleased() == 0);
    return 0;
}
