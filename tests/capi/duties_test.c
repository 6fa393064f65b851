/**
 * @file
 * Duties through C: of one body and of all, as JSON and as text; what is wrong is refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"bodies\": {\"science\": {\"name\": {\"en\": \"Science bureau\"}}, \"finance\": {\"name\": {\"en\": \"Finance bureau\"}}},"
    " \"duties\": {\"work\": {\"name\": {\"en\": \"Work\"}, \"lead\": [\"science\"], \"reports\": {\"progress\": {\"name\": {\"en\": "
    "\"Progress\"}, \"every\": \"year\", \"by\": \"03-31\"}}}}}";

static biaochi_error error;
static biaochi_rules* rules = NULL;

static void json_has_the_role_and_the_next_day(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_duties(rules, "Science bureau", "2022-04-01", "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"role\": \"lead\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"day\": \"2023-03-31\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "Finance") == NULL);
    biaochi_text_destroy(text);
}

static void every_body_is_asked_where_none_is_named(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_duties(rules, NULL, "2022-04-01", "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "leads: Work") != NULL);
    CHECK(strstr(biaochi_text_data(text), "Finance bureau, 2022-04-01\n  no duties") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_duties(rules, "Scence bureau", "2022-04-01", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_body");
    CHECK_TEXT(error.where, "/unit");
    CHECK_STATUS(biaochi_rules_duties(rules, "", "2022-04-01", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_body");
    CHECK_STATUS(biaochi_rules_duties(rules, NULL, "2022-02-29", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "bad_date");
    CHECK_STATUS(biaochi_rules_duties(rules, NULL, "2022-04-01", "fr", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_duties(rules, NULL, "2022-04-01", "en", "csv", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(text == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    json_has_the_role_and_the_next_day();
    every_body_is_asked_where_none_is_named();
    what_is_wrong_is_refused();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
