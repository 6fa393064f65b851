#pragma once
/// @file
/// Random events and subjects for any rulebook with a lifecycle: mostly what the state takes, sometimes anything; figures near those that
/// the rulebook names, and sometimes nothing.

#include <algorithm>
#include <chrono>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "biaochi/explain/results.hpp"
#include "biaochi/lifecycle/advance.hpp"
#include "biaochi/rulebook/parse.hpp"
#include "json/value.hpp"

namespace biaochi::xstate {

/// The events of one case, and what is known of its subject.
struct History {
    Case begun;  ///< where it begins: before the first event, or in some state
    std::vector<DatedEvent> events;
    std::vector<Subject> subjects;
    std::vector<WorkingCalendar> calendars;  ///< now and then none
};

/// Makes histories, the same ones for the same seed.
class Histories {
public:
    Histories(const Ruleset& rules, WorkingCalendar calendar, unsigned seed)
        : rules_(rules), section_(*rules.rulebook().lifecycle), calendar_(std::move(calendar)), random_(seed) {
        collect_figures(section_.start);
        for (const auto& [id, state] : section_.states) {
            for (const auto& [event, transitions] : state.on) {
                for (const Transition& each : transitions) collect_figures(each);
            }
        }
    }

    History next() {
        History history;
        Date day{std::chrono::year(2020 + static_cast<int>(below(3))), std::chrono::month(1 + below(12)), std::chrono::day(1 + below(28))};
        history.subjects = subjects(day);
        if (!rarely()) history.calendars.push_back(calendar_);
        Case now = new_case(rules_, "a");
        if (below(2) == 0) put_somewhere(now, day);
        history.begun = now;
        for (unsigned left = below(24); left > 0; --left) {
            if (now.state != no_index && section_.states[now.state].second.final && below(4) != 0) break;
            DatedEvent event = this->event(now, day);
            Advanced advanced = advance(rules_, now, event, history.subjects, history.calendars);
            if (advanced.moved) now = std::move(*advanced.moved);
            history.events.push_back(std::move(event));
            day = later(day, below(10) == 0 ? -3 : static_cast<int>(below(below(2) == 0 ? 15 : 400)));
        }
        return history;
    }

private:
    unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
    bool rarely() { return below(12) == 0; }

    static Date later(Date from, int days) { return Date(std::chrono::sys_days(from) + std::chrono::days(days)); }

    /// Guards may let so few through that no random walk gets far.
    void put_somewhere(Case& of, Date day) {
        of.state = below(static_cast<unsigned>(section_.states.size()));
        of.since = later(day, -30);
        of.fields.assign(section_.fields.size(), feel::make_null(feel::Cause::missing_fact));
        DatedEvent first;
        first.date = of.since;
        first.of = of.id;
        first.event = rules_.lifecycle()->starts_with;
        first.data.assign(section_.events[first.event].second.data.size(), feel::make_null(feel::Cause::missing_fact));
        of.history.push_back(std::move(first));
    }

    void collect_figures(const Transition& transition) {
        for (const auto& [reading, text] : transition.guard.by) {
            for (std::size_t i = 0; i < text.size(); ++i) {
                if (text[i] < '0' || text[i] > '9' || (i > 0 && text[i - 1] > ' ')) continue;
                figures_.push_back(std::stoi(text.substr(i, 6)));
            }
        }
    }

    int figure() {
        if (figures_.empty() || below(3) == 0) return static_cast<int>(below(6));
        return figures_[below(static_cast<unsigned>(figures_.size()))] + static_cast<int>(below(3)) - 1;
    }

    feel::Value value(const SubjectField& field, Date day) {
        if (!favourable_ && rarely()) return feel::make_null(feel::Cause::missing_fact);
        switch (field.type) {
            case FieldType::number:
                return feel::make_number(Number(below(4) == 0 ? static_cast<int>(day.year()) - 1 : figure()));
            case FieldType::boolean:
                return feel::make_boolean(favourable_ || below(4) != 0);
            case FieldType::date:
                return feel::make_date(later(day, static_cast<int>(below(90)) - 60));
            case FieldType::text:
                break;
        }
        return feel::make_text(field.values.empty() ? "x" : field.values[below(static_cast<unsigned>(field.values.size()))]);
    }

    std::size_t which_event(const Case& now) {
        if (now.state == no_index) return rarely() ? below(static_cast<unsigned>(section_.events.size())) : rules_.lifecycle()->starts_with;
        const auto& on = section_.states[now.state].second.on;
        if (on.empty() || below(5) == 0) return below(static_cast<unsigned>(section_.events.size()));
        const std::string& id = on[below(static_cast<unsigned>(on.size()))].first;
        std::size_t event = 0;
        while (section_.events[event].first != id) ++event;
        return event;
    }

