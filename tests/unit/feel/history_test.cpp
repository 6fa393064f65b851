/// @file
/// Functions for figures by year and for cohorts: rows worked out by hand, and laws over random lists.

#include <algorithm>
#include <random>

#include "run.hpp"

namespace biaochi::feel {
namespace {

Scope scope_of_lists(bool history_functions = true) {
    Scope scope = facts();
    scope.history_functions = history_functions;
    const Type year = context_of({{"year", type_of(Type::Of::number)}, {"score", number_in("分")}, {"class", type_of(Type::Of::text)}});
    scope.inputs.push_back({"history", list_of(year), 9});
    return scope;
}

/// 2021 to 2024: 70, not given, 72, 71.
std::vector<Value> inputs_of_lists() {
    std::vector<Value> inputs = values();
    std::vector<Value> rows;
    const std::vector<Value> scores{make_number(Number(70)), make_null(Cause::missing_fact, "history.2022.score"), make_number(Number(72)),
                                    make_number(Number(71))};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        rows.push_back(make_context(
            {{"year", make_number(Number(2021 + static_cast<std::int64_t>(i)))}, {"score", scores[i]}, {"class", make_text("B")}}));
    }
    inputs.push_back(make_list(std::move(rows)));
    return inputs;
}

std::string answer(const std::string& text) {
    const Compiled compiled = compile_expression(text, scope_of_lists());
    if (!compiled.expression) return std::string(name(compiled.issues.at(0).code)) + " " + std::to_string(compiled.issues.at(0).column);
    return printed(evaluate(*compiled.expression, inputs_of_lists()));
}

TEST(History, RowsByHand) {
    const std::vector<Row> rows{
        {"falls in a row([70, 72, 71, 69])", "2"},
        {"falls in a row([70, 72, 71, 71])", "0"},  // level is no fall
        {"falls in a row([73, 72, 71])", "2"},
        {"falls in a row([73])", "0"},
        {"falls in a row([])", "empty_list falls in a row"},
        {"falls in a row([gone, 70, 72])", "0"},                  // what is not known does not matter: the last step rises
        {"falls in a row([gone, 72, 70])", "missing_fact gone"},  // it does: there may be one more
        {"falls in a row([72, 70, gone])", "missing_fact gone"},
        {"falls in a row([gone])", "missing_fact gone"},
        {"rises in a row([3, 1, 2, 4])", "2"},
        {"falls in a row([\"B\", \"A\"])", "type_mismatch 16"},
        {"fell each step([73, 72, 71], 2)", "true"},
        {"fell each step([73, 72, 71], 3)", "missing_fact earlier values"},  // one more year is not in the list
        {"fell each step([72, 73, 71], 3)", "false"},                        // but one rise is enough to know
        {"fell each step([gone, 73, 73], 2)", "false"},
        {"fell each step([gone, 73, 72], 2)", "missing_fact gone"},
        {"fell each step([73, 72], 0)", "wrong_argument fell each step"},
        {"rose each step([1, 2, 3], 2)", "true"},
        {"rose each step(list: [1, 2, 2], n: 1)", "false"},
        {"change([70, 72, 71])", "-1"},
        {"change([70, 72, 71], 2)", "1"},
        {"change([70, 72, 71], 3)", "missing_fact earlier values"},
        {"change([gone, 72, 71], 2)", "missing_fact gone"},
        {"change([gone, 72, 71], 1)", "-1"},
        {"change([72], 0)", "0"},
        {"change([72, 71], 0.5)", "wrong_argument change"},
        {"change from highest([70, 72.5, 71])", "-1.5"},
        {"change from highest([70, gone, 71])", "missing_fact gone"},
        {"change from lowest([3, 1, 4])", "3"},
        {"share([true, false, true])", "0.6666666666666666666666666666666667"},
        {"share([])", "empty_list share"},
        {"share([true, gone = 1])", "missing_fact gone"},
        {"share(for c in counties return c.class = \"C\")", "missing_fact 丙.class"},
        {"rank among(70, [70, 80, 80, 60], \"higher\")", "3"},
        {"rank among(3, [1, 3, 3, 7], \"lower\")", "2"},
        {"rank among(3, [1, gone], \"lower\")", "missing_fact gone"},
        {"rank among(gone, [1, 2], \"lower\")", "missing_fact gone"},
        {"rank among(3, [], \"lower\")", "empty_list rank among"},
        {"rank among(3, [1, 2], \"better\")", "wrong_argument 1"},
        {"rank among(3, [1, 2])", "wrong_argument 1"},
        {"percentile among(80, [70, 80, 80, 60], \"higher\")", "1"},
        {"percentile among(60, [70, 80, 80, 60], \"higher\")", "0.25"},
        {"falls in a row(history.score)", "missing_fact history.2022.score"},
        {"fell each step(history.score, 2)", "missing_fact history.2022.score"},
        {"rises in a row(history.score)", "0"},
        {"change(history.score, 2)", "missing_fact history.2022.score"},
        {"change(history.score) > firms", "unit_mismatch 1"},
        {"falls in a row(history.class)", "type_mismatch 16"},
        {"rank among(firms, history.score, \"higher\")", "unit_mismatch 1"},
    };
    for (const Row& row : rows) EXPECT_EQ(answer(row.expression), row.value) << row.expression;
}

TEST(History, FunctionsAreOfRulebooksOnly) {
    const Compiled compiled = compile_expression("falls in a row([2, 1])", scope_of_lists(false));
    ASSERT_FALSE(compiled.expression);
    EXPECT_EQ(compiled.issues.at(0).code, IssueCode::unknown_function);
}

// Laws.

using Known = std::vector<std::optional<int>>;

std::string text_of(const Known& list, int factor = 1) {
    std::string text = "[";
    for (const auto& each : list) {
        if (text.size() > 1) text += ", ";
        text += each ? "(" + std::to_string(*each * factor) + ")" : "gone";
    }
    return text + "]";
}

Known random_list(std::mt19937& random, bool with_gaps) {
    Known list(1 + random() % 6);
    for (auto& each : list) {
        if (!with_gaps || random() % 4 != 0) each = static_cast<int>(random() % 4);
    }
    return list;
}

/// The same list with each gap filled.
Known filled(Known list, std::mt19937& random) {
    for (auto& each : list) each = each.value_or(static_cast<int>(random() % 4));
    return list;
}

TEST(History, CountsFallsAsAPlainLoopDoes) {
    std::mt19937 random(20240131);
    for (int round = 0; round < 300; ++round) {
        const Known list = random_list(random, false);
        int falls = 0;
        for (std::size_t i = list.size() - 1; i > 0 && *list[i] < *list[i - 1]; --i) ++falls;
        EXPECT_EQ(answer("falls in a row(" + text_of(list) + ")"), std::to_string(falls));
        EXPECT_EQ(answer("rises in a row(" + text_of(list, -1) + ")"), std::to_string(falls));
        const std::string n = std::to_string(falls);
        if (falls > 0) {
            EXPECT_EQ(answer("fell each step(" + text_of(list) + ", " + n + ")"), "true");
        }
    }
}

TEST(History, WhatIsSaidInSpiteOfAGapHoldsHoweverItIsFilled) {
    std::mt19937 random(7);
    const std::vector<std::string> calls{"falls in a row(L)",
                                         "rises in a row(L)",
                                         "fell each step(L, 2)",
                                         "rose each step(L, 1)",
                                         "change(L, 1)",
                                         "change from highest(L)",
                                         "change from lowest(L)",
                                         "share(for x in L return x > 1)",
                                         "rank among(2, L, \"higher\")",
                                         "percentile among(1, L, \"lower\")"};
    int told = 0;
    for (int round = 0; round < 400; ++round) {
        const Known gaps = random_list(random, true);
        const Known full = filled(gaps, random);
        for (std::string call : calls) {
            const std::size_t at = call.find('L');
            const std::string with_gaps = answer(std::string(call).replace(at, 1, text_of(gaps)));
            if (with_gaps.starts_with("missing_fact")) continue;
            ++told;
            EXPECT_EQ(with_gaps, answer(call.replace(at, 1, text_of(full)))) << text_of(gaps) << text_of(full);
        }
    }
    EXPECT_GT(told, 500);
}

TEST(History, WhatAShortListSaysHoldsWhateverWasBefore) {
    std::mt19937 random(11);
    for (int round = 0; round < 300; ++round) {
        const Known list = random_list(random, false);
        Known longer = random_list(random, false);
        longer.insert(longer.end(), list.begin(), list.end());
        for (const std::string call : {"fell each step(L, 3)", "rose each step(L, 2)", "change(L, 2)"}) {
            const std::size_t at = call.find('L');
            const std::string before = answer(std::string(call).replace(at, 1, text_of(list)));
            if (before.starts_with("missing_fact")) continue;
            EXPECT_EQ(before, answer(std::string(call).replace(at, 1, text_of(longer))));
        }
    }
}

TEST(History, RankAndPercentileCountTheSameOthers) {
    std::mt19937 random(13);
    for (int round = 0; round < 300; ++round) {
        const Known list = random_list(random, false);
        const std::string item = "(" + std::to_string(*list.front()) + ")";
        const std::string opposite = "(" + std::to_string(-*list.front()) + ")";
        const std::string rank = answer("rank among(" + item + ", " + text_of(list) + ", \"higher\")");
        EXPECT_EQ(rank, answer("rank among(" + opposite + ", " + text_of(list, -1) + ", \"lower\")"));
        EXPECT_EQ(answer("percentile among(" + item + ", " + text_of(list) + ", \"higher\") = 1 - (" + rank + " - 1) / " +
                         std::to_string(list.size())),
                  "true");
    }
}

}  // namespace
}  // namespace biaochi::feel
