/**
 * @file
 * Asks about a log of events through the C interface: `log_driver replay|next|due RULEBOOK EVENTS DAY CALENDAR json|text`.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "biaochi/biaochi.h"
#include "read_file.h"

static biaochi_status ask(const char* question, const biaochi_rules* rules, const biaochi_log* log, const char* day, const char* format,
                          biaochi_error* error, biaochi_text** out) {
    if (strcmp(question, "next") == 0) return biaochi_rules_next(rules, log, day, "zh", format, error, out);
    if (strcmp(question, "due") == 0) return biaochi_rules_due(rules, log, day, "zh", format, error, out);
    return biaochi_rules_replay(rules, log, "zh", format, error, out);
}

int main(int argc, char** argv) {
    if (argc != 7) {
        fprintf(stderr, "log_driver replay|next|due RULEBOOK EVENTS DAY CALENDAR json|text\n");
        return 2;
    }
    biaochi_log log = {0};
    size_t rulebook_size = 0;
    size_t calendar_size = 0;
    char* rulebook_json = read_file(argv[2], &rulebook_size);
    char* events = read_file(argv[3], &log.events_size);
    char* calendar_json = read_file(argv[5], &calendar_size);
    biaochi_error error = {{0}, {0}, {0}, {0}};
    biaochi_rulebook* rulebook = NULL;
    biaochi_rules* rules = NULL;
    biaochi_calendar* calendar = NULL;
    biaochi_text* text = NULL;
    int failed = rulebook_json == NULL || events == NULL || calendar_json == NULL;
    if (!failed) {
        failed = biaochi_rulebook_create(rulebook_json, rulebook_size, &error, &rulebook) != BIAOCHI_STATUS_OK ||
                 biaochi_rules_create(rulebook, NULL, NULL, &error, &rules) != BIAOCHI_STATUS_OK ||
                 biaochi_calendar_create(calendar_json, calendar_size, &error, &calendar) != BIAOCHI_STATUS_OK;
    }
    if (!failed) {
        const biaochi_calendar* calendars[] = {calendar};
        log.events = events;
        log.calendars = calendars;
        log.calendar_count = 1;
        failed = ask(argv[1], rules, &log, argv[4], argv[6], &error, &text) != BIAOCHI_STATUS_OK ||
                 fwrite(biaochi_text_data(text), 1, biaochi_text_size(text), stdout) != biaochi_text_size(text);
    }
    if (failed) fprintf(stderr, "%s %s: %s\n", error.code, error.where, error.en);
    biaochi_text_destroy(text);
    biaochi_calendar_destroy(calendar);
    biaochi_rules_destroy(rules);
    biaochi_rulebook_destroy(rulebook);
    free(calendar_json);
    free(events);
    free(rulebook_json);
    return failed;
}
