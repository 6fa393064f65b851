/**
 * @file
 * Ranks of columns through C: ranks, cohorts, the first few, progress, what is refused.
 */

#include <math.h>

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)
#define ROWS 3

static const double frame_shares[] = {1.5, 2, -1};
static const int32_t frame_firms[] = {5, 20, 5};
static biaochi_columns* ready = NULL;
static biaochi_error error;
static biaochi_column columns[2];
static double best[ROWS];
static double worst[ROWS];

/* Share 1.5 and 5 firms: 10 points. 2 and 20: 20. -1 is below its least. */
static biaochi_ranking sample_ranking(void) {
    biaochi_ranking ranking = {0};
    memset(columns, 0, sizeof columns);
    columns[0].slot = 0;
    columns[0].type = BIAOCHI_CELL_FLOAT64;
    columns[0].values = frame_shares;
    columns[1].slot = 1;
    columns[1].type = BIAOCHI_CELL_INT32;
    columns[1].values = frame_firms;
    ranking.columns = columns;
    ranking.column_count = 2;
    ranking.rows = ROWS;
    return ranking;
}

static void rows_get_ranks(void) {
    biaochi_ranking ranking = sample_ranking();
    int stopped = 9;
    ranking.best = best;
    ranking.worst = worst;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, &stopped), BIAOCHI_STATUS_OK);
    CHECK(stopped == 0);
    CHECK(best[0] == 2 && worst[0] == 2);
    CHECK(best[1] == 1 && worst[1] == 1);
    CHECK(isnan(best[2]) && isnan(worst[2]));
    ranking.worst = NULL;
    best[0] = 0;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, NULL, NULL), BIAOCHI_STATUS_OK);
    CHECK(best[0] == 2);
}

/* Without its firms a row may have the points of 0 firms or of many: each of the two may be first. */
static void unknown_figures_make_ranks_intervals(void) {
    static const uint8_t first_two_missing = 0x04;
    biaochi_ranking ranking = sample_ranking();
    ranking.best = best;
    ranking.worst = worst;
    ranking.rows = 2;
    columns[1].validity = &first_two_missing;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, NULL), BIAOCHI_STATUS_OK);
    CHECK(best[0] == 1 && worst[0] == 2);
    CHECK(best[1] == 1 && worst[1] == 2);
}

static void cohorts_are_ranked_apart(void) {
    static const uint32_t cohorts[ROWS] = {7, 8, 8};
    biaochi_ranking ranking = sample_ranking();
    ranking.best = best;
    ranking.cohorts = cohorts;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, NULL), BIAOCHI_STATUS_OK);
    CHECK(best[0] == 1 && best[1] == 1 && isnan(best[2]));
}

static void the_first_rows_are_found(void) {
    biaochi_ranking ranking = sample_ranking();
    size_t rows[ROWS] = {9, 9, 9};
    size_t found = 9;
    CHECK_STATUS(biaochi_columns_top(ready, &ranking, 2, ROWS, rows, &error, &found), BIAOCHI_STATUS_OK);
    CHECK(found == 2 && rows[0] == 1 && rows[1] == 0 && rows[2] == 9);
    CHECK_STATUS(biaochi_columns_top(ready, &ranking, 5, 0, NULL, &error, &found), BIAOCHI_STATUS_OK);
    CHECK(found == 2);
    ranking.best = best;
    CHECK_STATUS(biaochi_columns_top(ready, &ranking, 2, ROWS, rows, &error, &found), BIAOCHI_STATUS_OUT_OF_RANGE);
}

static int stop(void* data, size_t done) {
    CHECK(done <= ROWS);
    ++*(int*)data;
    return 0;
}

static void progress_may_stop_a_ranking(void) {
    biaochi_ranking ranking = sample_ranking();
    int calls = 0;
    int stopped = 0;
    ranking.best = best;
    ranking.progress = stop;
    ranking.progress_data = &calls;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, &stopped), BIAOCHI_STATUS_OK);
    CHECK(calls == 1 && stopped == 1);
}

static void columns_that_are_wrong_are_refused(void) {
    biaochi_ranking ranking = sample_ranking();
    size_t found = 9;
    columns[1].slot = 0;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, NULL), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "repeated_column");
    CHECK_STATUS(biaochi_columns_top(ready, &ranking, 1, 0, NULL, &error, &found), BIAOCHI_STATUS_ISSUES);
    CHECK(found == 9);
    columns[1].type = 99;
    CHECK_STATUS(biaochi_columns_rank(ready, &ranking, &error, NULL), BIAOCHI_STATUS_OUT_OF_RANGE);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    biaochi_rules* rules = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, sample_readings, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    if (ready == NULL) return 1;
    rows_get_ranks();
    unknown_figures_make_ranks_intervals();
    cohorts_are_ranked_apart();
    the_first_rows_are_found();
    progress_may_stop_a_ranking();
    columns_that_are_wrong_are_refused();
    biaochi_columns_destroy(ready);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
