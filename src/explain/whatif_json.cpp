/// @file
/// What-ifs as data.

#include <string>
#include <utility>

#include "biaochi/core/rounding.hpp"
#include "biaochi/explain/whatif.hpp"
#include "biaochi/record/record.hpp"
#include "explain/shown.hpp"
#include "explain/verdict_json.hpp"
#include "json/writer.hpp"

namespace biaochi {
namespace detail {
namespace {

using json::Writer;

/// Beyond the places of a score's mean that are sure whatever is drawn.
constexpr int mean_places = 6;

void write_word(Writer& out, std::string_view key, std::string_view word) {
    if (!word.empty()) out.key(key).text(word);
}

void write_ends(Writer& out, const Interval& value, Rounding rule) {
    out.key("low").text(value.low.text());
    out.key("high").text(value.high.text());
    out.key("shown").text(shown(value, rule));
}

void write_whole(Writer& out, std::string_view key, std::uint64_t value) { out.key(key).whole(value); }

void write_variation(Writer& out, const WhatIf& what_if, const Variation& variation) {
    const Ruleset& rules = what_if.rules();
    out.begin_object();
    out.key("name").text(variation.name);
    if (variation.node != no_index) out.key("node").text(rules.nodes()[variation.node].source->id);
    if (variation.what == Varied::edge) write_whole(out.key("edge").text(variation.upper ? "to" : "from"), "band", variation.band);
    if (variation.what == Varied::weight) out.key("rescale").boolean(variation.rescale);
    if (variation.slot != no_index) out.key("fact").text(rules.slots()[variation.slot].id);
    if (variation.record != no_index) {
        out.key("region").text(what_if.records()[variation.record].region);
        write_word(out, "period", what_if.records()[variation.record].period);
    }
    if (variation.move != Move::take) out.key("move").text(variation.move == Move::add ? "add" : "scale");
    out.key("low").text(variation.low.text());
    out.key("high").text(variation.high.text());
    out.end_object();
}

void write_subject(Writer& out, const Record& record) {
    out.key("region").text(record.region);
    write_word(out, "period", record.period);
    write_word(out, "group", record.group);
    write_word(out, "label", record.label);
}

void write_rank(Writer& out, const Number& best, const Number& worst) {
    out.key("rank").begin_object();
    out.key("best").text(best.text());
    out.key("worst").text(worst.text());
    out.end_object();
}

/// Score, class and rank of one answer.
void write_standing(Writer& out, const Ruleset& rules, const std::optional<Interval>& score, const Standing& standing) {
    out.key("score");
    if (score) {
        out.begin_object();
        write_ends(out, *score, rules.rulebook().shown);
        out.end_object();
    } else {
        out.null();
    }
    if (!rules.cuts().empty()) {
        out.key("class");
        if (standing.classes.size() == 1) {
            out.text(rules.cuts()[standing.classes.front()].id);
        } else {
            out.null();
        }
    }
    if (standing.ranked) {
        write_rank(out, standing.best, standing.worst);
    } else {
        out.key("rank").null();
    }
}

void write_varied_score(Writer& out, const RecordTally& tally, Rounding rule) {
    out.key("score");
    if (!tally.score) {
        out.null();
        return;
    }
    out.begin_object();
    write_ends(out, *tally.score, rule);
    write_whole(out, "low_draw", tally.least_draw);
    write_whole(out, "high_draw", tally.most_draw);
    const auto mean = number_from_double(tally.mean);
    out.key("mean");
    if (mean) {
        out.text(fixed_text(*mean, {mean_places, RoundingMode::half_even}));
    } else {
        out.null();
    }
    out.end_object();
}

void write_varied_ranks(Writer& out, const WhatIf& what_if, const RecordTally& tally) {
    const Ties ties = what_if.rules().rulebook().ranking.ties;
    if (tally.best.sign() > 0) {
        write_rank(out, tally.best, tally.worst);
    } else {
        out.key("rank").null();
    }
    out.key("quantiles").begin_list();
    for (const Number& share : what_if.quantiles()) {
        const std::optional<Number> rank = rank_at(tally, share, ties);
        out.begin_object().key("at").text(share.text()).key("rank");
        if (rank) {
            out.text(rank->text());
        } else {
            out.null();
        }
        out.end_object();
    }
    out.end_list();
    out.key("ranks").begin_list();
    for (std::size_t i = 0; i < tally.ranks.size(); ++i) {
        if (tally.ranks[i] == 0) continue;
        const auto step = static_cast<std::int64_t>(i);
        const Number rank = ties == Ties::average ? Number(step + 2, 2) : Number(step + 1);
        write_whole(out.begin_object().key("rank").text(rank.text()), "draws", tally.ranks[i]);
        out.end_object();
    }
    out.end_list();
    write_whole(out, "undecided", tally.undecided);
    write_whole(out, "unranked", tally.unranked);
}

/// In how many draws the class is another one than the unvaried, and as a share of all.
void write_varied_classes(Writer& out, const WhatIf& what_if, const RecordTally& tally, const Standing& unvaried, std::uint64_t draws) {
    const std::vector<ClassCut>& cuts = what_if.rules().cuts();
    if (cuts.empty()) return;
    out.key("classes").begin_list();
    std::uint64_t settled = 0;
    for (std::size_t i = cuts.size(); i-- > 0;) {
        settled += tally.classes[i];
        write_whole(out.begin_object().key("class").text(cuts[i].id), "draws", tally.classes[i]);
        out.end_object();
    }
    out.end_list();
    write_whole(out, "unclassed", tally.unclassed);
    if (unvaried.classes.size() != 1 || draws == 0) return;
    const std::uint64_t flips = settled - tally.classes[unvaried.classes.front()];
    write_whole(out, "flips", flips);
    out.key("flip_share").text((Number(static_cast<std::int64_t>(flips)) / Number(static_cast<std::int64_t>(draws))).text());
}

void write_record(Writer& out, const WhatIf& what_if, const WhatIfResult& result, std::size_t index) {
    const Ruleset& rules = what_if.rules();
    const NodeOutcome& root = what_if.cards()[index].nodes.front();
    const RecordTally& tally = result.records[index];
    out.begin_object();
    write_subject(out, what_if.records()[index]);
    const auto score = root.state == NodeState::scored ? std::optional(root.points) : std::nullopt;
    write_standing(out, rules, score, what_if.standings()[index]);
    out.key("varied").begin_object();
    write_varied_score(out, tally, rules.rulebook().shown);
    write_varied_ranks(out, what_if, tally);
    write_varied_classes(out, what_if, tally, what_if.standings()[index], result.draws);
    out.end_object();
    out.end_object();
}

/// Puts the place of a text before those of its issues.
void add_issues(std::vector<Issue>& all, std::vector<Issue> issues, const std::string& place) {
    for (Issue& issue : issues) {
        issue.where = place + issue.where;
        all.push_back(std::move(issue));
    }
}

}  // namespace
}  // namespace detail

std::string what_if_json(const WhatIf& what_if, const DrawSource& source, const WhatIfResult& result) {
    json::Writer out;
    out.begin_object();
    detail::write_head(out, what_if.rules());
    detail::write_whole(out, "draws", result.draws);
    if (source.sample == nullptr) {
        out.key("seed").text(std::to_string(source.seed));
    } else {
        out.key("sample").boolean(true);
    }
    detail::write_whole(out, "exact_draws", result.exact);
    detail::write_whole(out, "settled", result.settled);
    out.key("variations").begin_list();
    for (const Variation& variation : what_if.variations()) detail::write_variation(out, what_if, variation);
    out.end_list();
    out.key("results").begin_list();
    for (std::size_t i = 0; i < result.records.size(); ++i) detail::write_record(out, what_if, result, i);
    out.end_list();
    out.end_object();
    return out.take();
}

std::string replicate_json(const WhatIf& what_if, std::uint64_t draw, const Replicate& replicate) {
    json::Writer out;
    out.begin_object();
    detail::write_head(out, what_if.rules());
    detail::write_whole(out, "draw", draw);
    out.key("values").begin_object();
    for (std::size_t k = 0; k < replicate.values.size(); ++k) out.key(what_if.variations()[k].name).text(replicate.values[k].text());
    out.end_object();
    out.key("results").begin_list();
    for (std::size_t i = 0; i < replicate.scores.size(); ++i) {
        out.begin_object();
        detail::write_subject(out, what_if.records()[i]);
        detail::write_standing(out, what_if.rules(), replicate.scores[i], replicate.standings[i]);
        out.end_object();
    }
    out.end_list();
    out.end_object();
    return out.take();
}

WhatIfAnswer what_if_of_table(const Ruleset& rules, std::string_view records, std::string_view spec, unsigned threads,
                              const std::function<bool(std::uint64_t done)>& watch) {
    WhatIfAnswer answer;
    if (rules.nodes().empty()) {
        answer.issues.push_back(make_issue(IssueCode::missing_key, "", {"score"}));
        return answer;
    }
    ReadRecords read = read_records(rules, records);
    const bool readable = !has_errors(read.issues);
    detail::add_issues(answer.issues, std::move(read.issues), "/records");
    if (!readable) return answer;
    CompiledWhatIf compiled = compile_what_if(rules, std::move(read.records), spec);
    detail::add_issues(answer.issues, std::move(compiled.issues), "/spec");
    if (!compiled.what_if) return answer;
    WhatIfRequest request;
    request.source = compiled.what_if->source();
    request.threads = threads;
    request.watch = watch;
    const WhatIfResult result = compiled.what_if->run(request);
    if (!result.stopped) answer.document = what_if_json(*compiled.what_if, request.source, result);
    return answer;
}

}  // namespace biaochi
