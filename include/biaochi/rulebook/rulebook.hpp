#pragma once
/// @file
/// A regulation as written: plain data, read from a `biaochi/1` document. docs/reference/rulebook-format.md describes each key.

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "biaochi/calendar/date.hpp"
#include "biaochi/core/number.hpp"
#include "biaochi/core/rounding.hpp"
#include "biaochi/core/text.hpp"
#include "biaochi/rulebook/condition_section.hpp"
#include "biaochi/rulebook/expected.hpp"
#include "biaochi/rulebook/lifecycle_section.hpp"
#include "biaochi/rulebook/peer_group.hpp"
#include "biaochi/rulebook/pieces.hpp"
#include "biaochi/rulebook/subject_section.hpp"

namespace biaochi {

struct TargetSection;     // target_section.hpp
struct IncentiveSection;  // incentive_section.hpp
struct DutySection;       // duty_section.hpp
struct NotRules;          // not_rules_section.hpp

/// A document that the rulebook is taken from.
struct Source {
    Text title;
    Text issuer;
    std::optional<Date> date;
    std::string url;
    std::vector<Misprint> misprints;
    Text note;
};

/// One way to read an open point.
struct Reading {
    Text says;
    std::string status;  ///< "natural", "conventional", "published" or "illustrative"
    std::optional<Cite> cite;
};

/// What settles an open point.
enum class SettledBy {
    reading,   ///< a reading of the text, chosen for all cases alike
    data,      ///< the figures, when they are collected; it has no readings here
    decision,  ///< a person, case by case: the judged condition that settles it; it has no readings here
};

/// A hole in the source text: a question that the text does not answer.
struct OpenPoint {
    Text asks;
    std::optional<Cite> cite;
    SettledBy settled_by = SettledBy::reading;
    std::string decided_by;  ///< decision: the body that decides; empty: not said
    Named<Reading> readings;
    std::string adopted;  ///< id of the reading that this rulebook adopts; empty: none
    Text because;         ///< why it is adopted
    Text note;
};

/// What kind of figure a fact is.
enum class FactKind { number, items, options, judged };

/// A thing that is counted by level, such as key laboratories.
struct Item {
    Text name;
    std::vector<std::string> levels;  ///< levels at which it is counted
    Text note;
};

/// A named level or option of a fact.
struct Label {
    Text name;
    std::vector<Misprint> misprints;
};

/// How a figure follows from others.
struct Derivation {
    /// Which of the three ways.
    enum class Kind { formula, ratio, growth };

