/// @file
/// Writes the results document, and the way from a table of records to it.

#include "biaochi/explain/results.hpp"

#include <utility>

#include "biaochi/core/error.hpp"
#include "explain/shown.hpp"
#include "json/writer.hpp"

namespace biaochi {

namespace {

using json::Writer;

void write_text_if_any(Writer& out, std::string_view key, std::string_view text) {
    if (!text.empty()) out.key(key).text(text);
}

void write_points(Writer& out, const Interval& points, Rounding rule) {
    out.begin_object();
    out.key("low").text(points.low.text());
    out.key("high").text(points.high.text());
    out.key("shown").text(detail::shown(points, rule));
    out.end_object();
}

void write_part(Writer& out, const PlanNode& node, const NodeOutcome& outcome, Rounding rule) {
    if (outcome.state == NodeState::scored) {
        write_points(out, outcome.points, rule);
        return;
    }
    out.begin_object();
    out.key(outcome.state == NodeState::excluded ? "excluded" : "refused").boolean(true);
    out.key("points").text(node.source->points.text());
    out.end_object();
}

void write_need(Writer& out, const Ruleset& rules, const Record& record, const Need& need) {
    out.begin_object();
    if (need.slot != no_index) {
        out.key("fact").text(rules.slots()[need.slot].id);
        out.key("status").text(name(need.period.empty() ? record.cells[need.slot].status : Status::missing));
        write_text_if_any(out, "period", need.period);
        if (need.cause != feel::Cause::none) out.key("cause").text(feel::name(need.cause));
    } else {
        const auto& [id, open] = rules.rulebook().open[need.open];
        out.key("reading").text(id);
        out.key("choices").begin_list();
        for (const auto& reading : open.readings) out.text(reading.first);
        out.end_list();
    }
    if (need.node != no_index) out.key("part").text(rules.nodes()[need.node].source->id);
    out.end_object();
}

void write_classes(Writer& out, const Ruleset& rules, const Standing& standing) {
    if (!rules.rulebook().classes) return;
    const auto& cuts = rules.cuts();
    out.key("class");
    if (standing.classes.size() == 1) {
        out.text(cuts[standing.classes.front()].id);
    } else {
        out.null();
    }
    out.key("classes").begin_list();
    for (const std::size_t possible : standing.classes) out.text(cuts[possible].id);
    out.end_list();
}

void write_rank(Writer& out, const Standing& standing) {
    out.key("rank");
    if (!standing.ranked) {
        out.null();
        return;
    }
    out.begin_object();
    out.key("best").text(standing.best.text());
    out.key("worst").text(standing.worst.text());
    out.end_object();
}

void write_result(Writer& out, const Ruleset& rules, const Record& record, const Scorecard& card, const Standing& standing) {
    const Rounding rule = rules.rulebook().shown;
    out.begin_object();
    out.key("region").text(record.region);
    out.key("period").text(record.period);
    write_text_if_any(out, "group", record.group);
    write_text_if_any(out, "label", record.label);
    out.key("score");
    if (card.nodes.front().state == NodeState::scored) {
        write_points(out, card.nodes.front().points, rule);
    } else {
        out.null();
    }
    write_classes(out, rules, standing);
    write_rank(out, standing);
    out.key("needs").begin_list();
    for (const Need& need : needs(rules, record, card)) write_need(out, rules, record, need);
    out.end_list();
    out.key("parts").begin_object();
    for (std::size_t i = 0; i < card.nodes.size(); ++i) {
        out.key(rules.nodes()[i].source->id);
        write_part(out, rules.nodes()[i], card.nodes[i], rule);
    }
    out.end_object();
    out.end_object();
}

void write_readings(Writer& out, const Ruleset& rules) {
    out.key("readings").begin_object();
    for (const auto& chosen : rules.readings()) {
        out.key(chosen.open);
        if (chosen.reading.empty()) {
            out.null();
        } else {
            out.text(chosen.reading);
        }
    }
    out.end_object();
    out.key("adopted").begin_list();
    for (const auto& chosen : rules.readings()) {
        if (chosen.adopted) out.text(chosen.open);
    }
    out.end_list();
}

}  // namespace

std::string results_json(const Ruleset& rules, std::span<const Record> records, std::span<const Scorecard> cards,
                         std::span<const Standing> standings) {
    if (records.size() != cards.size() || records.size() != standings.size()) {
        throw Error(ErrorCode::out_of_range, "results_json: there must be one scorecard and one standing a record");
    }
    const Rulebook& book = rules.rulebook();
    Writer out;
    out.begin_object();
    out.key("rulebook").text(book.id);
    out.key("version").text(book.version);
    out.key("on").text(date_text(rules.on()));
    write_readings(out, rules);
    write_text_if_any(out, "label", book.label);
    out.key("results").begin_list();
    for (std::size_t i = 0; i < records.size(); ++i) write_result(out, rules, records[i], cards[i], standings[i]);
    out.end_list();
    out.end_object();
    return out.take();
}

ScoredTable score_table(const Ruleset& rules, std::string_view records) {
    ReadRecords read = read_records(rules, records);
    ScoredTable table;
    table.issues = std::move(read.issues);
    if (has_errors(table.issues)) return table;
    std::vector<Scorecard> cards(read.records.size());
    for (std::size_t i = 0; i < cards.size(); ++i) score(rules, read.records[i], cards[i]);
    table.json = results_json(rules, read.records, cards, standings(rules, read.records, cards));
    return table;
}

std::string issues_json(std::span<const Issue> issues) {
    Writer out;
    out.begin_list();
    for (const Issue& issue : issues) {
        out.begin_object();
        out.key("code").text(name(issue.code));
        out.key("severity").text(name(issue.severity));
        out.key("where").text(issue.where);
        out.key("line").whole(issue.line);
        out.key("column").whole(issue.column);
        out.key("zh").text(issue.message.zh);
        out.key("en").text(issue.message.en);
        out.end_object();
    }
    out.end_list();
    return out.take();
}

}  // namespace biaochi
