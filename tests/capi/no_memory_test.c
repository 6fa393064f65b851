/**
 * @file
 * Whichever allocation fails, a call ends with no_memory and leaves nothing behind, or does without it and ends well.
 */

#include <errno.h>

#include "biaochi/biaochi.h"
#include "check.h"
#include "columns_sample.h"
#include "fail_allocation.h"
#include "lifecycle_sample.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)

static const char wrong_rulebook[] = "{\"format\": \"biaochi/1\", \"id\": 7, \"titel\": {\"zh\": \"标尺\"}, \"titel\": []}";
static const char wrong_records[] = "[{\"region\": \"东\", \"facts\": {\"share\": \"many\", \"farms\": 2}}]";

static const char living_rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"living\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Living\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"lifecycle\": {\"initial\": \"open\", \"starts_with\": \"apply\","
    " \"events\": {\"apply\": {\"name\": {\"en\": \"Application\"}}}, \"states\": {\"open\": {\"name\": {\"en\": \"Open\"}}}}}";

static const char target_rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"promised\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Promised\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}}, \"facts\": {\"x\": {\"name\": {\"en\": "
    "\"X\"}}},"
    " \"targets\": {\"more\": {\"name\": {\"en\": \"More\"}, \"fact\": \"x\", \"yearly\": {\"at_least\": 5, \"from\": 2020}}}}";

static biaochi_rulebook* living = NULL;
static biaochi_rulebook* book = NULL;
static biaochi_rules* rules = NULL;
static biaochi_rules* cycle = NULL;
static biaochi_rules* promised = NULL;
static biaochi_calendar* calendar = NULL;
static biaochi_error error;

/** A call to be tried, which frees what it was given. */
typedef biaochi_status (*attempt)(void);

static biaochi_status drop(biaochi_status status, biaochi_text* text) {
    biaochi_text_destroy(text);
    return status;
}

static biaochi_status create_rulebook(void) {
    biaochi_rulebook* made = NULL;
    const biaochi_status status = biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &made);
    CHECK((status == BIAOCHI_STATUS_OK) == (made != NULL));
    biaochi_rulebook_destroy(made);
    return status;
}

static biaochi_status refuse_rulebook(void) {
    biaochi_rulebook* made = NULL;
    return biaochi_rulebook_create(wrong_rulebook, SIZE(wrong_rulebook), &error, &made);
}

static biaochi_status check_rulebook(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rulebook_check(sample_rulebook, SIZE(sample_rulebook), &error, &text);
    return drop(status, text);
}

static biaochi_status test_rulebook(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rulebook_test(book, &error, &text);
    return drop(status, text);
}

static biaochi_status export_lifecycle(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rulebook_export(living, "xstate", &error, &text);
    return drop(status, text);
}

static biaochi_status draw_lifecycle(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rulebook_draw(living, "mermaid", "en", &error, &text);
    return drop(status, text);
}

static biaochi_status refuse_to_draw(void) {
    biaochi_text* text = NULL;
    return biaochi_rulebook_draw(book, "dot", "en", &error, &text);
}

static biaochi_status create_rules(void) {
    biaochi_rules* made = NULL;
    const biaochi_status status = biaochi_rules_create(book, "2021-06-30", sample_readings, &error, &made);
    CHECK((status == BIAOCHI_STATUS_OK) == (made != NULL));
    biaochi_rules_destroy(made);
    return status;
}

static biaochi_status check_records(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_check(rules, wrong_records, SIZE(wrong_records), &error, &text);
    return drop(status, text);
}

static biaochi_status score_records(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_score(rules, sample_records, SIZE(sample_records), &error, &text);
    return drop(status, text);
}

