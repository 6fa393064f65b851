/// @file
/// How points and ranges lie to one another (DMN 1.5, table 81). A point is the closed range from itself to itself.

#include "feel/compare.hpp"
#include "feel/functions.hpp"

namespace biaochi::feel::detail::functions {

namespace {

/// Two ranges whose ends can all be compared, or the null that says why not.
class Pair {
public:
    Pair(const Value& a, const Value& b, std::string_view function) : a_(as_range(a)), b_(as_range(b)) {
        for (const Value* side : {&a, &b}) {
            if (side->is_null() && !failure_)
                failure_ = side->null().cause == Cause::none ? make_null(Cause::wrong_argument, function) : *side;
        }
        if (failure_) return;
        if (!order(a_.from, a_.to) || !order(b_.from, b_.to) || !order(a_.from, b_.from)) failure_ = make_null(Cause::type_error, function);
        if (a_.form != RangeForm::interval || b_.form != RangeForm::interval) failure_ = make_null(Cause::wrong_argument, function);
    }

    template <class Question>
    [[nodiscard]] Value ask(Question&& question) const {
        return failure_ ? *failure_ : make_boolean(question(a_, b_));
    }

private:
    static Range as_range(const Value& value) {
        if (value.kind() == Kind::range) return value.range();
        return Range{RangeForm::interval, value, value, true, true};
    }

    Range a_;
    Range b_;
    std::optional<Value> failure_;
};

bool less(const Value& a, const Value& b) { return *order(a, b) < 0; }
bool same(const Value& a, const Value& b) { return *order(a, b) == 0; }

bool is_before(const Range& a, const Range& b) { return less(a.to, b.from) || (same(a.to, b.from) && !(a.to_included && b.from_included)); }
bool do_meet(const Range& a, const Range& b) { return a.to_included && b.from_included && same(a.to, b.from); }

bool starts_no_later(const Range& a, const Range& b) {
    return less(a.from, b.from) || (same(a.from, b.from) && (a.from_included || !b.from_included));
}
bool ends_no_earlier(const Range& a, const Range& b) { return less(b.to, a.to) || (same(a.to, b.to) && (a.to_included || !b.to_included)); }
bool does_include(const Range& a, const Range& b) { return starts_no_later(a, b) && ends_no_earlier(a, b); }

/// Whether a begins before b, has its end inside b, and ends before b does.
bool does_overlap_before(const Range& a, const Range& b) {
    return !starts_no_later(b, a) && !is_before(a, b) && !(less(b.to, a.to) || (same(a.to, b.to) && a.to_included && !b.to_included));
}

bool does_finish(const Range& a, const Range& b) { return a.to_included == b.to_included && same(a.to, b.to) && starts_no_later(b, a); }
bool does_start(const Range& a, const Range& b) {
    return a.from_included == b.from_included && same(a.from, b.from) && ends_no_earlier(b, a);
}

bool does_coincide(const Range& a, const Range& b) {
    return same(a.from, b.from) && same(a.to, b.to) && a.from_included == b.from_included && a.to_included == b.to_included;
}

bool is_after(const Range& a, const Range& b) { return is_before(b, a); }
bool is_met_by(const Range& a, const Range& b) { return do_meet(b, a); }
bool do_overlap(const Range& a, const Range& b) { return !is_before(a, b) && !is_before(b, a); }
bool does_overlap_after(const Range& a, const Range& b) { return does_overlap_before(b, a); }
bool is_finished_by(const Range& a, const Range& b) { return does_finish(b, a); }
bool is_during(const Range& a, const Range& b) { return does_include(b, a); }
bool is_started_by(const Range& a, const Range& b) { return does_start(b, a); }

}  // namespace

Value before(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "before").ask(is_before); }
Value after(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "after").ask(is_after); }
Value meets(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "meets").ask(do_meet); }
Value met_by(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "met by").ask(is_met_by); }
Value overlaps(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "overlaps").ask(do_overlap); }

Value overlaps_before(Machine&, const Arguments& arguments) {
    return Pair(arguments[0], arguments[1], "overlaps before").ask(does_overlap_before);
}

Value overlaps_after(Machine&, const Arguments& arguments) {
    return Pair(arguments[0], arguments[1], "overlaps after").ask(does_overlap_after);
}

Value finishes(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "finishes").ask(does_finish); }
Value finished_by(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "finished by").ask(is_finished_by); }
Value includes(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "includes").ask(does_include); }
Value during(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "during").ask(is_during); }
Value starts(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "starts").ask(does_start); }
Value started_by(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "started by").ask(is_started_by); }
Value coincides(Machine&, const Arguments& arguments) { return Pair(arguments[0], arguments[1], "coincides").ask(does_coincide); }

}  // namespace biaochi::feel::detail::functions
