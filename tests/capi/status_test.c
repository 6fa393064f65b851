/**
 * @file
 * Version and status names.
 */

#include "biaochi/biaochi.h"
#include "check.h"

static void every_status_has_its_own_name(void) {
    for (int a = 0; a < BIAOCHI_STATUS_END; ++a) {
        const char* name = biaochi_status_name((biaochi_status)a);
        CHECK(name != NULL && name[0] != '\0');
        CHECK(strcmp(name, "unknown") != 0);
        for (int b = 0; b < a; ++b) CHECK(strcmp(name, biaochi_status_name((biaochi_status)b)) != 0);
    }
}

static void status_beyond_the_last_is_unknown(void) {
    const int beyond = BIAOCHI_STATUS_END;
    CHECK_TEXT(biaochi_status_name((biaochi_status)beyond), "unknown");
}

static void version_is_three_numbers(void) {
    int major = -1;
    int minor = -1;
    int patch = -1;
    char rest = 'x';
    CHECK(sscanf(biaochi_version(), "%d.%d.%d%c", &major, &minor, &patch, &rest) == 3);
}

int main(void) {
    every_status_has_its_own_name();
    status_beyond_the_last_is_unknown();
    version_is_three_numbers();
    return CHECK_RESULT;
}
