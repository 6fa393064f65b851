/**
 * @file
 * Conditions through C: decided as JSON and as text, wrong subjects and words refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"subject\": {\"kind\": {\"en\": \"county\"}},"
    " \"conditions\": {\"enough\": {\"name\": {\"zh\": \"\xE8\xB6\xB3\", \"en\": \"Enough\"}, \"expr\": \"x > 3\"}}}";
static const char subject[] = "{\"region\": \"A\", \"facts\": {\"x\": 2}}";

static biaochi_error error;
static biaochi_rules* rules = NULL;

static void json_has_the_answer_and_both_values(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_decide(rules, subject, SIZE(subject), "enough", "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"answer\": \"not_met\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"left\": \"2\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"right\": \"3\"") != NULL);
    biaochi_text_destroy(text);
}

static void text_asks_all_conditions_where_none_is_named(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_decide(rules, subject, SIZE(subject), NULL, "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "Enough: not met") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_decide(rules, "{}", 2, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    CHECK_STATUS(biaochi_rules_decide(rules, subject, SIZE(subject), "enuogh", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_condition");
    CHECK_STATUS(biaochi_rules_decide(rules, subject, SIZE(subject), NULL, "fr", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_decide(rules, subject, SIZE(subject), NULL, "en", "csv", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(text == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    json_has_the_answer_and_both_values();
    text_asks_all_conditions_where_none_is_named();
    what_is_wrong_is_refused();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
