/**
 * @file
 * Every argument of every function may be NULL without a crash; where a value is needed the answer is bad_argument.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)
#define REFUSED(call, argument)                            \
    do {                                                   \
        memset(&error, 'x', sizeof error);                 \
        CHECK_STATUS(call, BIAOCHI_STATUS_BAD_ARGUMENT);   \
        CHECK_TEXT(error.code, "bad_argument");            \
        CHECK_TEXT(error.where, "");                       \
        CHECK(strstr(error.en, "`" argument "`") != NULL); \
        CHECK(strstr(error.zh, "`" argument "`") != NULL); \
    } while (0)

static biaochi_error error;
static biaochi_rulebook* book = NULL;
static biaochi_rules* rules = NULL;

static void destroying_null_is_allowed(void) {
    biaochi_rulebook_destroy(NULL);
    biaochi_rules_destroy(NULL);
    biaochi_text_destroy(NULL);
}

static void null_text_is_empty(void) {
    CHECK_TEXT(biaochi_text_data(NULL), "");
    CHECK(biaochi_text_size(NULL) == 0);
}

static void rulebook_calls_refuse_null(void) {
    biaochi_rulebook* made = NULL;
    biaochi_text* text = NULL;
    REFUSED(biaochi_rulebook_create(NULL, 0, &error, &made), "json");
    REFUSED(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, NULL), "out");
    REFUSED(biaochi_rulebook_check(NULL, 0, &error, &text), "json");
    REFUSED(biaochi_rulebook_check(sample_rulebook, SIZE(sample_rulebook), &error, NULL), "out");
    REFUSED(biaochi_rulebook_test(NULL, &error, &text), "rulebook");
    REFUSED(biaochi_rulebook_test(book, &error, NULL), "out");
    REFUSED(biaochi_rulebook_export(NULL, "xstate", &error, &text), "rulebook");
    REFUSED(biaochi_rulebook_export(book, NULL, &error, &text), "format");
    REFUSED(biaochi_rulebook_export(book, "xstate", &error, NULL), "out");
    REFUSED(biaochi_rulebook_draw(NULL, "dot", "en", &error, &text), "rulebook");
    REFUSED(biaochi_rulebook_draw(book, NULL, "en", &error, &text), "format");
    REFUSED(biaochi_rulebook_draw(book, "dot", NULL, &error, &text), "language");
    REFUSED(biaochi_rulebook_draw(book, "dot", "en", &error, NULL), "out");
    CHECK(made == NULL && text == NULL);
}

static void rules_calls_refuse_null(void) {
    biaochi_rules* made = NULL;
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_create(NULL, NULL, NULL, &error, &made), "rulebook");
    REFUSED(biaochi_rules_create(book, NULL, NULL, &error, NULL), "out");
    REFUSED(biaochi_rules_check(NULL, sample_records, SIZE(sample_records), &error, &text), "rules");
    REFUSED(biaochi_rules_check(rules, NULL, 0, &error, &text), "records");
    REFUSED(biaochi_rules_check(rules, sample_records, SIZE(sample_records), &error, NULL), "out");
    REFUSED(biaochi_rules_score(NULL, sample_records, SIZE(sample_records), &error, &text), "rules");
    REFUSED(biaochi_rules_score(rules, NULL, 0, &error, &text), "records");
    REFUSED(biaochi_rules_score(rules, sample_records, SIZE(sample_records), &error, NULL), "out");
    CHECK(made == NULL && text == NULL);
}

static void explain_refuses_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_explain(NULL, sample_records, SIZE(sample_records), 0, "zh", "text", &error, &text), "rules");
    REFUSED(biaochi_rules_explain(rules, NULL, 0, 0, "zh", "text", &error, &text), "records");
    REFUSED(biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 0, NULL, "text", &error, &text), "language");
    REFUSED(biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 0, "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 0, "zh", "text", &error, NULL), "out");
    CHECK(text == NULL);
}

static void decide_refuses_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_decide(NULL, "[]", 2, NULL, "zh", "text", &error, &text), "rules");
    REFUSED(biaochi_rules_decide(rules, NULL, 0, NULL, "zh", "text", &error, &text), "subjects");
    REFUSED(biaochi_rules_decide(rules, "[]", 2, NULL, NULL, "text", &error, &text), "language");
    REFUSED(biaochi_rules_decide(rules, "[]", 2, NULL, "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_rules_decide(rules, "[]", 2, NULL, "zh", "text", &error, NULL), "out");
    CHECK(text == NULL);
}

static void what_ifs_refuse_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_whatif(NULL, "[]", 2, "{}", 2, 1, &error, &text), "rules");
    REFUSED(biaochi_rules_whatif(rules, NULL, 0, "{}", 2, 1, &error, &text), "records");
    REFUSED(biaochi_rules_whatif(rules, "[]", 2, NULL, 0, 1, &error, &text), "spec");
    REFUSED(biaochi_rules_whatif(rules, "[]", 2, "{}", 2, 1, &error, NULL), "out");
    CHECK(text == NULL);
}

static void awards_refuse_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_award(NULL, "[]", 2, NULL, "zh", "text", &error, &text), "rules");
    REFUSED(biaochi_rules_award(rules, NULL, 0, NULL, "zh", "text", &error, &text), "applications");
    REFUSED(biaochi_rules_award(rules, "[]", 2, NULL, NULL, "text", &error, &text), "language");
    REFUSED(biaochi_rules_award(rules, "[]", 2, NULL, "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_rules_award(rules, "[]", 2, NULL, "zh", "text", &error, NULL), "out");
    REFUSED(biaochi_share(NULL, 0, "zh", "text", &error, &text), "request");
    REFUSED(biaochi_share("{}", 2, NULL, "text", &error, &text), "language");
    REFUSED(biaochi_share("{}", 2, "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_share("{}", 2, "zh", "text", &error, NULL), "out");
    CHECK(text == NULL);
}

static void duties_refuse_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_duties(NULL, "a", "2020-01-01", "zh", "text", &error, &text), "rules");
    REFUSED(biaochi_rules_duties(rules, NULL, NULL, "zh", "text", &error, &text), "on");
    REFUSED(biaochi_rules_duties(rules, NULL, "2020-01-01", NULL, "text", &error, &text), "language");
    REFUSED(biaochi_rules_duties(rules, NULL, "2020-01-01", "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_rules_duties(rules, NULL, "2020-01-01", "zh", "text", &error, NULL), "out");
    CHECK(text == NULL);
}

static void coverage_refuses_null(void) {
    biaochi_text* text = NULL;
    const biaochi_rulebook* books[] = {book};
    REFUSED(biaochi_coverage(NULL, 0, NULL, 0, NULL, &error, &text), "rulebooks");
    REFUSED(biaochi_coverage(books, 1, NULL, 0, NULL, &error, NULL), "out");
    CHECK(text == NULL);
}

static void progress_refuses_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_rules_progress(NULL, "[]", 2, NULL, NULL, NULL, "zh", "text", &error, &text), "rules");
    REFUSED(biaochi_rules_progress(rules, NULL, 0, NULL, NULL, NULL, "zh", "text", &error, &text), "records");
    REFUSED(biaochi_rules_progress(rules, "[]", 2, NULL, NULL, NULL, NULL, "text", &error, &text), "language");
    REFUSED(biaochi_rules_progress(rules, "[]", 2, NULL, NULL, NULL, "zh", NULL, &error, &text), "format");
    REFUSED(biaochi_rules_progress(rules, "[]", 2, NULL, NULL, NULL, "zh", "text", &error, NULL), "out");
    CHECK(text == NULL);
}

static void evaluate_refuses_null(void) {
    biaochi_text* text = NULL;
    REFUSED(biaochi_expression_evaluate(NULL, 0, &error, &text), "question");
    REFUSED(biaochi_expression_evaluate("{}", 2, &error, NULL), "out");
    CHECK(text == NULL);
}

static void days_refuse_null(void) {
    biaochi_date day;
    memset(&day, 0, sizeof day);
    REFUSED(biaochi_date_add_months(NULL, 1, "refuse", &error, &day), "date");
    REFUSED(biaochi_date_add_months("2024-01-31", 1, NULL, &error, &day), "rounding");
    REFUSED(biaochi_date_add_months("2024-01-31", 1, "refuse", &error, NULL), "out");
    REFUSED(biaochi_date_end_of_months(NULL, 1, "next_day", "refuse", &error, &day), "date");
    REFUSED(biaochi_date_end_of_months("2024-01-31", 1, NULL, "refuse", &error, &day), "start");
    REFUSED(biaochi_date_end_of_months("2024-01-31", 1, "next_day", NULL, &error, &day), "rounding");
    REFUSED(biaochi_date_end_of_months("2024-01-31", 1, "next_day", "refuse", &error, NULL), "out");
    REFUSED(biaochi_date_next_yearly(NULL, "2024-01-31", "refuse", &error, &day), "day");
    REFUSED(biaochi_date_next_yearly("03-31", NULL, "refuse", &error, &day), "date");
    REFUSED(biaochi_date_last_yearly("03-31", "2024-01-31", NULL, &error, &day), "rounding");
    REFUSED(biaochi_date_last_yearly("03-31", "2024-01-31", "refuse", &error, NULL), "out");
    CHECK(day.text[0] == 0);
}

static void error_may_be_null(void) {
    biaochi_text* text = NULL;
    biaochi_rulebook* made = NULL;
    CHECK_STATUS(biaochi_rulebook_create(NULL, 0, NULL, &made), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rulebook_create("{", 1, NULL, &made), BIAOCHI_STATUS_ISSUES);
    CHECK_STATUS(biaochi_rules_score(rules, "{", 1, NULL, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_STATUS(biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 0, "fr", "text", NULL, &text),
                 BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 9, "zh", "text", NULL, &text),
                 BIAOCHI_STATUS_OUT_OF_RANGE);
    CHECK(text == NULL && made == NULL);
}

int main(void) {
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    destroying_null_is_allowed();
    null_text_is_empty();
    rulebook_calls_refuse_null();
    rules_calls_refuse_null();
    explain_refuses_null();
    decide_refuses_null();
    what_ifs_refuse_null();
    awards_refuse_null();
    duties_refuse_null();
    coverage_refuses_null();
    progress_refuses_null();
    evaluate_refuses_null();
    days_refuse_null();
    error_may_be_null();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