    Kind kind = Kind::formula;
    std::string formula;  ///< of a formula: FEEL over number and judged facts
    std::string of;       ///< of a ratio or growth
    std::string to;       ///< of a ratio
    int years = 1;        ///< of a growth
    std::optional<Rounding>
        precision;             ///< of a growth, in percent; stated where there is more than one year, since a root has no exact value
    bool or_reported = false;  ///< a figure that is handed in goes before
};

/// A figure that a subject reports.
struct Fact {
    Text name;
    FactKind kind = FactKind::number;
    std::string unit;  ///< a unit of docs/reference/units.md or of this rulebook; empty: none
    std::optional<Number> min;
    std::optional<Number> max;
    bool whole = false;   ///< only whole numbers
    std::string part_of;  ///< fact that this one may not exceed
    std::vector<std::string> reported_by;
    Named<Label> levels;   ///< items
    Named<Item> items;     ///< items
    Named<Label> options;  ///< options
    std::optional<Derivation> derived;
    Provenance provenance;
};

/// What a fact's status does to the leaf that reads it.
enum class Treatment {
    use,      ///< take the value as if it were reported
    unknown,  ///< any value: the interval from least to most points
    zero,     ///< no points
    exclude,  ///< leave the leaf out and rescale the rest
    refuse,   ///< no score at all
};

/// What each status other than "reported" does. Defaults: unknown, unknown, use, unknown.
struct Treatments {
    Choice<Treatment> missing{Treatment::unknown};
    Choice<Treatment> not_applicable{Treatment::unknown};
    Choice<Treatment> estimated{Treatment::use};
    Choice<Treatment> rejected{Treatment::unknown};
};

/// Points of a band: at its lower end and just below its upper end; equal for a step.
struct BandPoints {
    Number at_from;
    Number at_to;
    bool range = false;  ///< written as a pair
};

/// One band, `from` included, `to` excluded; without `from` or `to` it has no end on that side.
struct Band {
    std::optional<Number> from;
    std::optional<Number> to;
    Choice<BandPoints> points;
    Provenance provenance;
};

/// How a pair of points is spread over its band.
enum class Inside {
    linear,  ///< straight line from the lower to the upper end
    lower,   ///< the smaller of the two everywhere
    upper,   ///< the larger of the two everywhere
};

/// Points by the band that a value falls in.
struct Bands {
    std::vector<Band> rows;
    Choice<Inside> inside{Inside::linear};
};

/// Points for each counted item by level.
struct ItemLine {
    std::string item;
    Named<Number> points;                          ///< by level
    Named<Choice<std::optional<Number>>> at_most;  ///< by level: no more than so many are counted; none: no limit
    Provenance provenance;
};

/// Points per counted item and level, added up to at most the node's points.
struct Items {
    std::vector<ItemLine> lines;
};

/// How options of one group count.
enum class Choose { one, any };

/// Options that stand side by side.
struct OptionGroup {
    Choice<Choose> choose{Choose::any};
    Named<Number> points;  ///< by option
    Provenance provenance;
};

/// Points for options that hold, added up to at most the node's points.
struct Options {
    std::vector<OptionGroup> groups;
};

/// Points given by persons, within the fact's bounds.
struct Judged {
    int at_least = 1;  ///< scores that a panel must give
    int drop_highest = 0;
    int drop_lowest = 0;
};

/// What happens beyond the last stated value.
enum class Beyond {
    flat,    ///< the value of the last one
    zero,    ///< nothing
    extend,  ///< the straight line goes on
};

/// Whether more or less of a figure is better.
enum class Better { higher, lower };

/// Points × value / standard (or standard / value where lower is better).
struct Ratio {
    Choice<Number> standard;
    Better better = Better::higher;
    Beyond above = Beyond::flat;  ///< flat or extend; extend only where higher is better
};

/// A standard value and the share of the points that it earns (标准值 and 标准系数).
struct Standard {
    Number at;
    Number coefficient;
    Text name;
};

/// 功效系数法: points × coefficient, straight between neighbouring standard values.
struct Efficacy {
    Choice<std::vector<Standard>> standards;  ///< two or more, `at` strictly rising or falling, best first
    Beyond above = Beyond::flat;              ///< better than the best: flat or extend
    Beyond below = Beyond::zero;              ///< worse than the worst: zero, flat or extend
};

/// Points × (f(value) − f(from)) / (f(to) − f(from)), where f is the identity or a rounded logarithm.
struct Goalposts {
    Choice<Number> from;
    Choice<Number> to;
    std::optional<Rounding> ln;     ///< f is ln, correctly rounded to these places; none: identity
    Beyond outside = Beyond::flat;  ///< flat (clipped) or extend
};

/// How one leaf turns a fact into points.
using Method = std::variant<std::monostate, Bands, Items, Options, Judged, Ratio, Efficacy, Goalposts>;

/// How the points of parts become the points of their node.
enum class Combine {
    sum,         ///< added up
    arithmetic,  ///< weighted arithmetic mean
    geometric,   ///< weighted geometric mean
    harmonic,    ///< weighted harmonic mean
};

/// A node of the score tree: an indicator (leaf) or a group of parts.
struct Node {
    std::string id;
    Text name;
    Number points;     ///< the most it can give
    Number weight{1};  ///< under a mean
    Combine combine = Combine::sum;
    std::optional<Rounding> precision;  ///< of a geometric mean
    bool cap = false;                   ///< parts may add up to more; what is above `points` is cut off
    Number coverage;                    ///< least share of points or weight that must be present, 0 to 1
    std::optional<Rounding> round;      ///< applied to the node's points
    std::string fact;                   ///< of a leaf
    Treatments treat;                   ///< of a leaf
    Method method;                      ///< of a leaf; monostate for a group
    std::vector<Node> parts;
    Provenance provenance;
};

/// Which value a class or a rank compares.
enum class Compare {
    unrounded,  ///< 全数值比较法
    rounded,    ///< 修约值比较法: the value as shown
};

/// A class: scores from `from` (included) up to `to` (excluded).
struct ClassCut {
    std::string id;
    Text name;
    std::optional<Number> from;
    std::optional<Number> to;
    Provenance provenance;
};

/// Classes by absolute cuts.
struct Classes {
    Compare compare = Compare::unrounded;
    Choice<std::vector<ClassCut>> cuts;
    Provenance provenance;
};

/// How equal values share ranks.
enum class Ties {
    competition,  ///< 1 2 2 4
    dense,        ///< 1 2 2 3
    average,      ///< 1 2.5 2.5 4
};

/// How subjects are ranked.
struct Ranking {
    Ties ties = Ties::competition;
    Compare compare = Compare::unrounded;
    bool within_group = false;  ///< rank inside each record's peer group
    Provenance provenance;
};

/// A record with its expected answer, carried by the rulebook itself.
struct Example {
    std::string id;
    Text name;
    std::optional<Date> on;
    std::map<std::string, std::string> readings;
    std::string facts;    ///< JSON text of the record's facts; empty: the example is of a subject alone
    std::string subject;  ///< JSON text of a subject; empty: none
    std::optional<Expected> score;
    std::string shown;                    ///< empty: not stated
    std::optional<std::string> in_class;  ///< empty text: undetermined
    Named<Expected> parts;
    Named<std::string> conditions;  ///< "met", "not_met" or "undetermined"
    std::string records;            ///< JSON text of a list of records, of which `region` is asked for its targets; empty: none
    std::string region;
    Named<ExpectedTarget> targets;
    std::string application;             ///< JSON text of an application; empty: none
    Named<Named<ExpectedAward>> awards;  ///< by claim, by incentive
    Named<ExpectedAward> totals;         ///< by payer; status empty; in 元
    std::string unit;                    ///< a body that is asked for its duties; empty: none
    Named<std::string> duties;           ///< by duty: "lead", "cooperate" or "together"; all that the body has on the day
    Provenance provenance;
};

/// A unit that only this rulebook knows: so many of another unit.
struct UnitDefinition {
    std::string of;
    Number times{1};
};

/// A whole rulebook.
struct Rulebook {
    std::string id;
    std::string version;
    Period effective;
    Text title;
    std::string label;  ///< shown in every output, for example "synthetic"
    Text note;
    std::vector<Misprint> misprints;
    Named<Source> sources;
    Named<OpenPoint> open;
    Named<UnitDefinition> units;
    Named<Fact> facts;
    std::optional<Node> score;
    Rounding shown;
    std::optional<Classes> classes;
    Ranking ranking;
    Named<PeerGroup> groups;
    std::optional<SubjectSection> subject;
    Named<Condition> conditions;
    std::optional<LifecycleSection> lifecycle;
    std::shared_ptr<const TargetSection> targets;        ///< null: none
    std::shared_ptr<const IncentiveSection> incentives;  ///< null: none
    std::shared_ptr<const DutySection> duties;           ///< null: none
    std::shared_ptr<const NotRules> not_rules;           ///< null: none
    std::vector<Example> examples;
};

}  // namespace biaochi
