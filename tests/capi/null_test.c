/**
 * @file
 * Every argument of every function may be NULL without a crash; where a value is needed the answer is bad_argument.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "columns_sample.h"
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
    biaochi_columns_destroy(NULL);
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
    biaochi_whatif whatif;
    memset(&whatif, 0, sizeof whatif);
    REFUSED(biaochi_rules_whatif(NULL, &whatif, &error, &text), "rules");
    REFUSED(biaochi_rules_whatif(rules, NULL, &error, &text), "whatif");
    REFUSED(biaochi_rules_whatif(rules, &whatif, &error, &text), "whatif.records");
    whatif.records = "[]";
    REFUSED(biaochi_rules_whatif(rules, &whatif, &error, &text), "whatif.spec");
    whatif.spec = "{}";
    REFUSED(biaochi_rules_whatif(rules, &whatif, &error, NULL), "out");
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

static void slots_refuse_null(void) {
    size_t index = 7;
    REFUSED(biaochi_rules_slot(NULL, "share", &error, &index), "rules");
    REFUSED(biaochi_rules_slot(rules, NULL, &error, &index), "id");
    REFUSED(biaochi_rules_slot(rules, "share", &error, NULL), "out");
    REFUSED(biaochi_rules_node(NULL, "total", &error, &index), "rules");
    REFUSED(biaochi_rules_node(rules, NULL, &error, &index), "id");
    REFUSED(biaochi_rules_node(rules, "total", &error, NULL), "out");
    CHECK(index == 7);
    CHECK(biaochi_rules_slot_count(NULL) == 0 && biaochi_rules_node_count(NULL) == 0 && biaochi_rules_class_count(NULL) == 0);
    CHECK_TEXT(biaochi_rules_slot_id(NULL, 0), "");
    CHECK_TEXT(biaochi_rules_node_id(NULL, 0), "");
    CHECK_TEXT(biaochi_rules_class_id(NULL, 0), "");
    CHECK(biaochi_rules_places(NULL) == 0);
}

static void columns_refuse_null(void) {
    biaochi_columns* ready = NULL;
    biaochi_batch batch;
    memset(&batch, 0, sizeof batch);
    REFUSED(biaochi_columns_create(NULL, &error, &ready), "rules");
    REFUSED(biaochi_columns_create(rules, &error, NULL), "out");
    CHECK(ready == NULL);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    REFUSED(biaochi_columns_score(NULL, &batch, &error, NULL), "columns");
    REFUSED(biaochi_columns_score(ready, NULL, &error, NULL), "batch");
    batch.rows = 3;
    CHECK_STATUS(biaochi_columns_score(ready, &batch, &error, NULL), BIAOCHI_STATUS_OK); /* nothing is asked for */
    batch.column_count = 1;
    REFUSED(biaochi_columns_score(ready, &batch, &error, NULL), "batch.columns");
    biaochi_columns_destroy(ready);
}

static void changes_refuse_null(void) {
    static const uint32_t one[] = {0};
    static const char* const texts[] = {NULL};
    biaochi_columns* ready = NULL;
    biaochi_changes changes;
    size_t row = 0;
    memset(&changes, 0, sizeof changes);
    REFUSED(biaochi_previous_rows(NULL, one, 1, NULL, 0, &error, &row), "regions");
    REFUSED(biaochi_previous_rows(one, NULL, 1, NULL, 0, &error, &row), "periods");
    REFUSED(biaochi_previous_rows(one, one, 1, NULL, 1, &error, &row), "texts");
    REFUSED(biaochi_previous_rows(one, one, 1, texts, 1, &error, &row), "texts");
    REFUSED(biaochi_previous_rows(one, one, 1, NULL, 0, &error, NULL), "out");
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    REFUSED(biaochi_columns_change(NULL, &changes, &error, NULL), "columns");
    REFUSED(biaochi_columns_change(ready, NULL, &error, NULL), "changes");
    changes.rows = 1;
    REFUSED(biaochi_columns_change(ready, &changes, &error, NULL), "changes.previous");
    changes.column_count = 1;
    REFUSED(biaochi_columns_change(ready, &changes, &error, NULL), "changes.columns");
    biaochi_columns_destroy(ready);
}

static void ranks_refuse_null(void) {
    biaochi_columns* ready = NULL;
    biaochi_ranking ranking;
    size_t found = 0;
    memset(&ranking, 0, sizeof ranking);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    REFUSED(biaochi_columns_rank(NULL, &ranking, &error, NULL), "columns");
    REFUSED(biaochi_columns_rank(ready, NULL, &error, NULL), "ranking");
    REFUSED(biaochi_columns_top(NULL, &ranking, 1, 0, NULL, &error, &found), "columns");
    REFUSED(biaochi_columns_top(ready, NULL, 1, 0, NULL, &error, &found), "ranking");
    REFUSED(biaochi_columns_top(ready, &ranking, 1, 1, NULL, &error, &found), "rows");
    REFUSED(biaochi_columns_top(ready, &ranking, 1, 0, NULL, &error, NULL), "out");
    ranking.column_count = 1;
    REFUSED(biaochi_columns_rank(ready, &ranking, &error, NULL), "ranking.columns");
    biaochi_columns_destroy(ready);
}

static void frames_refuse_null(void) {
    struct ArrowSchema schema = sample_frame_schema();
    struct ArrowArray array = sample_frame_array();
    struct ArrowArrayStream stream = sample_stream(1);
    struct ArrowSchema type = {0};
    struct ArrowArray result = {0};
    struct ArrowArrayStream results = {0};
    biaochi_columns* ready = NULL;
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    REFUSED(biaochi_columns_score_array(NULL, &schema, &array, NULL, &error, &type, &result), "columns");
    REFUSED(biaochi_columns_score_array(ready, NULL, &array, NULL, &error, &type, &result), "schema");
    REFUSED(biaochi_columns_score_array(ready, &schema, NULL, NULL, &error, &type, &result), "array");
    REFUSED(biaochi_columns_score_array(ready, &schema, &array, NULL, &error, NULL, &result), "out_schema");
    REFUSED(biaochi_columns_score_array(ready, &schema, &array, NULL, &error, &type, NULL), "out");
    REFUSED(biaochi_columns_score_stream(NULL, &stream, NULL, &error, &results), "columns");
    REFUSED(biaochi_columns_score_stream(ready, NULL, NULL, &error, &results), "stream");
    REFUSED(biaochi_columns_score_stream(ready, &stream, NULL, &error, NULL), "out");
    CHECK(array.release != NULL && stream.release != NULL); /* what was refused so stays the caller's */
    CHECK(type.release == NULL && result.release == NULL && results.release == NULL);
    biaochi_columns_destroy(ready);
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
    slots_refuse_null();
    columns_refuse_null();
    ranks_refuse_null();
    changes_refuse_null();
    frames_refuse_null();
    error_may_be_null();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
