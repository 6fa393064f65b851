/**
 * @file
 * Two versions of a rulebook compared through C: the moved edge is the only cause; wrong words and texts are refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)
#define BOOK(edge)                                                                                                   \
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"}," \
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"                    \
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"score\": {\"id\": \"s\", \"points\": 5, \"fact\": \"x\","   \
    " \"cite\": {\"source\": \"plan\", \"clause\": \"3\"},"                                                          \
    " \"bands\": [{\"from\": " edge ", \"points\": 5}, {\"to\": " edge ", \"points\": 0}]}}"

static const char first[] = BOOK("4");
static const char second[] = BOOK("3");
static const char records[] = "{\"records\": [{\"region\": \"Alpha\", \"facts\": {\"x\": 3}}]}";

static biaochi_error error;

static void a_moved_edge_is_the_only_cause(void) {
    biaochi_questions asked = {0};
    biaochi_text* text = NULL;
    asked.records = records;
    asked.records_size = SIZE(records);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), &asked, "en", "text", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "Alpha score: 0 → 5\n  cause: s (plan 3); no other cause") != NULL);
    biaochi_text_destroy(text);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), NULL, "en", "json", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"asked\": 0") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_questions asked = {0};
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_diff(NULL, 0, second, SIZE(second), NULL, "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), NULL, 0, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), NULL, "fr", "json", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), NULL, "en", "html", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), NULL, "en", "json", &error, NULL), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_diff(first, SIZE(first), "{", 1, NULL, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.where, "/second");
    asked.on = "someday";
    CHECK_STATUS(biaochi_diff(first, SIZE(first), second, SIZE(second), &asked, "en", "json", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "bad_date");
    CHECK(text == NULL);
}

int main(void) {
    a_moved_edge_is_the_only_cause();
    what_is_wrong_is_refused();
    return CHECK_RESULT;
}
