/**
 * @file
 * Lifecycles drawn and exported through C; wrong words, and rulebooks without a lifecycle, refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"lifecycle\": {\"initial\": \"open\", \"starts_with\": \"apply\","
    " \"events\": {\"apply\": {\"name\": {\"en\": \"Application\"}}, \"close\": {\"name\": {\"en\": \"Closing\"}}},"
    " \"states\": {\"open\": {\"name\": {\"en\": \"Open\"}, \"on\": {\"close\": [{\"to\": \"closed\", \"if\": \"x > 3\"}]}},"
    " \"closed\": {\"name\": {\"en\": \"Closed\"}, \"final\": true}}}}";
static const char without[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"score\": {\"id\": \"s\", \"points\": 5, \"name\": {\"en\": \"S\"},"
    " \"parts\": [{\"id\": \"p\", \"points\": 5, \"fact\": \"x\", \"bands\": [{\"points\": 5}]}]}}";

static biaochi_error error;
static biaochi_rulebook* book = NULL;

static void exports_to_xstate(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_export(book, "xstate", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"type\": \"open.close.0\"") != NULL);
    biaochi_text_destroy(text);
}

static void draws_in_both_formats(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_draw(book, "mermaid", "en", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "s_open --> s_closed : Closing<br/>[x #62; 3]") != NULL);
    biaochi_text_destroy(text);
    CHECK_STATUS(biaochi_rulebook_draw(book, "dot", "zh", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "digraph") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    biaochi_rulebook* empty = NULL;
    CHECK_STATUS(biaochi_rulebook_export(book, "scxml", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rulebook_draw(book, "svg", "en", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rulebook_draw(book, "dot", "fr", &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_rulebook_create(without, SIZE(without), &error, &empty), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rulebook_export(empty, "xstate", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    CHECK_STATUS(biaochi_rulebook_draw(empty, "dot", "en", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK(text == NULL);
    biaochi_rulebook_destroy(empty);
}

int main(void) {
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    if (book == NULL) {
        fprintf(stderr, "%s %s\n", error.where, error.en);
        return 1;
    }
    exports_to_xstate();
    draws_in_both_formats();
    what_is_wrong_is_refused();
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
