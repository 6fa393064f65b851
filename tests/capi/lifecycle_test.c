/**
 * @file
 * Lifecycles through C: a log replayed, a saved case advanced, what may follow, what is due by a calendar, wrong words refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "lifecycle_sample.h"

static biaochi_error error;
static biaochi_rules* rules = NULL;
static biaochi_calendar* calendar = NULL;

static biaochi_log log_of(const char* events) {
    biaochi_log log = {0};
    log.events = events;
    log.events_size = strlen(events);
    return log;
}

static int has(const biaochi_text* text, const char* words) { return strstr(biaochi_text_data(text), words) != NULL; }

static void a_log_is_replayed_with_its_refusals(void) {
    const biaochi_log log = log_of(lifecycle_log);
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "\"state\": \"posted\""));
    CHECK(has(text, "\"kind\": \"not_met\""));
    CHECK(has(text, "\"left\": \"2\""));
    biaochi_text_destroy(text);
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "a: Posted (since 2023-09-27)"));
    CHECK(has(text, "reason: not enough"));
    biaochi_text_destroy(text);
}

static void a_saved_case_goes_on(void) {
    static const char saved[] =
        "{\"case\": \"a\", \"rulebook\": \"sample\", \"version\": \"0\", \"state\": \"posted\", \"since\": \"2023-09-27\", \"fields\": {},"
        " \"history\": [{\"date\": \"2023-09-27\", \"case\": \"a\", \"event\": \"post\"}]}";
    biaochi_log log = log_of("{\"date\": \"2023-10-08\", \"case\": \"a\", \"event\": \"approve\", \"data\": {\"points\": 3}}");
    biaochi_text* text = NULL;
    log.cases = saved;
    log.cases_size = strlen(saved);
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "other_version");
    CHECK_TEXT(error.where, "/cases/version");
    log.as_version = "1";
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "\"carried_over\""));
    CHECK(has(text, "\"state\": \"approved\""));
    biaochi_text_destroy(text);
    log.as_version = "2";
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.where, "/as_version");
}

static void what_may_follow_says_what_lacks(void) {
    const biaochi_log log = log_of(lifecycle_log);
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_next(rules, &log, "2023-10-08", "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "\"needs_data\": [\n    \"points\"\n   ]"));
    biaochi_text_destroy(text);
    CHECK_STATUS(biaochi_rules_next(rules, &log, "2023-10-08", "zh", "text", &error, &text), BIAOCHI_STATUS_OK);
    biaochi_text_destroy(text);
}

/** Five working days from the day after 2023-09-27, the holiday and the two days worked for it between: worked out by hand. */
static void what_is_due_counts_by_the_calendar(void) {
    biaochi_log log = log_of(lifecycle_log);
    const biaochi_calendar* calendars[] = {calendar};
    biaochi_text* text = NULL;
    log.calendars = calendars;
    log.calendar_count = 1;
    CHECK_STATUS(biaochi_rules_due(rules, &log, "2023-10-11", "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "\"latest\": \"2023-10-10\""));
    CHECK(has(text, "\"overdue\": true"));
    biaochi_text_destroy(text);
    log.calendar_count = 0;
    CHECK_STATUS(biaochi_rules_due(rules, &log, "2023-10-11", "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(has(text, "\"code\": \"calendar_not_given\""));
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_log log = log_of("{\"date\": \"2023-09-27\", \"case\": \"a\", \"event\": \"pots\"}");
    const biaochi_calendar* calendars[] = {NULL};
    biaochi_calendar* made = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_event");
    CHECK_TEXT(error.where, "/events/event");
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "fr", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_replay(rules, &log, "en", "csv", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_replay(NULL, &log, "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_replay(rules, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_next(rules, &log, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_next(rules, &log, "soon", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "bad_date");
    log.calendar_count = 1;
    CHECK_STATUS(biaochi_rules_due(rules, &log, "2023-10-11", "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    log.calendars = calendars;
    CHECK_STATUS(biaochi_rules_due(rules, &log, "2023-10-11", "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_calendar_create("{}", 2, &error, &made), BIAOCHI_STATUS_ISSUES);
    CHECK_STATUS(biaochi_calendar_create(NULL, 0, &error, &made), BIAOCHI_STATUS_BAD_ARGUMENT);
    biaochi_calendar_destroy(NULL);
    CHECK(text == NULL && made == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(lifecycle_rulebook, strlen(lifecycle_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_calendar_create(lifecycle_calendar, strlen(lifecycle_calendar), &error, &calendar), BIAOCHI_STATUS_OK);
    if (rules == NULL || calendar == NULL) return 1;
    a_log_is_replayed_with_its_refusals();
    a_saved_case_goes_on();
    what_may_follow_says_what_lacks();
    what_is_due_counts_by_the_calendar();
    what_is_wrong_is_refused();
    biaochi_calendar_destroy(calendar);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
