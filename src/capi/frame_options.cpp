/// @file
/// Options of a frame from JSON.

#include "capi/frame_options.hpp"

#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "biaochi/core/text.hpp"
#include "json/value.hpp"

namespace biaochi::capi {
namespace {

constexpr std::array<std::string_view, 8> known_keys{"keep", "columns", "parts", "ranges", "ranks", "key", "decimals", "threads"};
constexpr std::string_view all_keys = "keep, columns, parts, ranges, ranks, key, decimals, threads";
constexpr unsigned most_threads = 4096;

/// Reads options key by key.
class OptionReader {
public:
    explicit OptionReader(ReadOptions& read) : read_(read) {}

    void member(const std::string& key, json::Value& value) {
        FrameOptions& options = read_.options;
        const std::string where = json::child("", key);
        if (key == "keep") return list(value, where, options.keep);
        if (key == "parts") return list(value, where, options.parts);
        if (key == "columns") return names(value, where);
        if (key == "threads") return threads(value, where);
        constexpr std::array<std::pair<std::string_view, bool FrameOptions::*>, 4> switches{{
            {"ranges", &FrameOptions::ranges},
            {"ranks", &FrameOptions::ranks},
            {"key", &FrameOptions::key},
            {"decimals", &FrameOptions::decimals},
        }};
        for (const auto& [name, wanted] : switches) {
            if (key != name) continue;
            if (expect(value, json::Kind::boolean, where)) options.*wanted = value.truth;
            return;
        }
        const std::string nearest = nearest_name(key, known_keys);
        read_.issues.push_back(make_issue(IssueCode::unknown_key, where, {key, nearest.empty() ? all_keys : std::string_view(nearest)}));
    }

    bool expect(const json::Value& value, json::Kind kind, const std::string& where) {
        if (value.kind == kind) return true;
        read_.issues.push_back(make_issue(IssueCode::wrong_type, where, {json::name(value.kind), json::name(kind)}));
        return false;
    }

private:
    void list(json::Value& value, const std::string& where, std::vector<std::string>& out) {
        if (!expect(value, json::Kind::list, where)) return;
        for (std::size_t i = 0; i < value.items.size(); ++i) {
            if (expect(value.items[i], json::Kind::text, json::child(where, i))) out.push_back(std::move(value.items[i].text));
        }
    }

    void names(json::Value& value, const std::string& where) {
        if (!expect(value, json::Kind::object, where)) return;
        for (auto& [column, slot] : value.members) {
            if (expect(slot, json::Kind::text, json::child(where, column))) read_.options.columns.emplace(column, std::move(slot.text));
        }
    }

    void threads(const json::Value& value, const std::string& where) {
        if (!expect(value, json::Kind::number, where)) return;
        const char* const end = value.text.data() + value.text.size();
        unsigned count = 0;
        const auto parsed = std::from_chars(value.text.data(), end, count);
        if (parsed.ec == std::errc() && parsed.ptr == end && count <= most_threads) {
            read_.options.threads = count;
        } else {
            read_.issues.push_back(make_issue(IssueCode::bad_value, where, {value.text, "0 … " + std::to_string(most_threads)}));
        }
    }

    ReadOptions& read_;
};

}  // namespace

ReadOptions read_frame_options(const char* text) {
    ReadOptions read;
    if (text == nullptr) return read;
    auto parsed = json::parse(text);
    read.issues = std::move(parsed.issues);
    if (!parsed.value || !read.issues.empty()) return read;
    OptionReader reader(read);
    if (!reader.expect(*parsed.value, json::Kind::object, "")) return read;
    for (auto& [key, value] : parsed.value->members) reader.member(key, value);
    return read;
}

}  // namespace biaochi::capi
