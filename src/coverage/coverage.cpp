/// @file
/// The matrix of ledger ids and the places of rulebooks that cite them.

#include "biaochi/coverage/coverage.hpp"

#include <algorithm>
#include <map>

#include "biaochi/rulebook/not_rules_section.hpp"
#include "json/value.hpp"
#include "rulebook/places.hpp"

namespace biaochi {
namespace {

using detail::Place;
using detail::PlaceKind;

CoverAs as_of(PlaceKind kind) noexcept {
    switch (kind) {
        case PlaceKind::judged:
        case PlaceKind::judged_entry:
            return CoverAs::judged;
        case PlaceKind::support:
            return CoverAs::support;
        case PlaceKind::misprint:
            return CoverAs::misprint;
        case PlaceKind::out_of_reach:
            return CoverAs::out_of_reach;
        case PlaceKind::rule:
            break;
    }
    return CoverAs::rule;
}

/// The status of an id whose strongest place is this.
CoverStatus status_of(CoverAs as) noexcept {
    if (as == CoverAs::judged) return CoverStatus::judged;
    return as == CoverAs::out_of_reach ? CoverStatus::out_of_reach : CoverStatus::rule;
}

bool is_declared(PlaceKind kind) noexcept { return kind == PlaceKind::judged_entry || kind == PlaceKind::out_of_reach; }

/// Builds the matrix rulebook by rulebook.
class Matrix {
public:
    Matrix(std::span<const Rulebook* const> books, const Ledger* ledger, const std::vector<std::string>& sources)
        : books_(books), ledger_(ledger), sources_(sources) {}

    Coverage build() {
        if (ledger_ != nullptr) {
            for (const LedgerId& each : ledger_->ids) {
                if (asked(each.id)) entry(each.id).in_ledger = true;
                known_.push_back(each.id);
            }
        }
        const std::size_t in_ledger = answer_.entries.size();
        for (std::size_t i = 0; i < books_.size(); ++i) {
            for (const Place& place : detail::places(*books_[i])) add(i, place);
        }
        std::sort(answer_.entries.begin() + static_cast<std::ptrdiff_t>(in_ledger), answer_.entries.end(),
                  [](const CoverEntry& a, const CoverEntry& b) { return a.id < b.id; });
        for (CoverEntry& each : answer_.entries) decide(each);
        report_unaccounted();
        count();
        return std::move(answer_);
    }

private:
    bool asked(std::string_view id) const {
        return sources_.empty() || std::find(sources_.begin(), sources_.end(), source_of(id)) != sources_.end();
    }

    CoverEntry& entry(const std::string& id) {
        const auto [at, fresh] = index_.emplace(id, answer_.entries.size());
        if (fresh) answer_.entries.push_back({id, false, CoverStatus::unaccounted, {}, {}});
        return answer_.entries[at->second];
    }

    std::string place_text(std::size_t book, std::string_view where) const { return "/" + books_[book]->id + std::string(where); }

    void add(std::size_t book, const Place& place) {
        if (place.kind < PlaceKind::misprint && !place.filed) {
            answer_.issues.push_back(make_issue(IssueCode::rule_without_ledger_id, place_text(book, place.where), {place.where}));
        }
        for (std::size_t i = 0; i < place.ledger->size(); ++i) {
            const std::string& id = (*place.ledger)[i];
            if (!asked(id)) continue;
            CoverEntry& cited = entry(id);
            cited.places.push_back({book, place.where, as_of(place.kind), is_declared(place.kind)});
            if (is_declared(place.kind)) take_reason(cited, *books_[book], place.where);
            if (ledger_ != nullptr && !cited.in_ledger) {
                const std::string list = place.where + (place.kind == PlaceKind::misprint ? "/ledger" : "/cite/ledger");
                answer_.issues.push_back(
                    make_issue(IssueCode::unknown_ledger_id, place_text(book, json::child(list, i)), {id, nearest_of(id)}));
            }
        }
    }

