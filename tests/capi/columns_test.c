/**
 * @file
 * Columns through C: plain arrays, answers, parts, progress, what is refused; Arrow arrays and streams with their options.
 */

#include <stdlib.h>

#include "biaochi/biaochi.h"
#include "check.h"
#include "columns_sample.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)
#define ROWS 3

static biaochi_rules* rules = NULL;
static biaochi_columns* ready = NULL;
static biaochi_error error;

static size_t slot(const char* id) {
    size_t index = 99;
    CHECK_STATUS(biaochi_rules_slot(rules, id, &error, &index), BIAOCHI_STATUS_OK);
    return index;
}

static size_t node(const char* id) {
    size_t index = 99;
    CHECK_STATUS(biaochi_rules_node(rules, id, &error, &index), BIAOCHI_STATUS_OK);
    return index;
}

static biaochi_column column(const char* id, biaochi_cell_type type, const void* values) {
    biaochi_column made = {0};
    made.slot = slot(id);
    made.type = (int32_t)type;
    made.values = values;
    return made;
}

static void slots_nodes_and_classes_have_names(void) {
    size_t index = 99;
    CHECK(biaochi_rules_slot_count(rules) == 2);
    CHECK_TEXT(biaochi_rules_slot_id(rules, slot("firms")), "firms");
    CHECK_TEXT(biaochi_rules_slot_id(rules, 2), "");
    CHECK(biaochi_rules_node_count(rules) == 3);
    CHECK(node("total") == 0);
    CHECK_TEXT(biaochi_rules_node_id(rules, node("share")), "share");
    CHECK_TEXT(biaochi_rules_node_id(rules, 3), "");
    CHECK(biaochi_rules_class_count(rules) == 2);
    CHECK_TEXT(biaochi_rules_class_id(rules, 0), "B");
    CHECK_TEXT(biaochi_rules_class_id(rules, 1), "A");
    CHECK_TEXT(biaochi_rules_class_id(rules, 2), "");
    CHECK(biaochi_rules_places(rules) == 2);
    CHECK_STATUS(biaochi_rules_slot(rules, "firm", &error, &index), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_column");
    CHECK(strstr(error.en, "firms") != NULL);
    CHECK_STATUS(biaochi_rules_node(rules, "sum", &error, &index), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "unknown_node");
    CHECK(index == 99);
    CHECK_TEXT(biaochi_row_status_name(BIAOCHI_ROW_BAD_VALUE), "bad_value");
    CHECK_TEXT(biaochi_row_status_name(5), "");
    CHECK_TEXT(biaochi_issue_name(BIAOCHI_NO_ISSUE), "");
}

/* Share 1.5 and 5 firms: 4 + 0.5×6 + 3 = 10, B. 2 and 20: 20, A. -1 is below its least. */
static void rows_get_scores_classes_and_issues(void) {
    double low[ROWS];
    double high[ROWS];
    int64_t units[ROWS];
    int16_t classes[ROWS];
    uint8_t status[ROWS];
    uint8_t issue[ROWS];
    uint32_t issue_slot[ROWS];
    double firms[ROWS];
    biaochi_column columns[2];
    biaochi_part part = {0};
    biaochi_batch batch = {0};
    biaochi_batch_count count;
    columns[0] = column("share", BIAOCHI_CELL_FLOAT64, frame_shares);
    columns[1] = column("firms", BIAOCHI_CELL_INT32, frame_firms);
    part.node = node("firms");
    part.points.low = firms;
    batch.columns = columns;
    batch.column_count = 2;
    batch.rows = ROWS;
    batch.parts = &part;
    batch.part_count = 1;
    batch.threads = 1;
    batch.out.score.low = low;
    batch.out.score.high = high;
    batch.out.score.low_units = units;
    batch.out.class_of = classes;
    batch.out.status = status;
    batch.out.issue = issue;
    batch.out.issue_slot = issue_slot;
    CHECK_STATUS(biaochi_columns_score(ready, &batch, &error, &count), BIAOCHI_STATUS_OK);
    CHECK(low[0] == 10 && high[0] == 10 && units[0] == 1000);
    CHECK(low[1] == 20 && units[1] == 2000);
    CHECK(low[2] != low[2] && units[2] == BIAOCHI_NO_UNITS);
    CHECK_TEXT(biaochi_rules_class_id(rules, (size_t)classes[0]), "B");
    CHECK_TEXT(biaochi_rules_class_id(rules, (size_t)classes[1]), "A");
    CHECK(classes[2] == BIAOCHI_NO_CLASS);
    CHECK(status[0] == BIAOCHI_ROW_DECIDED && status[2] == BIAOCHI_ROW_BAD_VALUE);
    CHECK(issue[0] == BIAOCHI_NO_ISSUE && issue_slot[0] == UINT32_MAX);
    CHECK_TEXT(biaochi_issue_name(issue[2]), "below_min");
    CHECK_TEXT(biaochi_rules_slot_id(rules, issue_slot[2]), "share");
    CHECK(firms[0] == 3 && firms[1] == 10);
    CHECK(count.rows == ROWS && count.stopped == 0);
}

static void rows_may_be_of_any_layout(void) {
    static const struct {
        char name[4];
        int16_t share; /* in tenths */
        int8_t firms;
    } table[] = {{"a", 15, 5}, {"b", 20, 20}, {"c", 5, 5}};
    static const uint8_t validity[] = {0x6}; /* the second and the third */
    static const uint8_t statuses[] = {BIAOCHI_FIGURE_REPORTED, BIAOCHI_FIGURE_MISSING, 9};
    double low[ROWS];
    double high[ROWS];
    uint8_t status[ROWS];
    uint8_t issue[ROWS];
    biaochi_column columns[2];
    biaochi_batch batch = {0};
    columns[0] = column("share", BIAOCHI_CELL_INT16, &table[0].share);
    columns[0].scale = 1;
    columns[0].stride = (ptrdiff_t)sizeof table[0];
    columns[1] = column("firms", BIAOCHI_CELL_INT8, &table[0].firms);
    columns[1].stride = (ptrdiff_t)sizeof table[0];
    batch.columns = columns;
    batch.column_count = 2;
    batch.rows = ROWS;
    batch.out.score.low = low;
    batch.out.score.high = high;
    batch.out.status = status;
    batch.out.issue = issue;
    CHECK_STATUS(biaochi_columns_score(ready, &batch, &error, NULL), BIAOCHI_STATUS_OK);
    CHECK(low[0] == 10 && low[1] == 20 && low[2] == 5); /* 0.5 of a share gives 2, 5 firms 3 */
    columns[0].validity = validity;
    columns[0].statuses = statuses;
    CHECK_STATUS(biaochi_columns_score(ready, &batch, &error, NULL), BIAOCHI_STATUS_OK);
    CHECK(low[0] == 3 && high[0] == 13 && status[0] == BIAOCHI_ROW_UNDETERMINED);
    CHECK(low[1] == 10 && high[1] == 20);
    CHECK(status[2] == BIAOCHI_ROW_BAD_VALUE);
    CHECK_TEXT(biaochi_issue_name(issue[2]), "unknown_status");
}

static void refused(const biaochi_batch* batch, biaochi_status status, const char* code, const char* where) {
    CHECK_STATUS(biaochi_columns_score(ready, batch, &error, NULL), status);
    CHECK_TEXT(error.code, code);
    CHECK_TEXT(error.where, where);
}

static void columns_that_are_wrong_are_refused_before_any_work(void) {
    double low[ROWS] = {7, 7, 7};
    biaochi_column columns[2];
    biaochi_part part = {0};
    biaochi_batch batch = {0};
    columns[0] = column("share", BIAOCHI_CELL_FLOAT64, frame_shares);
    columns[1] = column("share", BIAOCHI_CELL_FLOAT64, frame_shares);
    batch.columns = columns;
    batch.column_count = 2;
    batch.rows = ROWS;
    batch.out.score.low = low;
    refused(&batch, BIAOCHI_STATUS_ISSUES, "repeated_column", "/columns/share");
    columns[1].slot = 7;
    refused(&batch, BIAOCHI_STATUS_ISSUES, "unknown_column", "/columns/7");
    columns[1] = column("firms", BIAOCHI_CELL_FLOAT64, NULL);
    refused(&batch, BIAOCHI_STATUS_ISSUES, "wrong_layout", "/columns/firms");
    columns[1] = column("firms", BIAOCHI_CELL_INT32, frame_firms);
    columns[1].scale = 39;
    refused(&batch, BIAOCHI_STATUS_ISSUES, "wrong_layout", "/columns/firms");
    columns[1].scale = 0;
    columns[1].type = 12;
    refused(&batch, BIAOCHI_STATUS_OUT_OF_RANGE, "out_of_range", "");
    columns[1].type = -1;
    refused(&batch, BIAOCHI_STATUS_OUT_OF_RANGE, "out_of_range", "");
    columns[1].type = BIAOCHI_CELL_INT32;
    part.node = 3;
    batch.parts = &part;
    batch.part_count = 1;
    refused(&batch, BIAOCHI_STATUS_OUT_OF_RANGE, "out_of_range", "");
    batch.parts = NULL;
    refused(&batch, BIAOCHI_STATUS_BAD_ARGUMENT, "bad_argument", "");
    CHECK(low[0] == 7 && low[1] == 7 && low[2] == 7);
}

static int stop(void* data, size_t done) {
    *(size_t*)data += done + 1;
    return 0;
}

static void progress_may_stop_a_batch(void) {
    enum { many = 100000 };
    double* shares = calloc(many, sizeof(double));
    double* low = calloc(many, sizeof(double));
    size_t told = 0;
    biaochi_column share = column("share", BIAOCHI_CELL_FLOAT64, shares);
    biaochi_batch batch = {0};
    biaochi_batch_count count = {0};
    batch.columns = &share;
    batch.column_count = 1;
    batch.rows = many;
    batch.threads = 1;
    batch.out.score.low = low;
    batch.progress = stop;
    batch.progress_data = &told;
    CHECK_STATUS(biaochi_columns_score(ready, &batch, &error, &count), BIAOCHI_STATUS_OK);
    CHECK(told > 0 && count.stopped != 0);
    free(shares);
    free(low);
}

static void text_at(const struct ArrowArray* array, int64_t row, char* out) {
    const int32_t* ends = array->buffers[1];
    const size_t size = (size_t)(ends[row + 1] - ends[row]);
    memcpy(out, (const char*)array->buffers[2] + ends[row], size);
    out[size] = 0;
}

static void arrow_arrays_are_scored(void) {
    struct ArrowSchema schema = sample_frame_schema();
    struct ArrowArray array = sample_frame_array();
    struct ArrowSchema type;
    struct ArrowArray result;
    char issue[64];
    columns_released = 0;
    CHECK_STATUS(
        biaochi_columns_score_array(ready, &schema, &array, "{\"ranges\": true, \"parts\": [\"*\"], \"threads\": 2, \"keep\": [\"share\"]}",
                                    &error, &type, &result),
        BIAOCHI_STATUS_OK);
    CHECK(array.release == NULL && columns_released == 2); /* the frame, and the column that is not kept */
    CHECK(result.length == ROWS && result.n_children == type.n_children);
    CHECK_TEXT(type.children[0]->name, "share");
    CHECK(result.children[0]->buffers[1] == (const void*)frame_shares);
    CHECK_TEXT(type.children[1]->name, "score");
    CHECK(((const double*)result.children[1]->buffers[1])[1] == 20);
    CHECK(result.children[1]->null_count == 1);
    CHECK_TEXT(type.children[4]->name, "issue");
    text_at(result.children[4], 2, issue);
    CHECK_TEXT(issue, "below_min: share");
    result.release(&result);
    CHECK(columns_released == 3);
    type.release(&type);
    schema.release(&schema);
    CHECK(columns_out == 0);
}

static void refused_frame(const char* options, const char* code, const char* where) {
    struct ArrowSchema schema = sample_frame_schema();
    struct ArrowArray array = sample_frame_array();
    struct ArrowSchema type = {0};
    struct ArrowArray result = {0};
    struct ArrowArrayStream stream = sample_stream(1);
    struct ArrowArrayStream results = {0};
    CHECK_STATUS(biaochi_columns_score_array(ready, &schema, &array, options, &error, &type, &result), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, code);
    CHECK_TEXT(error.where, where);
    CHECK(array.release == NULL && result.release == NULL && type.release == NULL);
    CHECK_STATUS(biaochi_columns_score_stream(ready, &stream, options, &error, &results), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, code);
    CHECK(stream.release == NULL && results.release == NULL);
    schema.release(&schema);
    CHECK(columns_out == 0);
}

static void options_that_are_wrong_are_issues(void) {
    refused_frame("{", "json_syntax", "");
    refused_frame("[]", "wrong_type", "");
    refused_frame("{\"rank\": true}", "unknown_key", "/rank");
    refused_frame("{\"ranks\": 1}", "wrong_type", "/ranks");
    refused_frame("{\"threads\": -1}", "bad_value", "/threads");
    refused_frame("{\"threads\": 1.5}", "bad_value", "/threads");
    refused_frame("{\"keep\": [1]}", "wrong_type", "/keep/0");
    refused_frame("{\"keep\": [\"nobody\"]}", "missing_column", "/keep/0");
    refused_frame("{\"parts\": [\"nothing\"]}", "unknown_node", "/parts/0");
    refused_frame("{\"columns\": {\"share\": 1}}", "wrong_type", "/columns/share");
    refused_frame("{\"columns\": {\"share\": \"fims\"}}", "unknown_column", "/columns/share");
}

static void streams_are_scored_as_they_are_read(void) {
    struct ArrowArrayStream stream = sample_stream(2);
    struct ArrowArrayStream results;
    struct ArrowSchema type;
    struct ArrowArray result;
    int arrays = 0;
    CHECK_STATUS(biaochi_columns_score_stream(ready, &stream, NULL, &error, &results), BIAOCHI_STATUS_OK);
    CHECK(stream.release == NULL);
    CHECK(results.get_schema(&results, &type) == 0);
    CHECK_TEXT(type.children[0]->name, "score");
    for (;; ++arrays) {
        CHECK(results.get_next(&results, &result) == 0);
        if (result.release == NULL) break;
        CHECK(((const double*)result.children[0]->buffers[1])[0] == 10);
        result.release(&result);
    }
    CHECK(arrays == 2);
    CHECK(results.get_last_error(&results) == NULL);
    type.release(&type);
    results.release(&results);
    CHECK(columns_out == 0);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, sample_readings, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    if (ready == NULL) return 1;
    slots_nodes_and_classes_have_names();
    rows_get_scores_classes_and_issues();
    rows_may_be_of_any_layout();
    columns_that_are_wrong_are_refused_before_any_work();
    progress_may_stop_a_batch();
    arrow_arrays_are_scored();
    options_that_are_wrong_are_issues();
    streams_are_scored_as_they_are_read();
    biaochi_columns_destroy(ready);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
