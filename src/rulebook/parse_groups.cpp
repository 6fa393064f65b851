/// @file
/// Reading peer groups, in rulebooks and in documents of subjects; a region is in one group at most on any day.

#include "biaochi/rulebook/peer_group.hpp"

#include <algorithm>
#include <map>

#include "rulebook/sections.hpp"

namespace biaochi {
namespace detail {
namespace {

PeerMember read_member(Context& context, const json::Value& value, const std::string& pointer) {
    PeerMember member;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return member;
    if (const auto* region = fields.need("region")) member.region = read_string(context, *region, fields.at("region"));
    if (const auto* from = fields.need("from")) member.during.from = read_date(context, *from, fields.at("from")).value_or(Date{});
    if (const auto* until = fields.take("until")) member.during.until = read_date(context, *until, fields.at("until"));
    if (member.during.until && member.during.from.ok() && *member.during.until <= member.during.from) {
        context.report(IssueCode::period_reversed, pointer, {date_text(member.during.from), date_text(*member.during.until)});
    }
    fields.done();
    return member;
}

PeerGroup read_group(Context& context, const json::Value& value, const std::string& pointer) {
    PeerGroup group;
    Fields fields(context, value, pointer);
    if (!fields.ok()) return group;
    if (const auto* name = fields.need("name")) group.name = read_text(context, *name, fields.at("name"));
    if (const auto* members = fields.need("members");
        members != nullptr && expect(context, *members, json::Kind::list, fields.at("members"))) {
        if (members->items.empty()) context.report(IssueCode::empty_list, fields.at("members"), {"members"});
        for (std::size_t i = 0; i < members->items.size(); ++i) {
            group.members.push_back(read_member(context, members->items[i], json::child(fields.at("members"), i)));
        }
    }
    group.provenance = read_provenance(context, fields);
    fields.done();
    return group;
}

/// A membership, and where it stands.
struct Membership {
    const std::string* group;
    const Period* during;
    std::string where;
};

bool overlap(const Period& a, const Period& b) { return (!a.until || b.from < *a.until) && (!b.until || a.from < *b.until); }

void check_overlaps(Context& context, const Named<PeerGroup>& groups, const std::string& pointer) {
    std::map<std::string, std::vector<Membership>> by_region;
    for (const auto& [id, group] : groups) {
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            const PeerMember& member = group.members[i];
            if (member.region.empty() || !member.during.from.ok()) continue;
            const std::string where = json::child(json::child(pointer, id) + "/members", i);
            std::vector<Membership>& before = by_region[member.region];
            for (const Membership& each : before) {
                if (!overlap(*each.during, member.during)) continue;
                const Date day = std::max(each.during->from, member.during.from);
                context.report(IssueCode::overlapping_validity, where, {member.region, date_text(day), *each.group, id, each.where});
                break;
            }
            before.push_back({&id, &member.during, where});
        }
    }
}

}  // namespace

Named<PeerGroup> read_groups(Context& context, const json::Value& value, const std::string& pointer) {
    auto groups = read_named<PeerGroup>(
        context, value, pointer, [&](const json::Value& entry, const std::string& where) { return read_group(context, entry, where); });
    if (value.kind == json::Kind::object && value.members.empty()) context.report(IssueCode::empty_list, pointer, {"groups"});
    check_overlaps(context, groups, pointer);
    return groups;
}

bool has_groups(const Rulebook& book) noexcept {
    if (!book.groups.empty()) return true;
    if (!book.subject) return false;
    return std::any_of(book.subject->members.begin(), book.subject->members.end(), [](const auto& each) { return each.second.peers; });
}

}  // namespace detail

const std::pair<std::string, PeerGroup>* group_of(const Named<PeerGroup>& groups, std::string_view region, Date on) noexcept {
    for (const auto& group : groups) {
        for (const PeerMember& member : group.second.members) {
            if (member.region == region && member.during.contains(on)) return &group;
        }
    }
    return nullptr;
}

}  // namespace biaochi