    /// The id of the ledger that is nearest to an unknown one; looked for once an id, since it is compared with the whole ledger.
    const std::string& nearest_of(const std::string& id) {
        const auto [at, fresh] = nearest_.try_emplace(id);
        if (fresh) at->second = nearest_name(id, known_);
        return at->second;
    }

    /// The reason of the entry of not_rules at a place; the first one stays.
    static void take_reason(CoverEntry& cited, const Rulebook& book, const std::string& where) {
        if (!cited.reason.empty()) return;
        for (std::size_t i = 0; i < book.not_rules->entries.size(); ++i) {
            if (json::child("/not_rules", i) == where) cited.reason = book.not_rules->entries[i].reason;
        }
    }

    /// The status is that of the place which counts most. A rule beside a declaration that there is none is an error.
    void decide(CoverEntry& each) {
        if (each.places.empty()) return;
        CoverAs strongest = CoverAs::misprint;
        const CoverPlace* rule = nullptr;
        const CoverPlace* declared = nullptr;
        for (const CoverPlace& place : each.places) {
            strongest = std::min(strongest, place.as);
            const bool ruled = place.as == CoverAs::rule || place.as == CoverAs::judged;
            if (place.declared && declared == nullptr) declared = &place;
            if (ruled && !place.declared && rule == nullptr) rule = &place;
        }
        each.status = status_of(strongest);
        if (rule == nullptr || declared == nullptr || detail::is_defect_or_convention(each.id)) return;
        answer_.issues.push_back(make_issue(IssueCode::both_rule_and_not, place_text(declared->book, declared->where),
                                            {each.id, place_text(rule->book, rule->where)}));
    }

    void report_unaccounted() {
        if (ledger_ == nullptr) return;
        for (const LedgerId& each : ledger_->ids) {
            if (!asked(each.id) || entry(each.id).status != CoverStatus::unaccounted) continue;
            answer_.issues.push_back(make_issue(IssueCode::unaccounted_ledger_id, json::child("/ledger", each.id), {each.id}));
            answer_.issues.back().line = each.line;
            answer_.issues.back().column = 1;
        }
    }

    void count() {
        for (const CoverEntry& each : answer_.entries) {
            if (ledger_ != nullptr && !each.in_ledger) continue;
            CoverCount& of = counts_of(source_of(each.id));
            std::size_t* const by_status[] = {&of.rule, &of.judged, &of.out_of_reach, &of.unaccounted};
            ++*by_status[static_cast<std::size_t>(each.status)];
        }
    }

    CoverCount& counts_of(std::string_view source) {
        auto& counts = answer_.counts;
        auto found = std::find_if(counts.begin(), counts.end(), [&](const CoverCount& each) { return each.source == source; });
        if (found == counts.end()) found = counts.insert(found, CoverCount{std::string(source), 0, 0, 0, 0});
        return *found;
    }

    std::span<const Rulebook* const> books_;
    const Ledger* ledger_;
    const std::vector<std::string>& sources_;
    std::vector<std::string> known_;
    std::map<std::string, std::size_t> index_;
    std::map<std::string, std::string> nearest_;  ///< by unknown id
    Coverage answer_;
};

}  // namespace

Coverage cover(std::span<const Rulebook* const> books, const Ledger* ledger, const std::vector<std::string>& sources) {
    return Matrix(books, ledger, sources).build();
}

std::string_view name(CoverAs as) noexcept {
    switch (as) {
        case CoverAs::rule:
            return "rule";
        case CoverAs::judged:
            return "judged";
        case CoverAs::support:
            return "support";
        case CoverAs::misprint:
            return "misprint";
        case CoverAs::out_of_reach:
            break;
    }
    return "out_of_reach";
}

std::string_view name(CoverStatus status) noexcept {
    switch (status) {
        case CoverStatus::rule:
            return "rule";
        case CoverStatus::judged:
            return "judged";
        case CoverStatus::out_of_reach:
            return "out_of_reach";
        case CoverStatus::unaccounted:
            break;
    }
    return "unaccounted";
}

}  // namespace biaochi