    DatedEvent event(const Case& now, Date day) {
        DatedEvent event;
        event.date = day;
        event.of = "a";
        event.event = which_event(now);
        favourable_ = below(2) == 0;
        for (const auto& [id, field] : section_.events[event.event].second.data) event.data.push_back(value(field.field, day));
        return event;
    }

    std::string fields_json(const Named<SubjectField>& fields, Date day) {
        std::string json = "{";
        for (const auto& [id, field] : fields) {
            const feel::Value given = value(field, day);
            std::string text = "null";
            if (given.kind() == feel::Kind::boolean) {
                text = given.boolean() ? "true" : "false";
            } else if (!given.is_null()) {
                text = json::quote(feel::plain_text(given));
            }
            json += (json.size() > 1 ? "," : "") + json::quote(id) + ":" + text;
        }
        return json + "}";
    }

    std::string history_json(const Named<SubjectField>& fields, Date day) {
        std::string json = "{";
        const int last = static_cast<int>(day.year());
        for (int year = last - 5; year < last; ++year) {
            if (rarely()) continue;
            json += (json.size() > 1 ? "," : "") + json::quote(std::to_string(year)) + ":" + fields_json(fields, day);
        }
        return json + "}";
    }

    std::string members_json(const MemberGroup& group, Date day) {
        std::string json = "[";
        for (unsigned i = below(4); i > 0; --i) {
            json += std::string(json.size() > 1 ? "," : "") + R"({"region":"m)" + std::to_string(i) + R"(","fields":)" +
                    fields_json(group.fields, day);
            if (!group.history.empty()) json += ",\"history\":" + history_json(group.history, day);
            json += "}";
        }
        return json + "]";
    }

    std::string subject_json(Date day) {
        std::string json = R"({"region":"a","on":")" + date_text(day) + "\"";
        const Rulebook& book = rules_.rulebook();
        if (book.subject) {
            json += ",\"fields\":" + fields_json(book.subject->fields, day);
            if (!book.subject->history.empty()) json += ",\"history\":" + history_json(book.subject->history, day);
            std::string members;
            for (const auto& [id, group] : book.subject->members) {
                if (group.peers && !book.groups.empty()) continue;  // who they are is not ours to say
                members += (members.empty() ? "" : ",") + json::quote(id) + ":" + members_json(group, day);
            }
            if (!members.empty()) json += ",\"members\":{" + members + "}";
        }
        json += ",\"judged\":{";
        bool first = true;
        for (const auto& [id, condition] : book.conditions) {
            if (condition.form != Condition::Form::judged || rarely()) continue;
            json += (first ? "" : ",") + json::quote(id) + (below(4) == 0 ? R"(:{"met":false)" : R"(:{"met":true)") +
                    R"(,"evidence":"e","by":"b"})";
            first = false;
        }
        return json + "}}";
    }

    /// Whether the document says which peers the subject has.
    bool names_peers() const {
        const Rulebook& book = rules_.rulebook();
        if (!book.subject || !book.groups.empty()) return false;
        const auto& members = book.subject->members;
        return std::any_of(members.begin(), members.end(), [](const auto& each) { return each.second.peers; });
    }

    std::vector<Subject> subjects(Date day) {
        std::string json = "[";
        for (unsigned i = below(3); i > 0; --i) {
            json += (json.size() > 1 ? "," : "") + subject_json(later(day, static_cast<int>(400 * (2 - i))));
        }
        json += "]";
        if (names_peers()) {
            std::string peers;
            for (const char* each : {"a", "m1", "m2", "m3"}) {
                peers += std::string(peers.empty() ? "" : ",") + R"({"region":")" + each + R"(","from":"2000-01-01"})";
            }
            json = R"({"groups":{"g":{"name":{"en":"g"},"members":[)" + peers + R"(]}},"subjects":)" + json + "}";
        }
        ReadSubjects read = read_subjects(rules_, json);
        if (has_errors(read.issues)) throw std::runtime_error(issues_json(read.issues));
        return std::move(read.subjects);
    }

    const Ruleset& rules_;
    const LifecycleSection& section_;
    WorkingCalendar calendar_;
    std::mt19937 random_;
    std::vector<int> figures_;
    bool favourable_ = false;  ///< everything is known and every yes or no is a yes
};

}  // namespace biaochi::xstate
