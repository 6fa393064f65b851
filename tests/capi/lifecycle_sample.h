#ifndef BIAOCHI_TESTS_LIFECYCLE_SAMPLE_H
#define BIAOCHI_TESTS_LIFECYCLE_SAMPLE_H
/**
 * @file
 * A small lifecycle: a notice of five working days, then an approval that takes three points; with a log of which the approval fails,
 * and a calendar of the autumn of 2023.
 */

/* clang-format off */
static const char lifecycle_rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\"},"
    " \"title\": {\"en\": \"Sample\"}, \"sources\": {\"plan\": {\"title\": {\"en\": \"Plan\"}}},"
    " \"facts\": {\"x\": {\"name\": {\"en\": \"X\"}}}, \"subject\": {\"kind\": {\"en\": \"county\"}},"
    " \"conditions\": {\"enough\": {\"name\": {\"zh\": \"足\", \"en\": \"Enough\"}, \"expr\": \"x > 3\"}},"
    " \"lifecycle\": {\"initial\": \"posted\", \"starts_with\": \"post\","
    "   \"events\": {\"post\": {\"name\": {\"en\": \"Notice\"}},"
    "     \"approve\": {\"name\": {\"en\": \"Approval\"}, \"by\": \"Office\", \"data\": {\"points\": \"number\"}}},"
    "   \"states\": {"
    "     \"posted\": {\"name\": {\"en\": \"Posted\"}, \"on\": {\"approve\": ["
    "         {\"to\": \"approved\", \"if\": \"event.points >= 3\", \"else\": {\"en\": \"not enough\"}}]},"
    "       \"deadlines\": {\"notice_ends\": {\"name\": {\"en\": \"The notice ends\"}, \"owner\": \"Office\", \"from\": \"entered\","
    "         \"working_days\": 5, \"calendar\": \"holidays\", \"start\": \"next_day\", \"for\": \"approve\"}}},"
    "     \"approved\": {\"name\": {\"en\": \"Approved\"}, \"final\": true}}}}";

static const char lifecycle_log[] =
    "{\"date\": \"2023-09-27\", \"case\": \"a\", \"event\": \"post\"}\n"
    "{\"date\": \"2023-10-08\", \"case\": \"a\", \"event\": \"approve\", \"data\": {\"points\": 2}}\n";

static const char lifecycle_calendar[] =
    "{\"format\": \"biaochi-calendar/1\", \"id\": \"holidays\", \"version\": \"1\", \"title\": {\"en\": \"Autumn 2023\"},"
    " \"coverage\": {\"from\": \"2023-09-01\", \"until\": \"2024-01-01\"}, \"holidays\": {\"national_day\": {\"en\": \"National Day\"}},"
    " \"papers\": {\"notice\": {\"year\": 2023, \"title\": {\"en\": \"Notice\"}, \"number\": \"16\"}},"
    " \"days_off\": [{\"date\": \"2023-09-29\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-02\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-03\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-04\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-05\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-06\", \"holiday\": \"national_day\", \"paper\": \"notice\"}],"
    " \"make_up_days\": [{\"date\": \"2023-10-07\", \"holiday\": \"national_day\", \"paper\": \"notice\"},"
    "   {\"date\": \"2023-10-08\", \"holiday\": \"national_day\", \"paper\": \"notice\"}]}";
/* clang-format on */

#endif