static biaochi_status draw_weights(void) {
    static const char known[] =
        "[{\"region\": \"a\", \"facts\": {\"share\": 1, \"firms\": 3}}, {\"region\": \"b\", \"facts\": {\"share\": 2, \"firms\": 3}}]";
    static const char spec[] = "{\"draws\": 2, \"weights\": [{\"node\": \"share\", \"percent\": 50}]}";
    biaochi_text* text = NULL;
    biaochi_whatif whatif = {0};
    whatif.records = known;
    whatif.records_size = SIZE(known);
    whatif.spec = spec;
    whatif.spec_size = SIZE(spec);
    whatif.threads = 1;
    const biaochi_status status = biaochi_rules_whatif(rules, &whatif, &error, &text);
    return drop(status, text);
}

static biaochi_status explain_record(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_explain(rules, sample_records, SIZE(sample_records), 0, "zh", "markdown", &error, &text);
    return drop(status, text);
}

static biaochi_status evaluate_expression(void) {
    static const char question[] = "{\"expr\": \"if x > 1/3 then [x, \\\"a\\\"] else null\", \"facts\": {\"x\": 2.5}}";
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_expression_evaluate(question, SIZE(question), &error, &text);
    return drop(status, text);
}

static biaochi_status decide_subject(void) {
    static const char subject[] = "{\"region\": \"A\", \"facts\": {\"x\": 2}}";
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_decide(cycle, subject, SIZE(subject), NULL, "zh", "text", &error, &text);
    return drop(status, text);
}

static biaochi_rulebook* plan = NULL;
static biaochi_rules* plan_rules = NULL;

static const char plan_of_duties[] =
    "{\"format\": \"biaochi/1\", \"id\": \"plan\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Plan\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"bodies\": {\"a\": {\"name\": {\"en\": \"A\"}, \"cite\": {\"source\": \"plan\", \"clause\": \"1\", \"ledger\": [\"T-01\"]}}},"
    " \"duties\": {\"work\": {\"name\": {\"en\": \"Work\"}, \"lead\": [\"a\"]}},"
    " \"claims\": {\"thing\": {\"name\": {\"en\": \"Thing\"}, \"fields\": {\"x\": {\"name\": {\"en\": \"X\"}, \"type\": \"number\"}}}},"
    " \"incentives\": {\"grant\": {\"name\": {\"en\": \"Grant\"}, \"claim\": \"thing\", \"unit\": \"\xE5\x85\x83\", \"when\": \"x > 1\", "
    "\"fixed\": 5}}}";

static biaochi_status ask_duties(void) {
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_duties(plan_rules, "a", "2020-01-01", "zh", "text", &error, &text);
    return drop(status, text);
}

static biaochi_status award_application(void) {
    static const char application[] = "{\"applicant\": \"A\", \"claims\": [{\"id\": \"c\", \"claim\": \"thing\"}]}";
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_award(plan_rules, application, SIZE(application), NULL, "zh", "text", &error, &text);
    return drop(status, text);
}

static biaochi_status share_budget(void) {
    static const char request[] = "{\"budget\": 1, \"equal\": 3}";
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_share(request, SIZE(request), "zh", "text", &error, &text);
    return drop(status, text);
}

static biaochi_status cover_plan(void) {
    static const char ledger[] = "| id |\n|---|\n| T-01 |\n";
    const biaochi_rulebook* books[] = {plan};
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_coverage(books, 1, ledger, SIZE(ledger), "T", &error, &text);
    return drop(status, text);
}

static biaochi_status progress_of_records(void) {
    static const char records[] = "[{\"region\": \"A\", \"period\": \"2021\", \"facts\": {\"x\": 2}}]";
    biaochi_text* text = NULL;
    return drop(biaochi_rules_progress(promised, records, SIZE(records), NULL, NULL, NULL, "zh", "text", &error, &text), text);
}

static biaochi_columns* ready = NULL;

static biaochi_status create_columns(void) {
    biaochi_columns* made = NULL;
    const biaochi_status status = biaochi_columns_create(rules, &error, &made);
    CHECK((status == BIAOCHI_STATUS_OK) == (made != NULL));
    biaochi_columns_destroy(made);
    return status;
}

