/**
 * @file
 * Columns in C: scores three regions from plain arrays, figure by figure, and prints what became of each.
 *
 *     columns RULEBOOK.json
 */

#include <biaochi/biaochi.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { rows = 3 };

static const char readings[] = "{\"class_cuts\": \"hebei_2019\"}";

/* The first is known, of the second little is, of the third a share is wrong. */
static const double st_share[rows] = {1.5, 2.25, -0.1};
static const int32_t hightech_firms[rows] = {120, 40, 7};
static const uint8_t hightech_known[] = {0x5}; /* bit by bit: the first and the third */

static char* read_file(const char* path, size_t* size) {
    FILE* file = fopen(path, "rb");
    if (file == NULL) return NULL;
    fseek(file, 0, SEEK_END);
    const long end = ftell(file);
    rewind(file);
    char* data = end < 0 ? NULL : malloc((size_t)end + 1);
    *size = data == NULL ? 0 : fread(data, 1, (size_t)end, file);
    fclose(file);
    return data;
}

static int fail(const biaochi_error* error) {
    fprintf(stderr, "%s: %s: %s\n", error->where, error->code, error->en);
    return 1;
}

/* Points are whole numbers of hundredths where a rulebook shows two places, so nothing is rounded here. */
static int score(const biaochi_rules* rules, const biaochi_columns* ready, biaochi_error* error) {
    int64_t low[rows];
    int64_t high[rows];
    uint8_t status[rows];
    uint8_t issue[rows];
    uint32_t issue_slot[rows];
    biaochi_column columns[2] = {0};
    biaochi_batch batch = {0};
    biaochi_batch_count count = {0};
    if (biaochi_rules_slot(rules, "fiscal_st_share", error, &columns[0].slot) != BIAOCHI_STATUS_OK ||
        biaochi_rules_slot(rules, "hightech_firms", error, &columns[1].slot) != BIAOCHI_STATUS_OK) {
        return fail(error);
    }
    columns[0].type = BIAOCHI_CELL_FLOAT64;
    columns[0].values = st_share;
    columns[1].type = BIAOCHI_CELL_INT32;
    columns[1].values = hightech_firms;
    columns[1].validity = hightech_known;
    batch.columns = columns;
    batch.column_count = 2;
    batch.rows = rows;
    batch.threads = 1;
    batch.out.score.low_units = low;
    batch.out.score.high_units = high;
    batch.out.status = status;
    batch.out.issue = issue;
    batch.out.issue_slot = issue_slot;
    if (biaochi_columns_score(ready, &batch, error, &count) != BIAOCHI_STATUS_OK) return fail(error);
    for (int row = 0; row < rows; ++row) {
        if (status[row] == BIAOCHI_ROW_BAD_VALUE) {
            printf("%d %s: %s\n", row, biaochi_issue_name(issue[row]), biaochi_rules_slot_id(rules, issue_slot[row]));
        } else {
            printf("%d %s: %" PRId64 " to %" PRId64 " hundredths\n", row, biaochi_row_status_name(status[row]), low[row], high[row]);
        }
    }
    return 0;
}

int main(int argc, char** argv) {
    size_t size = 0;
    char* json = argc == 2 ? read_file(argv[1], &size) : NULL;
    if (json == NULL) {
        fprintf(stderr, "usage: columns RULEBOOK.json\n");
        return 2;
    }

    biaochi_error error;
    biaochi_rulebook* book = NULL;
    biaochi_rules* rules = NULL;
    biaochi_columns* ready = NULL;
    int failed = 0;
    if (biaochi_rulebook_create(json, size, &error, &book) != BIAOCHI_STATUS_OK ||
        biaochi_rules_create(book, "2020-12-31", readings, &error, &rules) != BIAOCHI_STATUS_OK ||
        biaochi_columns_create(rules, &error, &ready) != BIAOCHI_STATUS_OK) {
        failed = fail(&error);
    } else {
        failed = score(rules, ready, &error);
    }

    biaochi_columns_destroy(ready);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    free(json);
    return failed;
}
