/**
 * @file
 * Scores a file of records through the C interface and writes the results: `driver RULEBOOK RECORDS [open=reading …]`.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "biaochi/biaochi.h"
#include "read_file.h"

/* Turns `open=reading` words into a JSON object; ids need no escapes. */
static char* readings_json(int count, char** words) {
    size_t room = 3;
    for (int i = 0; i < count; ++i) room += strlen(words[i]) + 6;
    char* json = malloc(room);
    if (json == NULL) return NULL;
    strcpy(json, "{");
    for (int i = 0; i < count; ++i) {
        const char* equals = strchr(words[i], '=');
        if (equals == NULL) continue;
        strcat(json, json[1] == '\0' ? "\"" : ",\"");
        strncat(json, words[i], (size_t)(equals - words[i]));
        strcat(json, "\":\"");
        strcat(json, equals + 1);
        strcat(json, "\"");
    }
    strcat(json, "}");
    return json;
}

static int refuse(const char* what, const biaochi_error* error) {
    fprintf(stderr, "%s: %s %s: %s\n", what, error->code, error->where, error->en);
    return 1;
}

int main(int argc, char** argv) {
    if (argc < 3) {
        fprintf(stderr, "driver RULEBOOK RECORDS [open=reading ...]\n");
        return 2;
    }
    size_t rulebook_size = 0;
    size_t records_size = 0;
    char* rulebook_json = read_file(argv[1], &rulebook_size);
    char* records = read_file(argv[2], &records_size);
    char* readings = readings_json(argc - 3, argv + 3);
    if (rulebook_json == NULL || records == NULL || readings == NULL) {
        fprintf(stderr, "cannot read a file\n");
        return 2;
    }
    biaochi_error error;
    biaochi_rulebook* rulebook = NULL;
    biaochi_rules* rules = NULL;
    biaochi_text* results = NULL;
    int failed = 0;
    if (biaochi_rulebook_create(rulebook_json, rulebook_size, &error, &rulebook) != BIAOCHI_STATUS_OK) {
        failed = refuse("rulebook", &error);
    } else if (biaochi_rules_create(rulebook, NULL, readings, &error, &rules) != BIAOCHI_STATUS_OK) {
        failed = refuse("rules", &error);
    } else if (biaochi_rules_score(rules, records, records_size, &error, &results) != BIAOCHI_STATUS_OK) {
        failed = refuse("records", &error);
    } else {
        size_t size = biaochi_text_size(results);
        failed = fwrite(biaochi_text_data(results), 1, size, stdout) != size;
    }
    biaochi_text_destroy(results);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(rulebook);
    free(readings);
    free(records);
    free(rulebook_json);
    return failed;
}