static biaochi_status find_no_slot(void) {
    size_t index = 0;
    return biaochi_rules_slot(rules, "shares", &error, &index);
}

static biaochi_status find_no_node(void) {
    size_t index = 0;
    return biaochi_rules_node(rules, "shares", &error, &index);
}

static biaochi_status score_columns(void) {
    double low[3];
    biaochi_column share = {0};
    biaochi_batch batch = {0};
    share.values = frame_shares;
    batch.columns = &share;
    batch.column_count = 1;
    batch.rows = 3;
    batch.out.score.low = low;
    return biaochi_columns_score(ready, &batch, &error, NULL);
}

static biaochi_ranking sample_ranking(const biaochi_column* share) {
    biaochi_ranking ranking = {0};
    ranking.columns = share;
    ranking.column_count = 1;
    ranking.rows = 3;
    return ranking;
}

static biaochi_status rank_columns(void) {
    biaochi_column share = {0};
    share.values = frame_shares;
    const biaochi_ranking ranking = sample_ranking(&share);
    return biaochi_columns_rank(ready, &ranking, &error, NULL);
}

static biaochi_status find_first_rows(void) {
    size_t found = 0;
    biaochi_column share = {0};
    share.values = frame_shares;
    const biaochi_ranking ranking = sample_ranking(&share);
    return biaochi_columns_top(ready, &ranking, 1, 0, NULL, &error, &found);
}

static biaochi_status find_previous_rows(void) {
    static const uint32_t regions[] = {0, 0};
    static const uint32_t periods[] = {0, 1};
    static const char* const texts[] = {"2020", "2021"};
    size_t previous[2];
    return biaochi_previous_rows(regions, periods, 2, texts, 2, &error, previous);
}

static biaochi_status change_columns(void) {
    static const size_t previous[] = {1, 2, 0};
    double low[3];
    biaochi_column share = {0};
    biaochi_changes changes = {0};
    share.values = frame_shares;
    changes.columns = &share;
    changes.column_count = 1;
    changes.rows = 3;
    changes.previous = previous;
    changes.change.low = low;
    return biaochi_columns_change(ready, &changes, &error, NULL);
}

static const char* frame_options;

static biaochi_status score_frame(void) {
    struct ArrowSchema schema = sample_frame_schema();
    struct ArrowArray array = sample_frame_array();
    struct ArrowSchema type = {0};
    struct ArrowArray result = {0};
    const biaochi_status status = biaochi_columns_score_array(ready, &schema, &array, frame_options, &error, &type, &result);
    CHECK(array.release == NULL);
    CHECK((status == BIAOCHI_STATUS_OK) == (result.release != NULL) && (status == BIAOCHI_STATUS_OK) == (type.release != NULL));
    if (result.release != NULL) result.release(&result);
    if (type.release != NULL) type.release(&type);
    schema.release(&schema);
    CHECK(columns_out == 0);
    return status;
}

/* A stream tells of a lack of memory by ENOMEM. */
static biaochi_status score_frames(void) {
    struct ArrowArrayStream stream = sample_stream(2);
    struct ArrowArrayStream results = {0};
    struct ArrowSchema type = {0};
    struct ArrowArray result = {0};
    int code = 0;
    int arrays = 0;
    biaochi_status status = biaochi_columns_score_stream(ready, &stream, frame_options, &error, &results);
    CHECK(stream.release == NULL);
    CHECK(status == BIAOCHI_STATUS_OK || columns_out == 0);
    if (status != BIAOCHI_STATUS_OK) return status;
    for (; (code = results.get_next(&results, &result)) == 0 && result.release != NULL; ++arrays) result.release(&result);
    if (code == 0) code = results.get_schema(&results, &type);
    if (code == ENOMEM) {
        status = BIAOCHI_STATUS_NO_MEMORY;
        memcpy(error.code, "no_memory", sizeof "no_memory");
        CHECK(results.get_next(&results, &result) == ENOMEM); /* what failed stays so */
        CHECK_TEXT(results.get_last_error(&results), "no memory");
    }
    CHECK(code == ENOMEM || (code == 0 && arrays == 2));
    if (type.release != NULL) type.release(&type);
    results.release(&results);
    CHECK(columns_out == 0);
    return status;
}

