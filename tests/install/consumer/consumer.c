/**
 * @file
 * Scores one record by an installed rulebook, in C.
 */

#include <biaochi/biaochi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char json[1 << 20];

int main(int argc, char** argv) {
    static const char records[] = "[{\"region\": \"nowhere\", \"facts\": {}}]";
    biaochi_error error;
    biaochi_rulebook* book = NULL;
    biaochi_rules* rules = NULL;
    biaochi_text* text = NULL;
    biaochi_status status;
    FILE* file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (file == NULL) return 2;
    const size_t size = fread(json, 1, sizeof json, file);
    fclose(file);

    status = biaochi_rulebook_create(json, size, &error, &book);
    if (status == BIAOCHI_STATUS_OK) status = biaochi_rules_create(book, NULL, NULL, &error, &rules);
    if (status == BIAOCHI_STATUS_OK) status = biaochi_rules_score(rules, records, strlen(records), &error, &text);
    if (status != BIAOCHI_STATUS_OK) {
        fprintf(stderr, "%s at %s: %s\n", error.code, error.where, error.en);
        return EXIT_FAILURE;
    }
    const int right = strstr(biaochi_text_data(text), "\"high\": \"100\"") != NULL;
    printf("C %s: %zu bytes of results\n", biaochi_version(), biaochi_text_size(text));
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(book);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
