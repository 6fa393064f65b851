#ifndef BIAOCHI_TESTS_CHECK_H
#define BIAOCHI_TESTS_CHECK_H
/**
 * @file
 * The few macros that the C tests need: a failed check is printed and counted, the test goes on.
 */

#include <stdio.h>
#include <string.h>

static int check_failures = 0;

/** Notes a failure unless the condition holds. */
#define CHECK(condition)                                                            \
    do {                                                                            \
        if (!(condition)) {                                                         \
            ++check_failures;                                                       \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
        }                                                                           \
    } while (0)

/** Notes a failure unless two texts are equal. */
#define CHECK_TEXT(got, want)                                                                               \
    do {                                                                                                    \
        const char* check_got = (got);                                                                      \
        const char* check_want = (want);                                                                    \
        if (strcmp(check_got, check_want) != 0) {                                                           \
            ++check_failures;                                                                               \
            fprintf(stderr, "%s:%d: got \"%s\", want \"%s\"\n", __FILE__, __LINE__, check_got, check_want); \
        }                                                                                                   \
    } while (0)

/** Notes a failure unless a call gave the status. */
#define CHECK_STATUS(call, want) CHECK_TEXT(biaochi_status_name(call), biaochi_status_name(want))

/** What main returns. */
#define CHECK_RESULT (check_failures == 0 ? 0 : 1)

#endif
