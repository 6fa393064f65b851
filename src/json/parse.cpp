/// @file
/// Reading JSON text through nlohmann's event interface, which shows digits as written and every key.

#include <nlohmann/json.hpp>
#include <unordered_set>

#include "json/value.hpp"

namespace biaochi::json {
namespace {

/// A list or object under construction.
struct Frame {
    Value value;
    std::string key;        ///< of the member that comes next
    bool has_key = false;   ///< that key was met and its value was not
    bool repeated = false;  ///< that key stood in the object before
    std::unordered_set<std::string> keys;
};

/// Builds a Value from events and collects issues.
class Builder {
public:
    Builder(std::string_view text, Limits limits) : text_(text), limits_(limits) {}

    bool null() { return add(Value{}); }
    bool boolean(bool truth) {
        Value value;
        value.kind = Kind::boolean;
        value.truth = truth;
        return add(std::move(value));
    }
    bool number_integer(std::int64_t number) { return add(number_value(std::to_string(number))); }
    bool number_unsigned(std::uint64_t number) { return add(number_value(std::to_string(number))); }
    bool number_float(double, const std::string& digits) {
        if (digits.size() <= limits_.number_length) return add(number_value(digits));
        report_long_number(digits);
        return add(number_value("0"));
    }
    bool string(std::string& text) {
        Value value;
        value.kind = Kind::text;
        value.text = std::move(text);
        return add(std::move(value));
    }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Kind::object); }
    bool start_array(std::size_t) { return open(Kind::list); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& key) {
        Frame& frame = frames_.back();
        frame.repeated = !frame.keys.insert(key).second;
        if (frame.repeated) issues_.push_back(make_issue(IssueCode::repeated_key, child(path(false), key), {key}));
        frame.key = std::move(key);
        frame.has_key = true;
        return true;
    }
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::json::exception& error) {
        if (error.id == 406) {
            report_long_number(token);
        } else if (std::string_view(error.what()).find("UTF-8") != std::string_view::npos) {
            issues_.push_back(make_issue(IssueCode::invalid_utf8, path(true)));
        } else {
            issues_.push_back(make_issue(IssueCode::json_syntax, path(true), {token}));
        }
        locate(issues_.back(), position);
        return false;
    }

    Parsed finish(bool complete) {
        Parsed parsed;
        if (complete && frames_.empty()) parsed.value = std::move(root_);
        parsed.issues = std::move(issues_);
        return parsed;
    }

private:
    static Value number_value(std::string digits) {
        Value value;
        value.kind = Kind::number;
        value.text = std::move(digits);
        return value;
    }

    bool open(Kind kind) {
        if (frames_.size() >= limits_.depth) {
            issues_.push_back(make_issue(IssueCode::too_deep, path(true), {std::to_string(limits_.depth)}));
            return false;
        }
        Frame frame;
        frame.value.kind = kind;
        frames_.push_back(std::move(frame));
        return true;
    }

    bool close() {
        Value value = std::move(frames_.back().value);
        frames_.pop_back();
        return add(std::move(value));
    }

    bool add(Value value) {
        if (frames_.empty()) {
            root_ = std::move(value);
            return true;
        }
        Frame& frame = frames_.back();
        if (frame.value.kind == Kind::list) {
            frame.value.items.push_back(std::move(value));
        } else if (frame.has_key = false; !frame.repeated) {
            frame.value.members.emplace_back(frame.key, std::move(value));
        }
        return true;
    }

    void report_long_number(const std::string& digits) {
        issues_.push_back(make_issue(IssueCode::number_too_long, path(true), {digits.substr(0, 24), "400"}));
    }

    /// The pointer of the open frames; with @p next also of the value that comes next.
    [[nodiscard]] std::string path(bool next) const {
        std::string pointer;
        for (std::size_t i = 0; i < frames_.size(); ++i) {
            if (i + 1 == frames_.size() && !next) break;
            const Frame& frame = frames_[i];
            if (frame.value.kind == Kind::object && !frame.has_key) break;
            pointer = frame.value.kind == Kind::list ? child(pointer, frame.value.items.size()) : child(pointer, frame.key);
        }
        return pointer;
    }

    void locate(Issue& issue, std::size_t position) const {
        const std::size_t end = position == 0 ? 0 : std::min(position - 1, text_.size());
        issue.line = 1;
        std::size_t line_start = 0;
        for (std::size_t i = 0; i < end; ++i) {
            if (text_[i] != '\n') continue;
            ++issue.line;
            line_start = i + 1;
        }
        issue.column = end - line_start + 1;
    }

    std::string_view text_;
    Limits limits_;
    std::vector<Frame> frames_;
    Value root_;
    std::vector<Issue> issues_;
};

}  // namespace

Parsed parse(std::string_view text, Limits limits) {
    if (text.size() > limits.bytes) {
        Parsed refused;
        refused.issues.push_back(make_issue(IssueCode::too_large, "", {std::to_string(text.size()), std::to_string(limits.bytes)}));
        return refused;
    }
    Builder builder(text, limits);
    const bool complete = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return builder.finish(complete);
}

}  // namespace biaochi::json
