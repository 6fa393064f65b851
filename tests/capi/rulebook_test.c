/**
 * @file
 * Rulebooks through C: made, refused, checked, their examples run.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)

static void valid_rulebook_is_made(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), NULL, &book), BIAOCHI_STATUS_OK);
    CHECK(book != NULL);
    biaochi_rulebook_destroy(book);
}

static void wrong_rulebook_names_code_and_place(void) {
    static const char text[] = "{\"format\": \"biaochi/1\", \"format\": \"biaochi/1\"}";
    biaochi_error error;
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(text, SIZE(text), &error, &book), BIAOCHI_STATUS_ISSUES);
    CHECK(book == NULL);
    CHECK_TEXT(error.code, "repeated_key");
    CHECK_TEXT(error.where, "/format");
    CHECK(error.en[0] != '\0' && error.zh[0] != '\0');
}

static void out_is_untouched_on_failure(void) {
    biaochi_rulebook* const before = (biaochi_rulebook*)&check_failures;
    biaochi_rulebook* book = before;
    CHECK_STATUS(biaochi_rulebook_create("[", 1, NULL, &book), BIAOCHI_STATUS_ISSUES);
    CHECK(book == before);
}

static void size_counts_not_the_zero(void) {
    static const char text[] = "{}rubbish";
    biaochi_error error;
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(text, 2, &error, &book), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    CHECK_STATUS(biaochi_rulebook_create(text, 0, &error, &book), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "json_syntax");
}

static void check_lists_all_issues(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_check("{}", 2, NULL, &text), BIAOCHI_STATUS_OK);
    CHECK(biaochi_text_data(text)[0] == '[');
    CHECK(strstr(biaochi_text_data(text), "missing_key") != NULL);
    CHECK(strlen(biaochi_text_data(text)) == biaochi_text_size(text));
    biaochi_text_destroy(text);
}

static void check_of_a_valid_rulebook_gives_lint(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_check(sample_rulebook, SIZE(sample_rulebook), NULL, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "open_gap") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"error\"") == NULL);
    biaochi_text_destroy(text);
}

static void examples_are_run(void) {
    biaochi_rulebook* book = NULL;
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), NULL, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rulebook_test(book, NULL, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"id\":\"middle\",\"passed\":true") != NULL);
    biaochi_text_destroy(text);
    biaochi_rulebook_destroy(book);
}

static void long_words_are_cut_at_a_character(void) {
    static char text[4096];
    biaochi_error error;
    biaochi_rulebook* book = NULL;
    for (int shift = 0; shift < 3; ++shift) {
        strcpy(text, "{\"");
        for (int i = 0; i < shift; ++i) strcat(text, "a");
        for (int i = 0; i < 600; ++i) strcat(text, "标");
        strcat(text, "\": 1, \"");
        for (int i = 0; i < shift; ++i) strcat(text, "a");
        for (int i = 0; i < 600; ++i) strcat(text, "标");
        strcat(text, "\": 1}");
        CHECK_STATUS(biaochi_rulebook_create(text, strlen(text), &error, &book), BIAOCHI_STATUS_ISSUES);
        CHECK_TEXT(error.code, "repeated_key");
        const size_t length = strlen(error.where);
        CHECK(length < sizeof error.where && length + 3 >= sizeof error.where);
        CHECK((length - 1 - (size_t)shift) % 3 == 0);
    }
}

int main(void) {
    valid_rulebook_is_made();
    wrong_rulebook_names_code_and_place();
    out_is_untouched_on_failure();
    size_counts_not_the_zero();
    check_lists_all_issues();
    check_of_a_valid_rulebook_gives_lint();
    examples_are_run();
    long_words_are_cut_at_a_character();
    return CHECK_RESULT;
}