static biaochi_status create_calendar(void) {
    biaochi_calendar* made = NULL;
    const biaochi_status status = biaochi_calendar_create(lifecycle_calendar, SIZE(lifecycle_calendar), &error, &made);
    CHECK((status == BIAOCHI_STATUS_OK) == (made != NULL));
    biaochi_calendar_destroy(made);
    return status;
}

static biaochi_status find_a_day(void) {
    biaochi_date day;
    return biaochi_date_next_yearly("02-29", "2025-01-01", "last_day", &error, &day);
}

static biaochi_status refuse_a_day(void) {
    biaochi_date day;
    return biaochi_date_add_months("2023-01-31", 1, "refuse", &error, &day);
}

static biaochi_log sample_log(void) {
    biaochi_log log = {0};
    log.events = lifecycle_log;
    log.events_size = SIZE(lifecycle_log);
    return log;
}

static biaochi_status replay_log(void) {
    const biaochi_log log = sample_log();
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_replay(cycle, &log, "zh", "text", &error, &text);
    return drop(status, text);
}

static biaochi_status what_may_follow(void) {
    const biaochi_log log = sample_log();
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_next(cycle, &log, "2023-10-08", "zh", "json", &error, &text);
    return drop(status, text);
}

static biaochi_status what_is_due(void) {
    const biaochi_calendar* calendars[] = {calendar};
    biaochi_log log = sample_log();
    log.calendars = calendars;
    log.calendar_count = 1;
    biaochi_text* text = NULL;
    const biaochi_status status = biaochi_rules_due(cycle, &log, "2023-10-08", "zh", "json", &error, &text);
    return drop(status, text);
}

static void survives_every_failure(const char* name, attempt call, biaochi_status well) {
    long n = 1;
    for (int failed = 1; failed != 0 && check_failures == 0; ++n) {
        fail_allocation(n);
        const biaochi_status status = call();
        failed = allocation_failed();
        fail_allocation(0);
        CHECK(status == well || (failed && status == BIAOCHI_STATUS_NO_MEMORY));
        if (status == BIAOCHI_STATUS_NO_MEMORY) CHECK_TEXT(error.code, "no_memory");
        if (check_failures != 0) fprintf(stderr, "%s: allocation %ld, status %s\n", name, n, biaochi_status_name(status));
    }
    printf("%s: %ld allocations\n", name, n - 2);
}

