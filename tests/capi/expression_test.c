/**
 * @file
 * Expressions on their own through C: answered with their reasons, refused with their place.
 */

#include "biaochi/biaochi.h"
#include "check.h"

#define SIZE(text) (sizeof(text) - 1)

static biaochi_error error;

static void the_answer_has_value_type_and_cause(void) {
    static const char third[] = "{\"id\": 7, \"expr\": \"x / 3\", \"facts\": {\"x\": 1}}";
    static const char none[] = "{\"expr\": \"1 / 0\"}";
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_expression_evaluate(third, SIZE(third), &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "{\"id\":7,\"value\":\"1/3\",\"type\":\"number\"") != NULL);
    biaochi_text_destroy(text);
    text = NULL;
    CHECK_STATUS(biaochi_expression_evaluate(none, SIZE(none), &error, &text), BIAOCHI_STATUS_OK);
    CHECK(strstr(biaochi_text_data(text), "\"cause\":\"division_by_zero\"") != NULL);
    biaochi_text_destroy(text);
}

static void what_is_wrong_is_refused(void) {
    biaochi_text* text = NULL;
    CHECK_STATUS(biaochi_expression_evaluate("{", 1, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "json_syntax");
    CHECK_STATUS(biaochi_expression_evaluate("{}", 2, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "missing_key");
    CHECK_STATUS(biaochi_expression_evaluate("{\"expr\": \"now()\"}", 17, &error, &text), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "not_in_profile");
    CHECK(text == NULL);
}

int main(void) {
    the_answer_has_value_type_and_cause();
    what_is_wrong_is_refused();
    return CHECK_RESULT;
}
