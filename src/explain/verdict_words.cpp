/// @file
/// Names and values of verdicts as they stand in a sentence.

#include "explain/verdict_words.hpp"

#include "biaochi/explain/verdict.hpp"
#include "explain/cause_words.hpp"
#include "explain/phrases.hpp"
#include "explain/words.hpp"

namespace biaochi::detail {
namespace {

constexpr std::size_t longest_value = 120;
constexpr std::string_view earlier_values = "earlier values";  // what functions of years need where a list is too short

const Text* name_in(const Named<SubjectField>& fields, std::string_view id) {
    const SubjectField* field = find(fields, id);
    return field == nullptr || field->name.empty() ? nullptr : &field->name;
}

/// `Alpha: class is "C"`; the name alone where the expression reads nothing else of the member.
Text member_words(const Rulebook& book, const Finding& finding) {
    std::vector<Text> values;
    for (const auto& [key, value] : finding.values) {
        if (value.kind() == feel::Kind::list || value.kind() == feel::Kind::context) continue;
        values.push_back(say(Phrase::verdict_value, {field_words(book, key), value_words(value)}));
    }
    if (values.empty()) return same(finding.region);
    return say(Phrase::verdict_member, {same(finding.region), joined(values)});
}

Text comparison_words(const Finding& finding) {
    const Text text = same(finding.text);
    if (!finding.count) return say(Phrase::verdict_compared, {text, value_words(finding.left), value_words(finding.right)});
    const auto number = [](std::size_t value) { return same(std::to_string(value)); };
    const Count& count = *finding.count;
    const Phrase phrase = count.undecided == 0 ? Phrase::verdict_members : Phrase::verdict_members_open;
    return say(phrase, {text, number(count.have), number(count.of), number(count.needed), number(count.undecided)});
}

}  // namespace

Text value_words(const feel::Value& value) {
    if (value.is_null()) {
        if (value.null().cause == feel::Cause::missing_fact) return say(Phrase::verdict_unknown);
        return value.null().cause == feel::Cause::none ? same("null") : cause_phrase(value.null());
    }
    if (value.kind() == feel::Kind::number) return same(exact(value.number()));
    return same(feel::feel_text(value, longest_value));
}

Text field_words(const Rulebook& book, std::string_view id) {
    if (book.subject) {
        if (const Text* name = name_in(book.subject->fields, id)) return *name;
        if (const Text* name = name_in(book.subject->history, id)) return *name;
        for (const auto& [group_id, group] : book.subject->members) {
            if (group_id == id && !group.name.empty()) return group.name;
            if (const Text* name = name_in(group.fields, id)) return *name;
            if (const Text* name = name_in(group.history, id)) return *name;
        }
    }
    const Fact* fact = find(book.facts, id);
    return fact == nullptr || fact->name.empty() ? same(std::string(id)) : fact->name;
}

Text path_words(const Rulebook& book, const std::string& path) {
    const std::size_t last = path.rfind('.');
    if (last == std::string::npos) return field_words(book, path);
    std::string owner = path.substr(0, last);
    const std::size_t first = owner.find('.');
    const bool member = first != std::string::npos && book.subject && find(book.subject->members, owner.substr(0, first)) != nullptr;
    if (member) owner.erase(0, first + 1);
    std::string year;
    if (owner.starts_with("history.")) {
        year = owner.substr(8);
        owner.clear();
    } else if (const std::size_t at = owner.rfind(".history."); at != std::string::npos) {
        year = owner.substr(at + 9);
        owner.erase(at);
    } else if (path.compare(0, first, owner) == 0 && !member) {
        owner.clear();
    }
    const std::string place = owner.empty() || year.empty() ? owner + year : owner + " " + year;
    Text field = field_words(book, path.substr(last + 1));
    if (place.empty()) return field;
    return say(Phrase::verdict_line, {same(place), field});
}

Text condition_words(const Ruleset& rules, std::size_t condition) {
    if (condition == no_index) return {};
    const PlannedCondition& planned = rules.conditions()[condition];
    return planned.source->name.empty() ? same(planned.id) : planned.source->name;
}

Text finding_words(const Rulebook& book, const Finding& finding) {
    if (finding.kind == Finding::Kind::member) return member_words(book, finding);
    if (finding.kind == Finding::Kind::empty) return say(Phrase::verdict_empty, {same(finding.text)});
    return comparison_words(finding);
}

Text answer_words(Answer answer) {
    if (answer == Answer::undetermined) return say(Phrase::verdict_undetermined);
    return say(answer == Answer::met ? Phrase::verdict_met : Phrase::verdict_not_met);
}

}  // namespace biaochi::detail

biaochi::Text biaochi::missing_text(const Ruleset& rules, const Missing& need) {
    using detail::Phrase;
    const Rulebook& book = rules.rulebook();
    if (need.fact == detail::earlier_values) return detail::say(Phrase::verdict_earlier);
    if (!need.fact.empty()) return detail::path_words(book, need.fact);
    if (need.open != no_index) {
        const auto& [id, point] = book.open[need.open];
        return detail::say(Phrase::verdict_need_open, {point.asks.empty() ? detail::same(id) : point.asks});
    }
    return detail::say(Phrase::verdict_need_judged, {detail::condition_words(rules, rules.condition(need.judged))});
}