int main(void) {
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rulebook_create(living_rulebook, SIZE(living_rulebook), &error, &living), BIAOCHI_STATUS_OK);
    if (rules == NULL || living == NULL) return 1;
    survives_every_failure("create a rulebook", create_rulebook, BIAOCHI_STATUS_OK);
    survives_every_failure("refuse a rulebook", refuse_rulebook, BIAOCHI_STATUS_ISSUES);
    survives_every_failure("check a rulebook", check_rulebook, BIAOCHI_STATUS_OK);
    survives_every_failure("test a rulebook", test_rulebook, BIAOCHI_STATUS_OK);
    survives_every_failure("export a lifecycle", export_lifecycle, BIAOCHI_STATUS_OK);
    survives_every_failure("draw a lifecycle", draw_lifecycle, BIAOCHI_STATUS_OK);
    survives_every_failure("refuse to draw", refuse_to_draw, BIAOCHI_STATUS_ISSUES);
    survives_every_failure("create rules", create_rules, BIAOCHI_STATUS_OK);
    survives_every_failure("check records", check_records, BIAOCHI_STATUS_OK);
    survives_every_failure("score records", score_records, BIAOCHI_STATUS_OK);
    survives_every_failure("draw weights", draw_weights, BIAOCHI_STATUS_OK);
    survives_every_failure("explain a record", explain_record, BIAOCHI_STATUS_OK);
    survives_every_failure("evaluate an expression", evaluate_expression, BIAOCHI_STATUS_OK);
    survives_every_failure("make rules ready for columns", create_columns, BIAOCHI_STATUS_OK);
    survives_every_failure("find no slot", find_no_slot, BIAOCHI_STATUS_ISSUES);
    survives_every_failure("find no node", find_no_node, BIAOCHI_STATUS_ISSUES);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    survives_every_failure("score columns", score_columns, BIAOCHI_STATUS_OK);
    survives_every_failure("rank columns", rank_columns, BIAOCHI_STATUS_OK);
    survives_every_failure("find the first rows", find_first_rows, BIAOCHI_STATUS_OK);
    survives_every_failure("find previous rows", find_previous_rows, BIAOCHI_STATUS_OK);
    survives_every_failure("change of columns", change_columns, BIAOCHI_STATUS_OK);
    frame_options = "{\"ranges\": true, \"parts\": [\"*\"], \"keep\": [\"share\"]}";
    survives_every_failure("score a frame", score_frame, BIAOCHI_STATUS_OK);
    survives_every_failure("score a stream", score_frames, BIAOCHI_STATUS_OK);
    frame_options = "{\"ranges\": true, \"ranks\": true, \"key\": true, \"decimals\": true, \"keep\": [\"share\"]}";
    survives_every_failure("rank a frame", score_frame, BIAOCHI_STATUS_OK);
    survives_every_failure("rank a stream", score_frames, BIAOCHI_STATUS_OK);
    biaochi_columns_destroy(ready);
    survives_every_failure("find a day", find_a_day, BIAOCHI_STATUS_OK);
    survives_every_failure("refuse a day", refuse_a_day, BIAOCHI_STATUS_ISSUES);
    biaochi_rulebook* lifecycle = NULL;
    CHECK_STATUS(biaochi_rulebook_create(lifecycle_rulebook, SIZE(lifecycle_rulebook), &error, &lifecycle), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(lifecycle, NULL, NULL, &error, &cycle), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_calendar_create(lifecycle_calendar, SIZE(lifecycle_calendar), &error, &calendar), BIAOCHI_STATUS_OK);
    if (cycle == NULL || calendar == NULL) return 1;
    survives_every_failure("decide a subject", decide_subject, BIAOCHI_STATUS_OK);
    biaochi_rulebook* promising = NULL;
    CHECK_STATUS(biaochi_rulebook_create(target_rulebook, SIZE(target_rulebook), &error, &promising), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(promising, NULL, NULL, &error, &promised), BIAOCHI_STATUS_OK);
    if (promised == NULL) return 1;
    survives_every_failure("progress with targets", progress_of_records, BIAOCHI_STATUS_OK);
    survives_every_failure("create a calendar", create_calendar, BIAOCHI_STATUS_OK);
    survives_every_failure("replay a log", replay_log, BIAOCHI_STATUS_OK);
    survives_every_failure("what may follow", what_may_follow, BIAOCHI_STATUS_OK);
    survives_every_failure("what is due", what_is_due, BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rulebook_create(plan_of_duties, SIZE(plan_of_duties), &error, &plan), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(plan, NULL, NULL, &error, &plan_rules), BIAOCHI_STATUS_OK);
    survives_every_failure("ask for duties", ask_duties, BIAOCHI_STATUS_OK);
    survives_every_failure("cover a ledger", cover_plan, BIAOCHI_STATUS_OK);
    survives_every_failure("award an application", award_application, BIAOCHI_STATUS_OK);
    survives_every_failure("share a budget", share_budget, BIAOCHI_STATUS_OK);
    biaochi_rules_destroy(plan_rules);
    biaochi_rulebook_destroy(plan);
    biaochi_calendar_destroy(calendar);
    biaochi_rules_destroy(promised);
    biaochi_rulebook_destroy(promising);
    biaochi_rules_destroy(cycle);
    biaochi_rulebook_destroy(lifecycle);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(living);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
