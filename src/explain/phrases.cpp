/// @file
/// Every word that explanations use, in both languages, in one table.

#include "explain/phrases.hpp"

#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace biaochi::detail {

namespace {

struct Row {
    Phrase phrase;
    std::string_view zh;
    std::string_view en;
};

using enum Phrase;

constexpr Row table[] = {
    // Statuses and figures.
    {missing, "未报", "not reported"},
    {reported, "已报", "reported"},
    {not_applicable, "不适用", "not applicable"},
    {estimated, "估计数", "estimated"},
    {rejected, "已报，审核未采信", "reported, but turned down by a check"},
    {figure, "{0}（{1}）", "{0} ({1})"},
    {named_figure, "{0}：{1}", "{0}: {1}"},
    {as_written, "{0}，原报 {1}", "{0}, handed in as {1}"},
    {derived_from, "{0}，按 {1} 推算：{2}", "{0}, by {1}: {2}"},
    {evidence, "{0}；来源：{1}", "{0}; source: {1}"},
    {unreported_list, "{0}：{1}", "{0}: {1}"},
    {nothing_counted, "清单中没有可计分的项目", "nothing on the inventory earns points"},
    {count, "{0} {1}", "{0} {1}"},
    {count_limited, "{0}，最多计 {1}", "{0}, of which at most {1} counted"},
    {count_limit_open, "{0}，计数上限未定", "{0}, the limit on the count is open"},
    {count_counted, "{0}：{1}", "{0}: {1}"},
    {holds, "{0}：{1}", "{0}: {1}"},
    {none_of_them, "所列各项均不成立", "none of the options holds"},
    {panel, "各评委 {0}", "scores {0}"},
    {panel_highest, "{0}；去掉最高 {1}", "{0}; highest dropped: {1}"},
    {panel_lowest, "{0}；去掉最低 {1}", "{0}; lowest dropped: {1}"},
    // What a status does.
    {treat_zero, "按规则计 0 分", "counts as 0 points by the rules"},
    {treat_exclude, "按规则不计入，其余部分按比例折算", "left out by the rules; the rest is rescaled"},
    {treat_refuse, "缺此数据，规则不予评分", "without this figure the rules refuse to score"},
    {treat_unknown, "按规则视为未知", "unknown by the rules"},
    {treat_open, "如何处理未定", "how it is treated is an open point"},
    {settled_all_the_same, "部分数据未报，但不影响本项得分", "some figures are lacking, but the points are settled all the same"},
    {could_be, "尚不能确定，可能在 {0} 至 {1}之间", "not settled yet: anything from {0} to {1}"},
    // Scales.
    {band_step, "{0}：{1}", "{0}: {1}"},
    {band_range, "{0}：{1} 至 {2}", "{0}: {1} to {2}"},
    {band_open, "{0}：原文未列分值，按 {1}计", "{0}: the text prints no points; {1}"},
    {band_open_range, "{0}：原文未列分值，可能在 {1} 至 {2}之间", "{0}: the text prints no points; anything from {1} to {2}"},
    {inside_lower, "取本档的低分 {0}", "the lower points of the band: {0}"},
    {inside_upper, "取本档的高分 {0}", "the upper points of the band: {0}"},
    {outside_bands, "数值不在任何一档之内", "the value is outside all bands"},
    {standard_reached, "{0} 达到标准值 {1}，得满分", "{0} reaches the standard {1}: full points"},
    {standard_kept, "{0} 不高于标准值 {1}，得满分", "{0} is not above the standard {1}: full points"},
    {standard, "{0} {1}（标准系数 {2}）", "{0} {1} (coefficient {2})"},
    {between_standards, "介于{0}与{1}之间", "between {0} and {1}"},
    {beyond_best, "达到或优于{0}", "at or better than {0}"},
    {beyond_worst, "劣于{0}", "worse than {0}"},
    {at_top_post, "{0} 达到上端值 {1}，得满分", "{0} reaches the upper goalpost {1}: full points"},
    {at_zero_post, "{0} 未超出下端值 {1}，得 0 分", "{0} does not pass the lower goalpost {1}: 0 points"},
    // Putting parts together.
    {added, "各部分相加：{0}", "parts added: {0}"},
    {mean, "算术平均：{0}", "arithmetic mean: {0}"},
    {geometric, "几何平均：{0}", "geometric mean: {0}"},
    {harmonic, "调和平均：{0}", "harmonic mean: {0}"},
    {sum, "合计 {0}", "sum {0}"},
    {capped, "{0}，封顶 {1}", "{0}, capped at {1}"},
    {capped_at_least, "至少 {0}，封顶 {1}", "at least {0}, capped at {1}"},
    {counted_share, "有部分不计入；计入的部分占 {0}", "some parts are left out; those counted make up {0}"},
    {counted_share_added, "有部分不计入；计入的部分占 {0}，按比例折算：{1}",
     "some parts are left out; those counted make up {0}, rescaled: {1}"},
    {below_coverage, "计入的部分占 {0}，低于要求的 {1}，得分不能确定",
     "the parts counted make up {0}, below the {1} required: the points are unknown"},
    {refused_by_part, "“{0}”缺数据，规则不予评分", "“{0}” lacks a figure without which the rules refuse to score"},
    {rounded, "{0}，保留 {1} 位小数", "{0}, {1} decimal places"},
    {rounded_to, "{0}：{1}", "{0}: {1}"},
    {half_up, "四舍五入", "rounded half up"},
    {half_even, "四舍六入五成双", "rounded half to even"},
    {down, "截去尾数", "cut off"},
    {up, "进一", "rounded away from zero"},
    {floor, "向下取整", "rounded down"},
    {ceiling, "向上取整", "rounded up"},
    // Provenance.
    {clause, "《{0}》{1}", "“{0}”, {1}"},
    {clause_alone, "《{0}》", "“{0}”"},
    {with_ledger, "{0}（{1}）", "{0} ({1})"},
    {source_more, "{0}，{1}", "{0}, {1}"},
    {printed_as, "原文印作〈{0}〉，读作〈{1}〉（{2}）", "printed 〈{0}〉, read as 〈{1}〉 ({2})"},
    {certain, "确定", "certain"},
    {likely, "很可能", "likely"},
    {doubtful, "存疑", "doubtful"},
    {because, "{0}：{1}", "{0}: {1}"},
    {reading_used, "{0}（{1}，{2}）", "{0} ({1}, {2})"},
    {reading_open, "未定：{0}（{1}）", "left open: {0} ({1})"},
    {by_rulebook, "规则书采用", "adopted by the rulebook"},
    {by_user, "使用者选定", "chosen by the user"},
    {by_nobody, "未定", "left open"},
    // The page.
    {rulebook, "规则书", "Rulebook"},
    {on, "规则日期", "Rules as of"},
    {region, "地区", "Region"},
    {period, "时期", "Period"},
    {group, "组别", "Peer group"},
    {warning, "注意", "Note"},
    {synthetic, "合成数据（synthetic），不是真实统计数字", "synthetic data, not real statistics"},
    {illustration, "示例（illustration），不是正式评价结果", "illustration, not an official result"},
    {details, "得分明细", "Points in detail"},
    {overview, "得分一览", "Points at a glance"},
    {result, "结果", "Result"},
    {readings, "对待定点的读法", "How open points of the text are read"},
    {asks, "问题", "Question"},
    {reading, "读法", "Reading"},
    {reading_is, "{0}：{1}", "{0}: {1}"},
    {reason, "理由", "Reason"},
    {choice, "{0}（{1}）", "{0} ({1})"},
    {choices, "{0}——可选：{1}", "{0} — possible: {1}"},
    {clause_label, "依据", "Clause"},
    {score, "得分", "Score"},
    {class_, "类别", "Class"},
    {rank, "位次", "Rank"},
    {of_points, "{0}（满分 {1}）", "{0} of {1}"},
    {lost, "失 {0}", "lost {0}"},
    {indicator, "指标", "Indicator"},
    {most, "满分", "Most"},
    {points, "得分", "Points"},
    {lost_label, "失分", "Lost"},
    {not_scored, "不予评分", "not scored"},
    {left_out, "不计入", "left out"},
    {class_open, "未定，可能为 {0}", "undetermined; possible: {0}"},
    {class_none, "未定", "undetermined"},
    {class_cuts_open, "未定：分类标准待定", "undetermined: the class cuts are an open point"},
    {rank_decided, "第 {0} 名", "{0}"},
    {rank_open, "未定，第 {0} 至第 {1} 名之间", "undetermined; from {0} to {1}"},
    {needs, "确定结果尚需", "Needed to decide"},
    {need_some, "{0}中的{1}", "{0}: {1}"},
    {need_in, "{0}（用于：{1}）", "{0} (for: {1})"},
    {need_reading, "选定读法 {0}", "a reading of {0}"},
    {need_cuts, "分类", "classes"},
    {sources, "出处", "Sources"},
    {misprints, "原文勘误", "Misprints of the text"},
    {points_word, "{0} 分", "{0} points"},
    {point_word, "{0} 分", "{0} point"},
    {list_comma, "、", ", "},
    {colon, "：", ": "},
    // What statements are about.
    {topic_figure, "数据", "Figure"},
    {topic_treatment, "处理", "Treatment"},
    {topic_band, "分段", "Band"},
    {topic_working, "计算", "Working"},
    {topic_count, "计数", "Count"},
    {topic_option, "选项", "Option"},
    {topic_panel, "评分", "Panel"},
    {topic_combined, "合成", "Combined"},
    {topic_rescaled, "折算", "Rescaled"},
    {topic_cap, "封顶", "Cap"},
    {topic_rounding, "修约", "Rounding"},
    {topic_open, "未定", "Open"},
    {topic_clause, "依据", "Clause"},
    {topic_misprint, "勘误", "Misprint"},
    {topic_reading, "读法", "Reading"},
    {topic_note, "说明", "Remark"},
    // Verdicts on conditions.
    {verdict_met, "满足", "met"},
    {verdict_not_met, "不满足", "not met"},
    {verdict_undetermined, "尚不能确定", "undetermined"},
    {verdict_line, "{0}：{1}", "{0}: {1}"},
    {verdict_head, "{0}（{1}）", "{0} ({1})"},
    {verdict_reading, "按“{0}”理解：{1}", "read as “{0}”: {1}"},
    {verdict_repeated, "{0}（理由见上）", "{0} (reasons above)"},
    {verdict_count, "{1} 项中满足 {0} 项，须满足 {2} 项", "{0} of {1} met, {2} needed"},
    {verdict_count_open, "{1} 项中满足 {0} 项，另有 {3} 项未定，须满足 {2} 项", "{0} of {1} met, {3} undetermined, {2} needed"},
    {verdict_member, "{0}：{1}", "{0}: {1}"},
    {verdict_value, "{0}为{1}", "{0} is {1}"},
    {verdict_compared, "{0}：左边 {1}，右边 {2}", "{0}: left {1}, right {2}"},
    {verdict_members, "{0}：{2} 个中有 {1} 个，须有 {3} 个", "{0}: {1} of {2}, {3} needed"},
    {verdict_members_open, "{0}：{2} 个中有 {1} 个，另有 {4} 个不知，须有 {3} 个", "{0}: {1} of {2}, {4} not known, {3} needed"},
    {verdict_empty, "{0}：没有可供判断的成员", "{0}: there is no member to judge"},
    {verdict_cause, "表达式没有得出结果：{0}", "the expression comes to nothing: {0}"},
    {verdict_open, "原文未定：{0}", "left open by the text: {0}"},
    {verdict_readings, "可选的读法：{0}", "readings to choose from: {0}"},
    {verdict_no_reading, "目前没有可选的读法", "there is no reading to choose yet"},
    {verdict_judged, "由人判断：{0}", "judged by a person: {0}"},
    {verdict_judged_by, "{0}，判断者：{1}", "{0}, by {1}"},
    {verdict_evidence, "依据：{0}", "evidence: {0}"},
    {verdict_needs, "尚需：", "still needed:"},
    {verdict_need_fact, "{0}", "{0}"},
    {verdict_need_open, "选定读法：{0}", "a reading of: {0}"},
    {verdict_need_judged, "由人判断：{0}", "a person's judgement: {0}"},
    {verdict_unknown, "未报", "not given"},
    {verdict_earlier, "更早年度的数据", "figures of earlier years"},
    // Targets.
    {target_met, "已达到", "met"},
    {target_on_track, "进度正常", "on track"},
    {target_behind, "进度落后", "behind"},
    {target_missed, "未达到", "missed"},
    {target_value, "现值 {0}", "now {0}"},
    {target_goal, "目标：{0}", "goal: {0}"},
    {target_due, "期限 {0}", "due {0}"},
    {target_no_due, "原文没有期限", "the text states no day"},
    {target_completion, "完成 {0}", "completion {0}"},
    {target_distance, "尚差 {0}", "still lacking {0}"},
    {target_pace, "自 {0} 起每年需 {1}（按直线）", "needed a year from {0}: {1} (along a straight line)"},
    {target_expected, "按进度应为 {0}", "on the line it would be {0}"},
    {target_amount, "目标折合 {0}", "the goal comes to {0}"},
    {target_rate, "年均增长约 {0}（年增长倍数四舍五入到四位小数）",
     "average growth a year about {0} (the factor a year is rounded to four places, half up)"},
    {target_rate_needed, "今后年均需增长约 {0}（年增长倍数四舍五入到四位小数）",
     "growth needed a year from then on about {0} (the factor a year is rounded to four places, half up)"},
    {target_above, "超过区间上限 {0}", "above the upper end {0}"},
    {target_estimated, "含估计数", "rests on an estimate"},
    {target_peers, "同组其他地区 {0} 个", "peers: {0}"},
    {target_figure, "{0}：{1}", "{0}: {1}"},
    {target_base, "基期 {0}：{1}", "base {0}: {1}"},
    {target_printed, "{0}（原文所载）", "{0} (as printed)"},
    {target_lacks, "缺", "lacking"},
    {target_stop, "；", "; "},
    {target_binding, "约束性", "binding"},
    {target_expected_kind, "预期性", "expected, not binding"},
    {target_reading, "若读作 {0}：{1}", "if read as {0}: {1}"},
    {target_later, "有 {0} 条记录的时期晚于 {1}，未计入。", "Records that end after {1} and were left out: {0}."},
    {target_class_now, "现为“{0}”", "now “{0}”"},
    {target_no_class, "不属于任何一类", "in no class"},
    {target_and_more, "{0}等 {1} 个", "{0} and others, {1} in all"},
    {target_need_figure, "{0}：{1} 的数据", "{0}: the figure of {1}"},
    {target_need_newer, "{0}：（更新的）数据", "{0}: a figure, or a newer one"},
    {target_need_base_year, "起算年份（原文没有写明）", "the year to count from, which the text does not state"},
    {target_need_positive, "{0}（须大于零）", "{0}, above zero"},
    {target_need_baseline, "{0}：原文所载的基期数据（有年份的确数）", "{0}: a printed figure to start from, exact and with its year"},
    {target_need_line, "期限届满（此类目标没有进度线可比）", "the day itself: before it there is no line to compare with"},
    {target_need_day, "期限（原文没有写明）", "the day by which, which the text does not state"},
    {target_need_tolerance, "“左右”的允许偏差（原文没有写明）", "how much less “about” allows, which the text does not state"},
    {target_need_peers, "{0}（同组其他地区，一个也没有）", "{0} of peers; there are none"},
    {target_need_of_peers, "{0}（{1}）", "{0} ({1})"},
    {target_need_class, "{0}（只能属于一类）", "{0}: one class, not several"},
    {goal_at_least, "{0} 以上", "at least {0}"},
    {goal_more_than, "超过 {0}", "more than {0}"},
    {goal_at_most, "{0} 以内", "at most {0}"},
    {goal_less_than, "低于 {0}", "less than {0}"},
    {goal_exactly, "{0}", "exactly {0}"},
    {goal_about, "{0} 左右", "about {0}"},
    {goal_interval, "{0} 至 {1}", "{0} to {1}"},
    {goal_tolerance, "{0}（允许偏差 {1}）", "{0} (or less by {1})"},
    {goal_level, "{0}", "{0}"},
    {goal_yearly, "每年 {0}", "{0} each year"},
    {goal_cumulative, "累计 {0}", "{0} in all"},
    {goal_growth, "年均增长 {0}", "growth a year: {0}"},
    {goal_multiple, "为基期的倍数：{0}", "times the base: {0}"},
    {goal_gain, "比基期提高 {0}", "gain on the base: {0}"},
    {goal_rank, "位次：{0}", "place: {0}"},
    {goal_rank_gain, "位次前移：{0}", "places gained: {0}"},
    {goal_relative, "为同组其他地区平均值的倍数：{0}", "times the mean of the peers: {0}"},
    {goal_coverage, "覆盖 {0}", "coverage: {0}"},
    {goal_class, "“{0}”或更好", "“{0}” or better"},
    {goal_not_falling, "逐年不下降", "no fall from year to year"},
    {goal_from, "{0}（自 {1} 年）", "{0} (from {1})"},
    {goal_strive, "力争 {0}", "strive for {0}"},
    // Lifecycles.
    {log_not_begun, "尚未开始", "not begun"},
    {log_case, "{0}：{1}（自 {2} 起）", "{0}: {1} (since {2})"},
    {log_carried, "“{0}”由版本 {1} 接续到版本 {2}。", "“{0}” was saved under version {1} and goes on under version {2}."},
    {log_later, "有 {0} 个事件晚于 {1}，未计入。", "Events after {1} that were left out: {0}."},
    {log_refused, "未被接受的事件：", "Events that were not accepted:"},
    {log_refusal, "{0} {1}，{2}：{3}", "{0} {1}, {2}: {3}"},
    {log_line, "{0}（第 {1} 行）", "{0} (line {1})"},
    {log_in_state, "当时的状态：{0}", "in the state: {0}"},
    {log_to, "转为“{0}”：{1}", "to “{0}”: {1}"},
    {log_stays, "状态不变：{0}", "the state stays: {0}"},
    {log_begins, "开始：{0}", "to begin: {0}"},
    {log_else, "理由：{0}", "reason: {0}"},
    {log_nothing, "没有可以发生的事件", "nothing may happen"},
    {log_not_before, "最早可在 {0}", "not before {0}"},
    {log_not_before_unknown, "最早的日子尚不可知", "the first day for it is not known"},
    {log_no_duty, "没有期限", "nothing is due"},
    {refused_not_in_force, "规则当日未施行", "the rules are not in force on that day"},
    {refused_not_begun, "案例尚未开始", "the case has not begun"},
    {refused_before_begin, "早于案例开始之日", "it is dated before the case began"},
    {refused_out_of_order, "早于上一事件", "it is dated before the last event"},
    {refused_repeated, "已经记过", "it stands there already"},
    {refused_contradicts, "与同一天的记录矛盾", "it contradicts what stands there for the same day"},
    {refused_not_possible, "此状态下不能发生", "it cannot happen in this state"},
    {refused_too_early, "为时过早", "it is too early"},
    {refused_not_met, "条件不满足", "no condition for it is met"},
    {refused_undetermined, "条件尚不能确定", "whether it may happen is not known"},
    {duty_due, "未到期", "due"},
    {duty_overdue, "已逾期", "overdue"},
    {duty_done, "已按期完成（{0}）", "done in time ({0})"},
    {duty_done_late, "逾期完成（{0}）", "done late ({0})"},
    {duty_between, "{0} 至 {1}", "{0} to {1}"},
    {duty_line, "{0} {1}：{2}", "{0} {1}: {2}"},
    {duty_line_without_day, "{0}：{1}", "{0}: {1}"},
    {duty_owner, "由{0}负责", "to be done by {0}"},
    {duty_late, "逾期：{0}", "if late: {0}"},
    {diff_versions, "{0} → {1}", "{0} → {1}"},
    {diff_clauses, "条文改动：{0} 处", "clauses that differ: {0}"},
    {diff_clause, "{0}：{1} [{2}]", "{0}: {1} [{2}]"},
    {diff_added, "新增", "added"},
    {diff_removed, "删去", "removed"},
    {diff_changed, "改动", "changed"},
    {diff_value, "{0}：{1} → {2}", "{0}: {1} → {2}"},
    {diff_nothing, "无", "nothing"},
    {diff_not_alone, "不能单独施行：与其他改动互相依存", "it cannot stand alone: it depends on other changes"},
    {diff_asked, "比较结果 {0} 项，不同 {1} 项（其中指标得分 {2} 项）",
     "answers compared: {0}; they differ in {1}, of which {2} are points of parts"},
    {diff_answer, "{0} {1}：{2} → {3}", "{0} {1}: {2} → {3}"},
    {diff_score, "得分", "score"},
    {diff_class, "类别", "class"},
    {diff_rank, "位次", "rank"},
    {diff_sole, "原因：{0}；别无其他原因", "cause: {0}; no other cause"},
    {diff_cause, "原因之一：{0}；仅此一处改动时为 {1}", "a cause: {0}; alone it gives {1}"},
    {diff_together, "单独任何一处改动都不致如此，几处改动合在一起所致", "no change does this alone; several together do"},
    {diff_awarded, "给予", "given"},
    {diff_refused, "不给予（或不计分）", "refused"},
    {diff_on_track, "进度正常", "on track"},
    {diff_behind, "落后", "behind"},
    {diff_missed, "未达到", "missed"},
    {diff_excluded, "不计入", "excluded"},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < std::size(table); ++i) {
        if (static_cast<std::size_t>(table[i].phrase) != i) return false;
    }
    return std::size(table) == static_cast<std::size_t>(diff_excluded) + 1;
}
static_assert(in_order(), "every phrase has one row, in the order of the enumeration");

/// Puts details where the pattern has `{0}` to `{9}`; in one pass, so that braces within a detail stay as they are.
std::string filled(std::string_view pattern, Language language, std::initializer_list<Text> details) {
    std::string words;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool detail = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        if (!detail) {
            words += pattern[i];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
        if (index < details.size()) words += details.begin()[index].in(language);
        i += 2;
    }
    return words;
}

}  // namespace

Text say(Phrase phrase, std::initializer_list<Text> details) {
    const Row& row = table[static_cast<std::size_t>(phrase)];
    return fill(row.zh, row.en, details);
}

Text fill(std::string_view zh, std::string_view en, std::initializer_list<Text> details) {
    return {filled(zh, Language::zh, details), filled(en, Language::en, details)};
}

Text fill(const Text& pattern, std::initializer_list<Text> details) {
    return {filled(pattern.zh, Language::zh, details), filled(pattern.en, Language::en, details)};
}

Text same(std::string words) { return {words, std::move(words)}; }

}  // namespace biaochi::detail
