#pragma once
/// @file
/// When an expression or a condition is true and when false, as far as comparisons with constants tell.

#include <map>
#include <string>
#include <utility>

#include "biaochi/feel/expression.hpp"
#include "biaochi/rulebook/rulebook.hpp"
#include "rulebook/possible.hpp"

namespace biaochi::detail {

/// What is declared of a name in expressions.
struct Declared {
    Possible values;
    feel::Type type;
    bool given = false;  ///< whoever asks gives it, independently of all else; a value that is not given is unknown
};

/// Reads expressions over the names of a rulebook. Names of an event are written `event.points`.
class TruthReader {
public:
    /// @param book   valid
    /// @param event  whose data stand in `event`; null: no event, and no fields of a Case
    TruthReader(const Rulebook& book, const LifecycleEvent* event);

    /// @return the truth of an expression; nothing is known of one that does not compile
    [[nodiscard]] Truth expression(const std::string& text) const;
    /// @return the truth of a condition
    [[nodiscard]] Truth condition(const Condition& condition) const;
    /// @return the truth of what an id of a condition or an expression says
    [[nodiscard]] Truth guard(const std::string& text) const;
    /// @return the truth under any reading of an open point; always true without one
    [[nodiscard]] Truth guard(const Choice<std::string>& choice) const;
    /// Finds values for which an expression and another are both true, by evaluating them.
    /// @return the values in words, `event.points = 60`; empty where none were found
    [[nodiscard]] std::string witness(const std::string& a, const std::string& b) const;

    /// @return what is declared of a name, or null
    [[nodiscard]] const Declared* find(const std::string& name) const;
    [[nodiscard]] const feel::Scope& scope() const noexcept { return scope_; }

private:
    void declare(const std::string& name, const SubjectField& field, bool given);
    void declare_facts();
    [[nodiscard]] std::optional<feel::Expression> compiled(const std::string& text) const;
    [[nodiscard]] std::string witness(const Situation& situation, const feel::Expression& a, const feel::Expression& b) const;

    const Rulebook& book_;
    const LifecycleEvent* event_;
    feel::Scope scope_;
    std::map<std::string, Declared> declared_;
    mutable std::map<std::string, Truth> conditions_;
};

/// Reads one compiled expression.
[[nodiscard]] Truth truth_of(const feel::Expression& expression, const TruthReader& reader);

/// Follows a name of which is said that it is null without being unknown, as what nobody gave may be.
inline constexpr const char* null_mark = " is null";

}  // namespace biaochi::detail
