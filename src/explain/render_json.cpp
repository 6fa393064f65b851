/// @file
/// An explanation as JSON, in both languages.

#include "explain/phrases.hpp"
#include "explain/render.hpp"
#include "explain/shown.hpp"
#include "json/writer.hpp"

namespace biaochi::detail {

namespace {

using json::Writer;

void write_text(Writer& out, std::string_view key, const Text& text) {
    out.key(key).begin_object();
    if (!text.zh.empty()) out.key("zh").text(text.zh);
    if (!text.en.empty()) out.key("en").text(text.en);
    out.end_object();
}

void write_interval(Writer& out, std::string_view key, const Interval& value, Rounding rule) {
    out.key(key).begin_object();
    out.key("low").text(value.low.text());
    out.key("high").text(value.high.text());
    out.key("shown").text(shown(value, rule));
    out.end_object();
}

void write_statement(Writer& out, const Statement& statement) {
    out.begin_object();
    out.key("topic").text(name(statement.topic));
    write_text(out, "words", statement.words);
    for (const auto& [key, value] : statement.data) out.key(key).text(value);
    if (!statement.ledger.empty()) {
        out.key("ledger").begin_list();
        for (const std::string& id : statement.ledger) out.text(id);
        out.end_list();
    }
    out.end_object();
}

void write_statements(Writer& out, std::string_view key, const std::vector<Statement>& statements) {
    out.key(key).begin_list();
    for (const Statement& statement : statements) write_statement(out, statement);
    out.end_list();
}

std::string_view state_name(NodeState state) {
    switch (state) {
        case NodeState::excluded:
            return "excluded";
        case NodeState::refused:
            return "refused";
        default:
            return "scored";
    }
}

std::string_view by_name(By by) {
    switch (by) {
        case By::rulebook:
            return "rulebook";
        case By::user:
            return "user";
        default:
            return "nobody";
    }
}

void write_node(Writer& out, const NodeExplanation& node, Rounding rule) {
    out.begin_object();
    out.key("id").text(node.id);
    write_text(out, "name", node.name);
    out.key("state").text(state_name(node.state));
    out.key("most").text(node.most.text());
    if (node.state == NodeState::scored) {
        write_interval(out, "points", node.points, rule);
        write_interval(out, "lost", node.lost(), rule);
    }
    write_statements(out, "statements", node.statements);
    if (!node.parts.empty()) {
        out.key("parts").begin_list();
        for (const NodeExplanation& part : node.parts) write_node(out, part, rule);
        out.end_list();
    }
    out.end_object();
}

void write_reading(Writer& out, const ReadingExplanation& reading) {
    out.begin_object();
    out.key("open").text(reading.open);
    write_text(out, "asks", reading.asks);
    out.key("reading");
    if (reading.reading.empty()) {
        out.null();
    } else {
        out.text(reading.reading);
        write_text(out, "says", reading.says);
    }
    out.key("by").text(by_name(reading.by));
    if (!reading.because.empty()) write_text(out, "because", reading.because);
    out.key("choices").begin_list();
    for (const auto& choice : reading.choices) out.text(choice.first);
    out.end_list();
    if (reading.clause) {
        out.key("clause");
        write_statement(out, *reading.clause);
    }
    out.end_object();
}

void write_head(Writer& out, const Explanation& explanation) {
    out.key("rulebook").text(explanation.rulebook);
    out.key("version").text(explanation.version);
    write_text(out, "title", explanation.title);
    out.key("on").text(explanation.on);
    out.key("region").text(explanation.region);
    out.key("period").text(explanation.period);
    if (!explanation.group.empty()) out.key("group").text(explanation.group);
    out.key("labels").begin_list();
    for (const std::string& label : explanation.labels) out.text(label);
    out.end_list();
    out.key("readings").begin_list();
    for (const ReadingExplanation& reading : explanation.readings) write_reading(out, reading);
    out.end_list();
}

void write_classes(Writer& out, const ClassExplanation& classes) {
    out.key("class");
    if (classes.possible.size() == 1) {
        out.text(classes.possible.front().first);
    } else {
        out.null();
    }
    out.key("classes").begin_list();
    for (const auto& [id, name] : classes.possible) {
        out.begin_object();
        out.key("id").text(id);
        write_text(out, "name", name);
        out.end_object();
    }
    out.end_list();
    write_statements(out, "class_statements", classes.statements);
}

}  // namespace

std::string render_json(const Explanation& explanation) {
    Writer out;
    out.begin_object();
    write_head(out, explanation);
    out.key("score");
    write_node(out, explanation.score, explanation.shown);
    if (explanation.classes) write_classes(out, *explanation.classes);
    if (explanation.rank) {
        out.key("rank").begin_object();
        out.key("best").text(explanation.rank->low.text());
        out.key("worst").text(explanation.rank->high.text());
        out.end_object();
    }
    write_statements(out, "needs", explanation.needs);
    write_statements(out, "sources", explanation.sources);
    write_statements(out, "misprints", explanation.misprints);
    out.end_object();
    return out.take();
}

}  // namespace biaochi::detail
