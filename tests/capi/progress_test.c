/**
 * @file
 * Progress with targets through C: as JSON and as text, of one region and target, wrong questions refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

/* clang-format off */
static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}},"
    " \"figures\": [{\"fact\": \"x\", \"value\": 1, \"period\": \"2020\"}],"
    " \"targets\": {\"more\": {\"name\": {\"en\": \"More\"}, \"fact\": \"x\", \"level\": {\"at_least\": 5}, \"due\": \"2024-12-31\"},"
    "   \"less\": {\"name\": {\"en\": \"Less\"}, \"fact\": \"x\", \"level\": {\"at_most\": 5}, \"due\": \"2024-12-31\"}}}";
static const char bare[] =
    "{\"format\": \"biaochi/1\", \"id\": \"bare\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Bare\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}}, \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}}";
static const char records[] =
    "[{\"region\": \"A\", \"period\": \"2021\", \"facts\": {\"x\": 2}}, {\"region\": \"A\", \"period\": \"2022\", \"facts\": {\"x\": 2}}]";
/* clang-format on */

static biaochi_error error;
static biaochi_rules* rules = NULL;

static int says(const biaochi_text* text, const char* words) { return strstr(biaochi_text_data(text), words) != NULL; }

static void json_has_the_status_and_exact_numbers(void) {
    biaochi_text* text = NULL;
    /* From 1 to 5 in four years: 3 at the end of 2022; 3 lacks, 1.5 a year. */
    CHECK_STATUS(biaochi_rules_progress(rules, records, SIZE(records), NULL, NULL, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(says(text, "\"as_of\": \"2022-12-31\""));
    CHECK(says(text, "\"status\": \"behind\""));
    CHECK(says(text, "\"status\": \"met\""));
    CHECK(says(text, "\"low\": \"1.5\""));
    biaochi_text_destroy(text);
}

static void one_target_of_one_region_on_a_day_may_be_asked_for(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_progress(rules, records, SIZE(records), "2021-12-31", "A", "more", "en", "text", &error, &text),
                 BIAOCHI_STATUS_OK);
    CHECK(says(text, "A (2021-12-31)"));
    CHECK(says(text, "More: on track"));
    CHECK(!says(text, "Less"));
    biaochi_text_destroy(text);
}

static void refused(const char* on, const char* region, const char* target, const char* code) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_progress(rules, records, SIZE(records), on, region, target, "en", "json", &error, &text),
                 BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, code);
    CHECK(text == NULL);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    static const char undated[] = "[{\"region\": \"A\", \"facts\": {\"x\": 2}}]";
    refused("tomorrow", NULL, NULL, "bad_date");
    refused(NULL, "B", NULL, "unknown_region");
    refused(NULL, NULL, "mroe", "unknown_target");
    CHECK_STATUS(biaochi_rules_progress(rules, undated, SIZE(undated), NULL, NULL, NULL, "en", "json", &error, &text),
                 BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "bad_value");
    CHECK_TEXT(error.where, "/0/period");
    CHECK_STATUS(biaochi_rules_progress(rules, "{}", 2, NULL, NULL, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_STATUS(biaochi_rules_progress(rules, records, SIZE(records), NULL, NULL, NULL, "fr", "json", &error, &text),
                 BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_progress(rules, records, SIZE(records), NULL, NULL, NULL, "en", "csv", &error, &text),
                 BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(text == NULL);
}

static void a_rulebook_without_targets_has_no_progress(void) {
    biaochi_rulebook* book = NULL;
    biaochi_rules* without = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_create(bare, SIZE(bare), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &without), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_progress(without, records, SIZE(records), NULL, NULL, NULL, "en", "json", &error, &text),
                 BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    biaochi_rules_destroy(without);
    biaochi_rulebook_destroy(book);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    json_has_the_status_and_exact_numbers();
    one_target_of_one_region_on_a_day_may_be_asked_for();
    what_is_wrong_is_refused();
    a_rulebook_without_targets_has_no_progress();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
