#pragma once
/// @file
/// Every word that explanations use, in both languages, in one table.

#include <initializer_list>
#include <string>

#include "biaochi/core/text.hpp"

namespace biaochi::detail {

/// A phrase; the table gives its words, in which `{0}`, `{1}`, … stand for details.
enum class Phrase {
    // Statuses and figures.
    missing,
    reported,
    not_applicable,
    estimated,
    rejected,
    figure,
    named_figure,
    as_written,
    derived_from,
    evidence,
    unreported_list,
    nothing_counted,
    count,
    count_limited,
    count_limit_open,
    count_counted,
    holds,
    none_of_them,
    panel,
    panel_highest,
    panel_lowest,
    // What a status does.
    treat_zero,
    treat_exclude,
    treat_refuse,
    treat_unknown,
    treat_open,
    settled_all_the_same,
    could_be,
    // Scales.
    band_step,
    band_range,
    band_open,
    band_open_range,
    inside_lower,
    inside_upper,
    outside_bands,
    standard_reached,
    standard_kept,
    standard,
    between_standards,
    beyond_best,
    beyond_worst,
    at_top_post,
    at_zero_post,
    // Putting parts together.
    added,
    mean,
    geometric,
    harmonic,
    sum,
    capped,
    capped_at_least,
    counted_share,
    counted_share_added,
    below_coverage,
    refused_by_part,
    rounded,
    rounded_to,
    half_up,
    half_even,
    down,
    up,
    floor,
    ceiling,
    // Provenance.
    clause,
    clause_alone,
    with_ledger,
    source_more,
    printed_as,
    certain,
    likely,
    doubtful,
    because,
    reading_used,
    reading_open,
    by_rulebook,
    by_user,
    by_nobody,
    // The page.
    rulebook,
    on,
    region,
    period,
    group,
    warning,
    synthetic,
    illustration,
    details,
    overview,
    result,
    readings,
    asks,
    reading,
    reading_is,
    reason,
    choice,
    choices,
    clause_label,
    score,
    class_,
    rank,
    of_points,
    lost,
    indicator,
    most,
    points,
    lost_label,
    not_scored,
    left_out,
    class_open,
    class_none,
    class_cuts_open,
    rank_decided,
    rank_open,
    needs,
    need_some,
    need_in,
    need_reading,
    need_cuts,
    sources,
    misprints,
    points_word,
    point_word,
    list_comma,
    colon,
    // What statements are about.
    topic_figure,
    topic_treatment,
    topic_band,
    topic_working,
    topic_count,
    topic_option,
    topic_panel,
    topic_combined,
    topic_rescaled,
    topic_cap,
    topic_rounding,
    topic_open,
    topic_clause,
    topic_misprint,
    topic_reading,
    topic_note,
    // Verdicts on conditions.
    verdict_met,
    verdict_not_met,
    verdict_undetermined,
    verdict_line,
    verdict_head,
    verdict_reading,
    verdict_repeated,
    verdict_count,
    verdict_count_open,
    verdict_member,
    verdict_value,
    verdict_compared,
    verdict_members,
    verdict_members_open,
    verdict_empty,
    verdict_cause,
    verdict_open,
    verdict_readings,
    verdict_no_reading,
    verdict_judged,
    verdict_judged_by,
    verdict_evidence,
    verdict_needs,
    verdict_need_fact,
    verdict_need_open,
    verdict_need_judged,
    verdict_unknown,
};

/// @return the phrase, filled with details
[[nodiscard]] Text say(Phrase phrase, std::initializer_list<Text> details = {});

/// @return a text that is the same in both languages
[[nodiscard]] Text same(std::string words);

/// @return texts joined by the list comma of each language
template <class Texts>
[[nodiscard]] Text joined(const Texts& texts) {
    const Text comma = say(Phrase::list_comma);
    Text all;
    for (const Text& text : texts) {
        all.zh += (all.zh.empty() ? "" : comma.zh) + text.in(Language::zh);
        all.en += (all.en.empty() ? "" : comma.en) + text.in(Language::en);
    }
    return all;
}

}  // namespace biaochi::detail
