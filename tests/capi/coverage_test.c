/**
 * @file
 * Coverage through C: with a ledger and without, of some sources; what is wrong is refused.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static const char rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}}, \"facts\": {\"x\": {\"name\": {\"en\": "
    "\"X\"},"
    " \"cite\": {\"source\": \"plan\", \"clause\": \"1\", \"ledger\": [\"T-01\"]}}}}";
static const char ledger[] = "| id | clause |\n|---|---|\n| T-01 | 1 |\n| U-01 | 2 |\n";

static biaochi_error error;
static biaochi_rulebook* book = NULL;

static void the_matrix_names_what_nobody_accounts_for(void) {
    biaochi_text* text = NULL;
    const biaochi_rulebook* books[] = {book};
    CHECK_STATUS(biaochi_coverage(books, 1, ledger, SIZE(ledger), NULL, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"accounted\": false") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"where\": \"/ledger/U-01\"") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"where\": \"/facts/x\"") != NULL);
    biaochi_text_destroy(text);
}

static void sources_limit_what_is_asked_for(void) {
    biaochi_text* text = NULL;
    const biaochi_rulebook* books[] = {book};
    CHECK_STATUS(biaochi_coverage(books, 1, ledger, SIZE(ledger), "T", &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"accounted\": true") != NULL);
    biaochi_text_destroy(text);
    text = NULL;
    CHECK_STATUS(biaochi_coverage(books, 1, ledger, SIZE(ledger), "T,S0", &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.where, "/sources/1");
    CHECK(text == NULL);
}

static void without_a_ledger_nothing_is_asked_for(void) {
    biaochi_text* text = NULL;
    const biaochi_rulebook* books[] = {book};
    CHECK_STATUS(biaochi_coverage(books, 1, NULL, 0, NULL, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"ledger\": false") != NULL);
    CHECK(strstr(biaochi_text_data(text), "\"accounted\": true") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    const biaochi_rulebook* books[] = {book, NULL};
    CHECK_STATUS(biaochi_coverage(books, 2, NULL, 0, NULL, &error, &text), BIAOCHI_STATUS_BAD_ARGUMENT);
    CHECK_STATUS(biaochi_coverage(books, 1, "no table", 8, NULL, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "empty_list");
    CHECK_TEXT(error.where, "/ledger");
    CHECK(text == NULL);
}

int main(void) {
    CHECK_STATUS(biaochi_rulebook_create(rulebook, SIZE(rulebook), &error, &book), BIAOCHI_STATUS_OK);
    if (book == NULL) return 1;
    the_matrix_names_what_nobody_accounts_for();
    sources_limit_what_is_asked_for();
    without_a_ledger_nothing_is_asked_for();
    what_is_wrong_is_refused();
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
