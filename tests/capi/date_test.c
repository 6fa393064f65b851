/**
 * @file
 * Months and days that come every year through C: found by each rounding, refused with their reason. The days are by hand: 2024 is a leap
 * year.
 */

#include "biaochi/biaochi.h"
#include "check.h"

static biaochi_error error;
static biaochi_date day;

#define GIVES(call, want)                            \
    do {                                             \
        memset(&day, 'x', sizeof day);               \
        CHECK_STATUS(call, BIAOCHI_STATUS_OK);       \
        CHECK(memcmp(day.text, want "\0", 11) == 0); \
    } while (0)

#define REFUSES(call, status, want)    \
    do {                               \
        memset(&day, 'x', sizeof day); \
        CHECK_STATUS(call, status);    \
        CHECK_TEXT(error.code, want);  \
        CHECK(day.text[0] == 'x');     \
    } while (0)

static void months_are_added_with_each_rounding(void) {
    GIVES(biaochi_date_add_months("2024-01-31", 1, "last_day", &error, &day), "2024-02-29");
    GIVES(biaochi_date_add_months("2023-01-31", 1, "next_month_first_day", &error, &day), "2023-03-01");
    GIVES(biaochi_date_add_months("2023-03-31", -1, "last_day", &error, &day), "2023-02-28");
    GIVES(biaochi_date_add_months("2023-03-15", 12, "refuse", NULL, &day), "2024-03-15");
    REFUSES(biaochi_date_add_months("2023-01-31", 1, "refuse", &error, &day), BIAOCHI_STATUS_ISSUES, "no_such_day");
    CHECK(strstr(error.en, "1 month(s) from 2023-01-31") != NULL);
    CHECK(strstr(error.zh, "1 个月") != NULL);
    REFUSES(biaochi_date_add_months("9999-12-31", 1, "last_day", &error, &day), BIAOCHI_STATUS_ISSUES, "no_such_day");
    REFUSES(biaochi_date_add_months("2023-01-31", INT32_MIN, "last_day", &error, &day), BIAOCHI_STATUS_ISSUES, "no_such_day");
    REFUSES(biaochi_date_add_months("2023-02-30", 1, "last_day", &error, &day), BIAOCHI_STATUS_ISSUES, "bad_date");
    CHECK_TEXT(error.where, "/date");
    REFUSES(biaochi_date_add_months("2023-01-31", 1, "nearest", &error, &day), BIAOCHI_STATUS_BAD_ARGUMENT, "bad_argument");
}

static void periods_end_by_their_start(void) {
    GIVES(biaochi_date_end_of_months("2024-01-15", 24, "next_day", "last_day", &error, &day), "2026-01-15");
    GIVES(biaochi_date_end_of_months("2024-01-15", 24, "same_day", "last_day", &error, &day), "2026-01-14");
    REFUSES(biaochi_date_end_of_months("2024-01-15", -1, "same_day", "last_day", &error, &day), BIAOCHI_STATUS_OUT_OF_RANGE,
            "out_of_range");
    REFUSES(biaochi_date_end_of_months("2024-01-15", 1, "tomorrow", "last_day", &error, &day), BIAOCHI_STATUS_BAD_ARGUMENT, "bad_argument");
}

static void days_that_come_every_year_are_found_both_ways(void) {
    GIVES(biaochi_date_next_yearly("03-31", "2024-03-31", "refuse", &error, &day), "2024-03-31");
    GIVES(biaochi_date_next_yearly("03-31", "2024-04-01", "refuse", &error, &day), "2025-03-31");
    GIVES(biaochi_date_last_yearly("03-31", "2024-03-30", "refuse", &error, &day), "2023-03-31");
    GIVES(biaochi_date_next_yearly("02-29", "2025-01-01", "last_day", &error, &day), "2025-02-28");
    GIVES(biaochi_date_next_yearly("02-29", "2025-01-01", "refuse", &error, &day), "2028-02-29");
    GIVES(biaochi_date_last_yearly("02-29", "2025-12-31", "next_month_first_day", &error, &day), "2025-03-01");
    REFUSES(biaochi_date_next_yearly("03-31", "9999-04-01", "refuse", &error, &day), BIAOCHI_STATUS_ISSUES, "no_such_day");
    CHECK(strstr(error.en, "the yearly day 03-31") != NULL);
    REFUSES(biaochi_date_last_yearly("02-30", "2024-04-01", "refuse", &error, &day), BIAOCHI_STATUS_ISSUES, "bad_date");
    CHECK_TEXT(error.where, "/day");
}

int main(void) {
    months_are_added_with_each_rounding();
    periods_end_by_their_start();
    days_that_come_every_year_are_found_both_ways();
    return CHECK_RESULT;
}
