/// @file
/// The version and the names of statuses.

#include "biaochi/biaochi.h"

const char* biaochi_version(void) { return BIAOCHI_VERSION; }

const char* biaochi_status_name(biaochi_status status) {
    switch (status) {
        case BIAOCHI_STATUS_OK:
            return "ok";
        case BIAOCHI_STATUS_ISSUES:
            return "issues";
        case BIAOCHI_STATUS_BAD_ARGUMENT:
            return "bad_argument";
        case BIAOCHI_STATUS_OUT_OF_RANGE:
            return "out_of_range";
        case BIAOCHI_STATUS_NO_MEMORY:
            return "no_memory";
        case BIAOCHI_STATUS_INTERNAL:
            return "internal";
    }
    return "unknown";
}
