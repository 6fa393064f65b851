/**
 * @file
 * What-ifs through C: the same text for any number of threads, progress, wrong texts refused with their place.
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

static biaochi_whatif sample_whatif(void) {
    biaochi_whatif whatif = {0};
    whatif.records = records;
    whatif.records_size = SIZE(records);
    whatif.spec = spec;
    whatif.spec_size = SIZE(spec);
    whatif.threads = 1;
    return whatif;
}

static void ranks_and_classes_are_counted(void) {
    biaochi_whatif whatif = sample_whatif();
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &text), BIAOCHI_STATUS_OK);
    const char* json = biaochi_text_data(text);
    CHECK(strstr(json, "\"name\": \"weights.share\"") != NULL);
    CHECK(strstr(json, "\"flip_share\": \"0\"") != NULL);
    CHECK(strstr(json, "\"low\": \"20\",\n     \"high\": \"20\"") != NULL);
    biaochi_text* again = NULL;
    whatif.threads = 3;
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &again), BIAOCHI_STATUS_OK);
    CHECK_TEXT(biaochi_text_data(again), json);
    biaochi_text_destroy(again);
    biaochi_text_destroy(text);
}

typedef struct told {
    uint64_t done;
    uint64_t stop_at;
} told;

static int listen(void* data, uint64_t done) {
    told* const so_far = data;
    CHECK(done >= so_far->done);
    so_far->done = done;
    return done < so_far->stop_at;
}

static void progress_is_told_and_may_stop_it(void) {
    biaochi_whatif whatif = sample_whatif();
    biaochi_text* text = NULL;
    told so_far = {0, UINT64_MAX};
    whatif.progress = listen;
    whatif.progress_data = &so_far;
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(so_far.done == 3000 && text != NULL);
    biaochi_text_destroy(text);
    so_far.done = 0;
    so_far.stop_at = 0;
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &text), BIAOCHI_STATUS_OK);
    CHECK(so_far.done < 3000 && text == NULL);
}

static void wrong_texts_are_refused_with_their_place(void) {
    biaochi_whatif whatif = sample_whatif();
    biaochi_text* text = NULL;
    static const char wrong[] = "{\"weights\": [{\"node\": \"total\", \"percent\": 5}]}";
    whatif.spec = wrong;
    whatif.spec_size = SIZE(wrong);
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "cannot_vary");
    CHECK_TEXT(error.where, "/spec/weights/0");
    whatif = sample_whatif();
    whatif.records = "{}";
    whatif.records_size = 2;
    CHECK_STATUS(biaochi_rules_whatif(rules, &whatif, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.where, "/records");
    CHECK(text == NULL);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, "2020-06-01", NULL, &error, &rules), BIAOCHI_STATUS_OK);
    if (rules == NULL) return 1;
    ranks_and_classes_are_counted();
    progress_is_told_and_may_stop_it();
    wrong_texts_are_refused_with_their_place();
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
