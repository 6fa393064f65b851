/// @file
/// What differs between two versions of a rulebook, as data.

#include "biaochi/explain/difference.hpp"
#include "json/writer.hpp"

namespace biaochi {
namespace {

using json::Writer;

void write_version(Writer& out, const std::string& id, const std::string& version) {
    out.begin_object();
    out.key("rulebook").text(id);
    out.key("version").text(version);
    out.end_object();
}

void write_if_any(Writer& out, std::string_view key, const std::string& text) {
    if (!text.empty()) out.key(key).text(text);
}

void write_change(Writer& out, const ClauseChange& change) {
    out.begin_object();
    out.key("id").text(change.id);
    out.key("kind").text(name(change.kind));
    out.key("where").text(change.where);
    if (!change.name.empty()) {
        out.key("name").begin_object();
        write_if_any(out, "zh", change.name.zh);
        write_if_any(out, "en", change.name.en);
        out.end_object();
    }
    write_if_any(out, "clause", change.clause);
    out.key("declares").boolean(change.declares);
    out.key("alone").boolean(change.apart);
    out.key("values").begin_list();
    for (const ValueChange& value : change.values) {
        out.begin_object();
        out.key("where").text(value.where);
        write_if_any(out, "before", value.before);
        write_if_any(out, "after", value.after);
        out.end_object();
    }
    out.end_list();
    out.end_object();
}

void write_answer(Writer& out, const Difference& difference, const AnswerChange& answer) {
    out.begin_object();
    out.key("subject").text(answer.subject);
    out.key("question").text(answer.question);
    out.key("before").text(answer.before);
    out.key("after").text(answer.after);
    out.key("causes").begin_list();
    for (const AnswerChange::Cause& cause : answer.causes) {
        out.begin_object();
        out.key("where").text(difference.changes[cause.change].where);
        out.key("alone").text(cause.alone);
        out.end_object();
    }
    out.end_list();
    out.key("no_other_cause").boolean(answer.sole);
    out.end_object();
}

}  // namespace

std::string difference_json(const Difference& difference) {
    Writer out;
    out.begin_object();
    out.key("first");
    write_version(out, difference.first_id, difference.first_version);
    out.key("second");
    write_version(out, difference.second_id, difference.second_version);
    out.key("changes").begin_list();
    for (const ClauseChange& change : difference.changes) write_change(out, change);
    out.end_list();
    out.key("asked").whole(difference.asked);
    out.key("answers").begin_list();
    for (const AnswerChange& answer : difference.answers) write_answer(out, difference, answer);
    out.end_list();
    out.end_object();
    return out.take();
}

}  // namespace biaochi
