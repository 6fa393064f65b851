/**
 * @file
 * Compiled rules through C: dates and readings, records checked, scored and explained.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)
#define SAMPLE sample_records, SIZE(sample_records)

static biaochi_rulebook* book = NULL;
static biaochi_error error;

static void refused(const char* on, const char* readings, const char* code, const char* where) {
    biaochi_rules* rules = NULL;
    CHECK_STATUS(biaochi_rules_create(book, on, readings, &error, &rules), BIAOCHI_STATUS_ISSUES);
    CHECK(rules == NULL);
    CHECK_TEXT(error.code, code);
    if (where != NULL) CHECK_TEXT(error.where, where);
}

static biaochi_rules* compiled(const char* readings) {
    biaochi_rules* rules = NULL;
    CHECK_STATUS(biaochi_rules_create(book, "2021-06-30", readings, &error, &rules), BIAOCHI_STATUS_OK);
    return rules;
}

static void dates_and_readings_that_are_wrong_are_issues(void) {
    refused("2021-02-30", NULL, "bad_date", NULL);
    refused("yesterday", NULL, "bad_date", NULL);
    refused("2019-12-31", NULL, "not_in_force", NULL);
    refused("2030-01-01", NULL, "not_in_force", NULL);
    refused(NULL, "{", "json_syntax", NULL);
    refused(NULL, "[]", "wrong_type", "");
    refused(NULL, "{\"gap\": 1}", "wrong_type", "/gap");
    refused(NULL, "{\"gap\": \"linear\", \"gap\": \"linear\"}", "repeated_key", "/gap");
    refused(NULL, "{\"hole\": \"linear\"}", "unknown_open_point", NULL);
    refused(NULL, "{\"gap\": \"curved\"}", "unknown_reading", NULL);
}

static void first_day_in_force_is_the_default(void) {
    biaochi_rules* rules = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_score(rules, SAMPLE, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"2020-01-01\"") != NULL);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
}

static void rules_outlive_their_rulebook(void) {
    biaochi_rulebook* shorter = NULL;
    biaochi_rules* rules = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &shorter), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(shorter, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    biaochi_rulebook_destroy(shorter);
    CHECK_STATUS(biaochi_rules_score(rules, SAMPLE, &error, &text), BIAOCHI_STATUS_OK);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
}

/* 1.5 is half way from 4 to 10 points, 15 firms half way from 3 to 10: 7 + 13/2 = 27/2. */
static void reading_gives_the_exact_score(void) {
    biaochi_rules* rules = compiled(sample_readings);
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_score(rules, SAMPLE, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"13.5\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"13.50\"") != NULL);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
}

/* Without the reading the row holds 0 to 10 points: from 7 to 17. */
static void unread_point_gives_an_interval(void) {
    biaochi_rules* rules = compiled(NULL);
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_score(rules, SAMPLE, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"17\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"class\": null") != NULL);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
}

static void wrong_records_are_issues(void) {
    static const char wrong[] = "[{\"region\": \"东\", \"facts\": {\"share\": \"many\", \"firms\": 1.5, \"farms\": 2}}]";
    biaochi_rules* rules = compiled(NULL);
    biaochi_text* before = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_check(rules, wrong, SIZE(wrong), &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "not_a_number") != NULL);
    CHECK(strstr(biaochi_text_data(text), "not_whole") != NULL);
    CHECK(strstr(biaochi_text_data(text), "unknown_fact") != NULL);
    before = text;
    CHECK_STATUS(biaochi_rules_score(rules, wrong, SIZE(wrong), &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK(text == before);
    CHECK(strncmp(error.where, "/0/facts/", 9) == 0 || strncmp(error.where, "/records/0/facts/", 17) == 0);
    CHECK_STATUS(biaochi_rules_explain(rules, wrong, SIZE(wrong), 0, "zh", "text", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK(text == before);
    biaochi_text_destroy(text);
    CHECK_STATUS(biaochi_rules_check(rules, SAMPLE, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "code") == NULL);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
}

static void explanations_come_in_every_language_and_format(void) {
    static const char* const languages[] = {"zh", "en"};
    static const char* const formats[] = {"text", "markdown", "json"};
    biaochi_rules* rules = compiled(sample_readings);
    for (int i = 0; i < 6; ++i) {
        biaochi_text* text = NULL;
        CHECK_STATUS(biaochi_rules_explain(rules, SAMPLE, 1, languages[i % 2], formats[i / 2], &error, &text), BIAOCHI_STATUS_OK);
        CHECK(strstr(biaochi_text_data(text), "西") != NULL);
        CHECK(strstr(biaochi_text_data(text), "东") == NULL);
        biaochi_text_destroy(text);
    }
    biaochi_rules_destroy(rules);
}

static void explain_refuses_what_is_not_there(void) {
    biaochi_rules* rules = compiled(NULL);
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_explain(rules, SAMPLE, 2, "zh", "text", &error, &text), BIAOCHI_STATUS_OUT_OF_RANGE);
    CHECK_TEXT(error.code, "out_of_range");
    CHECK_STATUS(biaochi_rules_explain(rules, SAMPLE, 0, "fr", "text", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(strstr(error.en, "zh, en") != NULL);
    CHECK_STATUS(biaochi_rules_explain(rules, SAMPLE, 0, "zh", "pdf", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(strstr(error.zh, "markdown") != NULL);
    CHECK(text == NULL);
    biaochi_rules_destroy(rules);
}

int main(void) {
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    if (book == NULL) return 1;
    dates_and_readings_that_are_wrong_are_issues();
    first_day_in_force_is_the_default();
    rules_outlive_their_rulebook();
    reading_gives_the_exact_score();
    unread_point_gives_an_interval();
    wrong_records_are_issues();
    explanations_come_in_every_language_and_format();
    explain_refuses_what_is_not_there();
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
