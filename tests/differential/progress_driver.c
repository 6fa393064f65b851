/**
 * @file
 * Asks for progress with targets through the C interface: `progress_driver RULEBOOK RECORDS DAY json|text`.
 */

#include <stdio.h>
#include <stdlib.h>

#include "biaochi/biaochi.h"
#include "read_file.h"

int main(int argc, char** argv) {
    if (argc != 5) {
        fprintf(stderr, "progress_driver RULEBOOK RECORDS DAY json|text\n");
        return 2;
    }
    size_t rulebook_size = 0;
    size_t records_size = 0;
    char* rulebook_json = read_file(argv[1], &rulebook_size);
    char* records = read_file(argv[2], &records_size);
    biaochi_error error = {{0}, {0}, {0}, {0}};
    biaochi_rulebook* rulebook = NULL;
    biaochi_rules* rules = NULL;
    biaochi_text* text = NULL;
    int failed = rulebook_json == NULL || records == NULL;
    if (!failed) {
        failed =
            biaochi_rulebook_create(rulebook_json, rulebook_size, &error, &rulebook) != BIAOCHI_STATUS_OK ||
            biaochi_rules_create(rulebook, NULL, NULL, &error, &rules) != BIAOCHI_STATUS_OK ||
            biaochi_rules_progress(rules, records, records_size, argv[3], NULL, NULL, "zh", argv[4], &error, &text) != BIAOCHI_STATUS_OK ||
            fwrite(biaochi_text_data(text), 1, biaochi_text_size(text), stdout) != biaochi_text_size(text);
    }
    if (failed) fprintf(stderr, "%s %s: %s\n", error.code, error.where, error.en);
    biaochi_text_destroy(text);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(rulebook);
    free(records);
    free(rulebook_json);
    return failed;
}
