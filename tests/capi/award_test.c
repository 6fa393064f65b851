/**
 * @file
 * Awards and shared budgets through C: as JSON and as text, wrong texts and words refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"claims\": {\"contract\": {\"name\": {\"en\": \"Contract\"},"
    "  \"fields\": {\"amount\": {\"name\": {\"en\": \"Amount\"}, \"type\": \"number\", \"unit\": \"\xE5\x85\x83\"}}}},"
    " \"incentives\": {\"match\": {\"name\": {\"en\": \"Match\"}, \"claim\": \"contract\", \"unit\": \"\xE5\x85\x83\", \"rate\": 10, "
    "\"of\": \"amount\","
    "  \"caps\": [{\"amount\": 1000000, \"per\": \"claim\"}]}}}";
static const char application[] =
    "{\"applicant\": \"A\", \"claims\": [{\"id\": \"c\", \"claim\": \"contract\", \"fields\": {\"amount\": 9999999.99}}]}";

static biaochi_error error;
static biaochi_rules* rules = NULL;

static void json_has_exact_yuan_and_the_unit_asked_for(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_award(rules, application, SIZE(application), "\xE4\xB8\x87\xE5\x85\x83", "en", "json", &error, &text),
                 BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"low\": \"999999.999\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"shown\": \"99.9999999 \xE4\xB8\x87\xE5\x85\x83\"") != NULL);
    biaochi_text_destroy(text);
}

static void text_is_in_yuan_where_no_unit_is_asked_for(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_award(rules, application, SIZE(application), NULL, "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "Match: given, 999999.999 \xE5\x85\x83") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_award(rules, "{}", 2, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    CHECK_STATUS(biaochi_rules_award(rules, application, SIZE(application), "km", "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "wrong_unit");
    CHECK_STATUS(biaochi_rules_award(rules, application, SIZE(application), NULL, "fr", "json", &error, &text),
                 BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rules_award(rules, application, SIZE(application), NULL, "en", "csv", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(text == NULL);
}

static void a_budget_is_shared_to_the_last_fen(void) {
    static const char request[] = "{\"budget\": 1000000, \"equal\": 7}";
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_share(request, SIZE(request), "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"paid\": \"142857.15\"") != NULL);
    biaochi_text_destroy(text);
    text = NULL;
    CHECK_STATUS(biaochi_share(request, SIZE(request), "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "142857.14") != NULL);
    biaochi_text_destroy(text);
    text = NULL;
    CHECK_STATUS(biaochi_share("{\"budget\": -1, \"equal\": 7}", 26, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "below_min");
    CHECK_STATUS(biaochi_share(request, SIZE(request), "en", "csv", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_share(request, SIZE(request), "fr", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK(text == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    json_has_exact_yuan_and_the_unit_asked_for();
    text_is_in_yuan_where_no_unit_is_asked_for();
    what_is_wrong_is_refused();
    a_budget_is_shared_to_the_last_fen();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
