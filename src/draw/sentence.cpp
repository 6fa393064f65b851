/// @file
/// A deadline in one sentence, in Chinese and English.

#include "draw/picture.hpp"

namespace biaochi::detail {
namespace {

/// Writes in one of the two languages.
class Words {
public:
    Words(const LifecycleSection& section, Language language) : section_(section), zh_(language == Language::zh), language_(language) {}

    [[nodiscard]] std::string pick(const std::string& zh, const std::string& en) const { return zh_ ? zh : en; }

    [[nodiscard]] std::string event(const std::string& id) const {
        const LifecycleEvent* found = find(section_.events, id);
        if (found == nullptr) return shortened(id);
        return pick("“" + found->name.in(language_) + "”", "“" + found->name.in(language_) + "”");
    }

    [[nodiscard]] std::string open(const std::string& id) const { return pick("待定点 " + id, "open point " + id); }

    [[nodiscard]] std::string from(const Choice<std::string>& choice) const {
        if (!choice.stated()) return open(choice.open);
        const std::string& text = choice.by.front().second;
        return text == "entered" ? pick("进入本状态", "entering the state") : event(text);
    }

    [[nodiscard]] std::string start(const Choice<Start>& choice) const {
        if (!choice.stated()) return pick("起算日：", "first day: ") + open(choice.open);
        if (choice.by.front().second == Start::next_day) return pick("次日起算", "counted from the next day");
        return pick("当日起算", "counted from the day itself");
    }

    [[nodiscard]] std::string length(const Term& term) const {
        const std::string n = std::to_string(term.count);
        switch (term.kind) {
            case TermKind::days:
                return pick(n + " 日", n + " days");
            case TermKind::working_days:
                return pick(n + " 个工作日", n + " working days");
            case TermKind::months:
                return pick(n + " 个月", n + " months");
            default:
                return pick(n + " 年", n + " years");
        }
    }

    [[nodiscard]] std::string counted(const Choice<std::string>& begin, const Term& term) const {
        return pick("自" + from(begin) + "起 " + length(term) + "，" + start(term.start),
                    length(term) + " from " + from(begin) + ", " + start(term.start));
    }

    [[nodiscard]] std::string yearly_day(YearlyDay date) const {
        const std::string month = std::to_string(static_cast<unsigned>(date.month()));
        const std::string day = std::to_string(static_cast<unsigned>(date.day()));
        return pick(month + " 月 " + day + " 日", month + "/" + day + " (month/day)");
    }

    [[nodiscard]] std::string term(const Deadline& deadline) const {
        const Term& term = deadline.term;
        if (term.kind != TermKind::each_year) return counted(deadline.from, term);
        std::string text = pick("自" + from(deadline.from) + "起，每年 " + yearly_day(term.each_year) + "前",
                                "by " + yearly_day(term.each_year) + " of each year, from " + from(deadline.from));
        if (!deadline.until.empty()) {
            text += pick("，至 " + shortened(deadline.until) + " 止", ", until " + shortened(deadline.until));
        }
        return text;
    }

private:
    const LifecycleSection& section_;
    bool zh_;
    Language language_;
};

}  // namespace

std::string deadline_sentence(const LifecycleSection& section, const Deadline& deadline, Language language) {
    const Words words(section, language);
    std::string text = deadline.name.in(language);
    if (!deadline.owner.empty()) text += words.pick("（" + deadline.owner + "）", " (" + deadline.owner + ")");
    text += words.pick("：", ": ") + words.term(deadline);
    if (!deadline.settled_by.empty()) {
        text += words.pick("，以" + words.event(deadline.settled_by) + "完成", ", done by " + words.event(deadline.settled_by));
    }
    if (!deadline.late.empty()) text += words.pick("；逾期：", "; when late: ") + deadline.late.in(language);
    const std::string clause = clause_text(deadline.provenance);
    if (!clause.empty()) text += words.pick("（" + clause + "）", " (" + clause + ")");
    return text;
}

std::string first_day_sentence(const LifecycleSection& section, const NotBefore& rule, Language language) {
    const Words words(section, language);
    if (!rule.term) return words.pick("不早于" + words.from(rule.from), "not before " + words.from(rule.from));
    if (rule.term->kind == TermKind::each_year) {
        const std::string day = words.yearly_day(rule.term->each_year);
        return words.pick("不早于" + words.from(rule.from) + "之后的首个 " + day,
                          "not before the first " + day + " from " + words.from(rule.from));
    }
    const std::string term = words.counted(rule.from, *rule.term);
    return words.pick("须满：" + term, "only after " + term);
}

}  // namespace biaochi::detail
