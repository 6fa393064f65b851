/**
 * @file
 * What-ifs through C: the same text for any number of threads, wrong texts refused with their place.
 */

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)

/* East: share 1 gives 4 points, 3 firms give 3. West: 10 and 10 whatever the weights, since each is full. */
static const char records[] =
    "[{\"region\": \"east\", \"facts\": {\"share\": 1, \"firms\": 3}}, {\"region\": \"west\", \"facts\": {\"share\": 2, \"firms\": 30}}]";
static const char spec[] = "{\"draws\": 3000, \"seed\": 5, \"weights\": [{\"node\": \"share\", \"low\": 5, \"high\": 15}]}";

static biaochi_error error;
static biaochi_rules* rules = NULL;

static void ranks_and_classes_are_counted(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_whatif(rules, records, SIZE(records), spec, SIZE(spec), 1, &error, &text), BIAOCHI_STATUS_OK);
    const char* json = biaochi_text_data(text);
    CHECK(strstr(json, "\"name\": \"weights.share\"") != NULL);
    CHECK(strstr(json, "\"flip_share\": \"0\"") != NULL);
    CHECK(strstr(json, "\"low\": \"20\",\n     \"high\": \"20\"") != NULL);
    biaochi_text* again = NULL;
    CHECK_STATUS(biaochi_rules_whatif(rules, records, SIZE(records), spec, SIZE(spec), 3, &error, &again), BIAOCHI_STATUS_OK);
    CHECK_TEXT(biaochi_text_data(again), json);
    biaochi_text_destroy(again);
    biaochi_text_destroy(text);
}

static void wrong_texts_are_refused_with_their_place(void) {
    biaochi_text* text = NULL;
    static const char wrong[] = "{\"weights\": [{\"node\": \"total\", \"percent\": 5}]}";
    CHECK_STATUS(biaochi_rules_whatif(rules, records, SIZE(records), wrong, SIZE(wrong), 1, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "cannot_vary");
    CHECK_TEXT(error.where, "/spec/weights/0");
    CHECK_STATUS(biaochi_rules_whatif(rules, "{}", 2, spec, SIZE(spec), 1, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.where, "/records");
    CHECK(text == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, "2020-06-01", NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    ranks_and_classes_are_counted();
    wrong_texts_are_refused_with_their_place();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
