/**
 * @file
 * Changes from the year before through C: rows found, scores subtracted, progress, what is refused.
 */

#include <math.h>

#include "biaochi/biaochi.h"
#include "check.h"
#include "sample.h"

#define SIZE(text) (sizeof(text) - 1)
#define ROWS 4

/* Regions 7 and 8 in 2020 and 2021. */
static const uint32_t regions[ROWS] = {7, 7, 8, 8};
static const uint32_t periods[ROWS] = {0, 1, 1, 0};
static const char* const years[] = {"2020", "2021"};

/* Shares 1.5, 2, 0 and 1 give 7, 10, 0 and 4 points; 5, 20, 5 and 20 firms give 3, 10, 3 and 10. Totals: 10, 20, 3, 14. */
static const double shares[ROWS] = {1.5, 2, 0, 1};
static const int32_t firms[ROWS] = {5, 20, 5, 20};

static biaochi_columns* ready = NULL;
static biaochi_error error;
static biaochi_column columns[2];
static size_t previous[ROWS];
static double low[ROWS];
static double high[ROWS];
static int64_t units[ROWS];

static biaochi_changes sample_changes(void) {
    biaochi_changes changes = {0};
    memset(columns, 0, sizeof columns);
    columns[0].slot = 0;
    columns[0].type = BIAOCHI_CELL_FLOAT64;
    columns[0].values = shares;
    columns[1].slot = 1;
    columns[1].type = BIAOCHI_CELL_INT32;
    columns[1].values = firms;
    changes.columns = columns;
    changes.column_count = 2;
    changes.rows = ROWS;
    changes.previous = previous;
    changes.change.low = low;
    changes.change.high = high;
    changes.change.low_units = units;
    return changes;
}

static void rows_of_the_year_before_are_found(void) {
    CHECK_STATUS(biaochi_previous_rows(regions, periods, ROWS, years, 2, &error, previous), BIAOCHI_STATUS_OK);
    CHECK(previous[0] == BIAOCHI_NO_ROW && previous[1] == 0 && previous[2] == 3 && previous[3] == BIAOCHI_NO_ROW);
    CHECK_STATUS(biaochi_previous_rows(NULL, NULL, 0, NULL, 0, &error, NULL), BIAOCHI_STATUS_OK);
}

static void scores_are_subtracted(void) {
    const biaochi_changes changes = sample_changes();
    int stopped = 9;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, &stopped), BIAOCHI_STATUS_OK);
    CHECK(stopped == 0);
    CHECK(isnan(low[0]) && isnan(high[0]) && units[0] == BIAOCHI_NO_UNITS);
    CHECK(low[1] == 10 && high[1] == 10 && units[1] == 1000); /* two places */
    CHECK(low[2] == -11 && high[2] == -11);
    CHECK(isnan(low[3]) && units[3] == BIAOCHI_NO_UNITS);
}

/* Without its firms row 0 has 10 to 17 points: 20 is 3 to 10 more. */
static void unknown_figures_make_changes_intervals(void) {
    static const uint8_t first_missing = 0x0e;
    const biaochi_changes changes = sample_changes();
    columns[1].validity = &first_missing;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, NULL), BIAOCHI_STATUS_OK);
    CHECK(low[1] == 3 && high[1] == 10);
}

static int stop(void* data, size_t done) {
    CHECK(done <= ROWS);
    ++*(int*)data;
    return 0;
}

static void progress_may_stop_it(void) {
    biaochi_changes changes = sample_changes();
    int calls = 0;
    int stopped = 0;
    changes.progress = stop;
    changes.progress_data = &calls;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, &stopped), BIAOCHI_STATUS_OK);
    CHECK(calls == 1 && stopped == 1);
}

static void what_is_wrong_is_refused(void) {
    static const uint32_t no_such_period[ROWS] = {0, 1, 2, 0};
    static const size_t no_such_row[ROWS] = {0, 0, 0, ROWS};
    biaochi_changes changes = sample_changes();
    CHECK_STATUS(biaochi_previous_rows(regions, no_such_period, ROWS, years, 2, &error, previous), BIAOCHI_STATUS_OUT_OF_RANGE);
    changes.previous = no_such_row;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, NULL), BIAOCHI_STATUS_OUT_OF_RANGE);
    changes.previous = previous;
    columns[1].slot = 0;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, NULL), BIAOCHI_STATUS_ISSUES);
    CHECK_TEXT(error.code, "repeated_column");
    columns[1].type = 99;
    CHECK_STATUS(biaochi_columns_change(ready, &changes, &error, NULL), BIAOCHI_STATUS_OUT_OF_RANGE);
}

int main(void) {
    biaochi_rulebook* book = NULL;
    biaochi_rules* rules = NULL;
    CHECK_STATUS(biaochi_rulebook_create(sample_rulebook, SIZE(sample_rulebook), &error, &book), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_rules_create(book, NULL, sample_readings, &error, &rules), BIAOCHI_STATUS_OK);
    CHECK_STATUS(biaochi_columns_create(rules, &error, &ready), BIAOCHI_STATUS_OK);
    if (ready == NULL) return 1;
    CHECK(biaochi_rules_places(rules) == 2);
    rows_of_the_year_before_are_found();
    scores_are_subtracted();
    unknown_figures_make_changes_intervals();
    progress_may_stop_it();
    what_is_wrong_is_refused();
    biaochi_columns_destroy(ready);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return CHECK_RESULT;
}
