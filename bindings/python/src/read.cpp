/// @file
/// From the Python values that Rules.score and Rules.score_table take to records.

#include "read.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "errors.hpp"
#include "json_text.hpp"
#include "text.hpp"

namespace biaochi::python {

namespace {

/// Stands in for a region that a single record may leave out.
constexpr std::string_view nobody = "-";

ReadRecords read(const Rules& rules, const std::string& json) {
    const py::gil_scoped_release free;
    return read_records(rules.ruleset, json);
}

/// Puts places back to what was handed in: without `prefix`, which was wrapped around it.
std::vector<Issue> without_prefix(std::vector<Issue> issues, std::string_view prefix) {
    for (Issue& issue : issues) {
        if (std::string_view(issue.where).substr(0, prefix.size()) == prefix) issue.where.erase(0, prefix.size());
        issue.line = 0;
        issue.column = 0;
    }
    return issues;
}

bool is_list(py::handle value) { return PyList_Check(value.ptr()) || PyTuple_Check(value.ptr()); }

/// A list in place of a record's facts is several records that somebody meant, one in place of a number a column: messages say how to
/// hand them in.
/// @param facts  one record's, by name
void hint_at_many(const Ruleset& rules, py::handle facts, std::vector<Issue>& issues) {
    for (Issue& issue : issues) {
        if (issue.code != IssueCode::wrong_type) continue;
        if (issue.where.empty() && is_list(facts)) {
            issue.message.en += " For many records at once, call score_table().";
            issue.message.zh += "若要一次计算多条记录，请用 score_table()。";
        }
        if (issue.where.empty() || !PyDict_Check(facts.ptr())) continue;
        const std::string slot = issue.where.substr(1);
        PyObject* const figure = rules.slot(slot) == no_index ? nullptr : PyDict_GetItemString(facts.ptr(), slot.c_str());
        if (figure == nullptr || !is_list(figure)) continue;
        issue.message.en += " For many rows at once, hand in arrays (numpy.array) or a frame.";
        issue.message.zh += "若要一次计算多行，请传入数组（numpy.array）或数据框。";
    }
}

/// The thorough way, through JSON: takes everything that a record may be, and finds every issue.
std::vector<Record> read_thoroughly(const Rules& rules, py::handle value, const std::string& before, const std::string& after,
                                    std::string_view prefix, py::handle facts = {}) {
    JsonText json = json_text(value);
    ReadRecords records = read(rules, before + json.text + after);
    std::vector<Issue> issues = std::move(json.issues);
    for (Issue& issue : without_prefix(std::move(records.issues), prefix)) issues.push_back(std::move(issue));
    if (facts) hint_at_many(rules.ruleset, facts, issues);
    if (has_errors(issues)) raise_issues(Fault::data, issues);
    return std::move(records.records);
}

bool is_whole_record(py::handle value) { return PyDict_Check(value.ptr()) && PyDict_GetItemString(value.ptr(), "facts") != nullptr; }

bool take_word(py::handle value, std::string& word) {
    if (PyUnicode_Check(value.ptr()) || (PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr()))) {
        word = utf8(py::str(value));
        return true;
    }
    return false;
}

/// Takes `region`, `period`, `group` and `label`; facts are left for fill_facts().
bool fill_names(py::handle value, Record& record) {
    for (const auto& [key, word] : py::reinterpret_borrow<py::dict>(value)) {
        if (!PyUnicode_Check(key.ptr())) return false;
        const std::string name = utf8(key);
        if (name == "facts") continue;
        std::string* place = name == "region"   ? &record.region
                             : name == "period" ? &record.period
                             : name == "group"  ? &record.group
                             : name == "label"  ? &record.label
                                                : nullptr;
        if (place == nullptr || (place != &record.period && !PyUnicode_Check(word.ptr())) || !take_word(word, *place)) return false;
    }
    return !record.region.empty();
}

Record take_whole_record(const Rules& rules, const py::dict& record) {
    const bool named = record.contains("region");
    const py::dict whole = named ? record : py::dict(record.attr("copy")());
    if (!named) whole["region"] = py::str(nobody.data(), nobody.size());
    std::vector<Record> records = read_thoroughly(rules, whole, "{\"records\":[", "]}", "/records/0");
    if (!named) records.front().region.clear();
    return std::move(records.front());
}

}  // namespace

std::optional<Record> take_plain_record(const Rules& rules, py::handle value) {
    if (!rules.ruleset.derived().empty()) return std::nullopt;
    Record record = empty_record(rules.ruleset);
    py::handle facts = value;
    if (is_whole_record(value)) {
        if (!fill_names(value, record)) return std::nullopt;
        facts = PyDict_GetItemString(value.ptr(), "facts");
    }
    if (!PyDict_Check(facts.ptr()) || !fill_facts(rules.slots, facts, record)) return std::nullopt;
    if (!check_record(rules.ruleset, record, {}).empty()) return std::nullopt;
    return record;
}

Record take_record(const Rules& rules, py::handle value) {
    if (is_whole_record(value)) return take_whole_record(rules, py::reinterpret_borrow<py::dict>(value));
    const std::string before = "{\"records\":[{\"region\":\"" + std::string(nobody) + "\",\"facts\":";
    std::vector<Record> records = read_thoroughly(rules, value, before, "}]}", "/records/0/facts", value);
    records.front().region.clear();
    return std::move(records.front());
}

std::vector<Record> read_json(const Rules& rules, const std::string& json) {
    ReadRecords records = read(rules, json);
    if (has_errors(records.issues)) raise_issues(Fault::data, records.issues);
    return std::move(records.records);
}

std::vector<Record> take_records(const Rules& rules, py::handle value) {
    const bool wrapped = PyDict_Check(value.ptr());
    const py::object list = wrapped ? py::reinterpret_borrow<py::object>(value) : py::list(py::reinterpret_borrow<py::object>(value));
    return read_thoroughly(rules, list, "", "", "");
}

}  // namespace biaochi::python
