/// @file
/// Verdicts on conditions as data: both languages, exact values.

#include "explain/verdict_json.hpp"

#include <string>
#include <utility>
#include <vector>

#include "biaochi/explain/verdict.hpp"
#include "json/feel_value.hpp"

namespace biaochi {
namespace detail {
namespace {

using json::Writer;

void write_count(Writer& out, const Count& count) {
    out.key("count").begin_object();
    out.key("have").whole(count.have);
    out.key("of").whole(count.of);
    out.key("needed").whole(count.needed);
    out.key("undecided").whole(count.undecided);
    out.end_object();
}

void write_judged(Writer& out, const JudgedAnswer& answer) {
    out.key("judged").begin_object();
    out.key("met").boolean(answer.met);
    if (!answer.evidence.empty()) out.key("evidence").text(answer.evidence);
    if (!answer.by.empty()) out.key("by").text(answer.by);
    out.end_object();
}

void write_source(Writer& out, const PlannedCondition& planned) {
    if (!planned.id.empty()) out.key("condition").text(planned.id);
    write_text(out, "name", planned.source->name);
    write_cite(out, planned.source->provenance);
}

void write_choices(Writer& out, const Rulebook& book, std::size_t index) {
    const auto& [id, point] = book.open[index];
    out.key("reading").text(id);
    out.key("choices").begin_list();
    for (const auto& reading : point.readings) out.text(reading.first);
    out.end_list();
}

}  // namespace

void write_finding(Writer& out, const Finding& finding) {
    out.begin_object();
    out.key("answer").text(name(finding.held));
    out.key("text").text(finding.text);
    if (finding.kind == Finding::Kind::empty) out.key("empty").boolean(true);
    if (finding.kind == Finding::Kind::member) {
        out.key("member").text(finding.region);
        out.key("values").begin_object();
        for (const auto& [key, value] : finding.values) json::write_value(out, key, value);
        out.end_object();
    }
    if (finding.kind == Finding::Kind::comparison) {
        json::write_value(out, "left", finding.left);
        out.key("operator").text(finding.word);
        json::write_value(out, "right", finding.right);
        if (finding.count) write_count(out, *finding.count);
    }
    out.end_object();
}

void write_text(Writer& out, std::string_view key, const Text& text) {
    if (text.empty()) return;
    out.key(key).begin_object();
    if (!text.zh.empty()) out.key("zh").text(text.zh);
    if (!text.en.empty()) out.key("en").text(text.en);
    out.end_object();
}

void write_cite(Writer& out, const Provenance& provenance) {
    if (!provenance.cite) return;
    out.key("cite").begin_object();
    out.key("source").text(provenance.cite->source);
    out.key("clause").text(provenance.cite->clause);
    out.end_object();
}

void write_open_point(Writer& out, const Rulebook& book, std::size_t index) {
    out.begin_object();
    write_choices(out, book, index);
    out.end_object();
}

void write_head(Writer& out, const Ruleset& rules) {
    const Rulebook& book = rules.rulebook();
    out.key("rulebook").text(book.id);
    out.key("version").text(book.version);
    out.key("on").text(date_text(rules.on()));
    if (!book.label.empty()) out.key("label").text(book.label);
    out.key("readings").begin_object();
    for (const ChosenReading& reading : rules.readings()) {
        out.key(reading.open);
        if (reading.reading.empty()) {
            out.null();
        } else {
            out.text(reading.reading);
        }
    }
    out.end_object();
}

void write_reason(Writer& out, const Ruleset& rules, const Reason& reason) {
    out.begin_object();
    if (reason.condition != no_index) write_source(out, rules.conditions()[reason.condition]);
    out.key("answer").text(name(reason.answer));
    if (!reason.reading.empty()) out.key("reading").text(reason.reading);
    if (reason.repeated) out.key("repeated").boolean(true);
    if (reason.cause != feel::Cause::none) out.key("cause").text(feel::name(reason.cause));
    if (reason.open != no_index) write_open_point(out.key("open"), rules.rulebook(), reason.open);
    if (reason.judged != nullptr) write_judged(out, *reason.judged);
    if (reason.count) write_count(out, *reason.count);
    if (const std::vector<Finding> findings = findings_of(reason.grounds); !findings.empty()) {
        out.key("findings").begin_list();
        for (const Finding& finding : findings) write_finding(out, finding);
        out.end_list();
    }
    if (!reason.parts.empty()) {
        out.key("parts").begin_list();
        for (const Reason& part : reason.parts) write_reason(out, rules, part);
        out.end_list();
    }
    out.end_object();
}

void write_need(Writer& out, const Ruleset& rules, const Missing& need, const Text& says) {
    out.begin_object();
    if (!need.fact.empty()) out.key("fact").text(need.fact).key("status").text("missing");
    if (!need.judged.empty()) out.key("judged").text(need.judged);
    if (need.open != no_index) write_choices(out, rules.rulebook(), need.open);
    write_text(out, "says", says);
    out.end_object();
}

void write_verdict(Writer& out, const Ruleset& rules, const Subject& subject, const Verdict& verdict) {
    out.begin_object();
    out.key("region").text(subject.region);
    out.key("on").text(date_text(subject.on));
    if (!subject.label.empty()) out.key("label").text(subject.label);
    if (verdict.reason.condition != no_index) out.key("condition").text(rules.conditions()[verdict.reason.condition].id);
    out.key("answer").text(name(verdict.answer));
    out.key("needs").begin_list();
    for (const Missing& need : verdict.needs) write_need(out, rules, need, missing_text(rules, need));
    out.end_list();
    out.key("reason");
    write_reason(out, rules, verdict.reason);
    out.end_object();
}

}  // namespace detail
}  // namespace biaochi
