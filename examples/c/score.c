/**
 * @file
 * The first example in C: reads a rulebook, scores one record, prints the results document.
 *
 *     score RULEBOOK.json
 */

#include <biaochi/biaochi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char readings[] = "{\"class_cuts\": \"hebei_2019\"}";
static const char records[] = "[{\"region\": \"合作市\", \"period\": \"2020\", \"facts\": {\"hightech_firms\": 3}}]";

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

int main(int argc, char** argv) {
    size_t size = 0;
    char* json = argc == 2 ? read_file(argv[1], &size) : NULL;
    if (json == NULL) {
        fprintf(stderr, "usage: score RULEBOOK.json\n");
        return 2;
    }

    biaochi_error error;
    biaochi_rulebook* book = NULL;
    biaochi_rules* rules = NULL;
    biaochi_text* results = NULL;
    int failed = 0;
    if (biaochi_rulebook_create(json, size, &error, &book) != BIAOCHI_STATUS_OK ||
        biaochi_rules_create(book, "2020-12-31", readings, &error, &rules) != BIAOCHI_STATUS_OK ||
        biaochi_rules_score(rules, records, strlen(records), &error, &results) != BIAOCHI_STATUS_OK) {
        failed = fail(&error);
    } else {
        fputs(biaochi_text_data(results), stdout);
    }

    biaochi_text_destroy(results);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    free(json);
    return failed;
}
