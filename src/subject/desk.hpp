#pragma once
/// @file
/// The desk on which documents of subjects are read: the rules, and what was found wrong so far.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "biaochi/feel/value.hpp"
#include "biaochi/subject/subject.hpp"
#include "json/value.hpp"

namespace biaochi::detail {

/// What readers of a subject share.
struct Desk {
    const Ruleset& rules;
    std::vector<Issue>& issues;
    Date on;                  ///< of the subject that is being read
    Named<PeerGroup> groups;  ///< of the rulebook, or of the document

    void report(IssueCode code, std::string where, std::initializer_list<std::string_view> details = {}) {
        issues.push_back(make_issue(code, std::move(where), details));
    }
};

/// Reports keys that are not among @p known.
void report_unknown_keys(Desk& desk, const json::Value& object, const std::string& where, const std::vector<std::string>& known);

/// @return the value of a key; none where it is left out or null
[[nodiscard]] const json::Value* present(const json::Value& object, std::string_view key);

/// @return whether the value is of that kind; reports where it is not
bool is_kind(Desk& desk, const json::Value& value, json::Kind kind, const std::string& where);

/// @return the text of a key, empty where it is left out
[[nodiscard]] std::string read_word(Desk& desk, const json::Value& object, std::string_view key, const std::string& where);

/// @return the region, which must be there
[[nodiscard]] std::string read_region(Desk& desk, const json::Value& object, const std::string& where);

/// @return a value that was not given
[[nodiscard]] feel::Value missing(const std::string& path);

/// Reads fields into the entries of a context, in the order of the rulebook; those that are not given are missing.
/// @param object  none: nothing is given
/// @param path    of the context, ended by a dot, or empty
[[nodiscard]] std::vector<feel::Context::Entry> read_fields(Desk& desk, const Named<SubjectField>& fields, const json::Value* object,
                                                            const std::string& where, const std::string& path);

/// Reads the values by year; see Subject.
/// @param object  none: nothing is given
[[nodiscard]] feel::Value read_history(Desk& desk, const Named<SubjectField>& fields, const json::Value* object, const std::string& where,
                                       const std::string& path);

/// Reads the members of one group.
/// @param list  none: nothing is given
[[nodiscard]] feel::Value read_members(Desk& desk, const std::string& id, const MemberGroup& group, const json::Value* list,
                                       const std::string& where);

/// Reads the peer groups that a document brings; those of a rulebook cannot be changed.
void read_document_groups(Desk& desk, const json::Value& value, const std::string& where);

/// Fills in the peers of every subject: the others of its group on its day, each as its own document says it.
/// @param places  where each subject stands
void complete_peers(Desk& desk, std::vector<Subject>& subjects, const std::vector<std::string>& places);

/// Reads what persons said of judged conditions.
/// @param object  none: nothing is given
[[nodiscard]] std::map<std::string, JudgedAnswer> read_judged(Desk& desk, const json::Value* object, const std::string& where);

}  // namespace biaochi::detail
