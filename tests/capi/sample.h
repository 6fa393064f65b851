#ifndef BIAOCHI_TESTS_SAMPLE_H
#define BIAOCHI_TESTS_SAMPLE_H
/**
 * @file
 * A small rulebook with a table of records: two leaves of 10 points each, one of them with a row that is not printed.
 *
 * `share`: 0 to 1 gives 0 to 4 points, 1 to 2 gives 4 to 10, from 2 on 10. `firms`: below 10 firms 3 points, from 20 on 10; between
 * them nothing is printed; the reading `linear` is the straight line from 3 to 10.
 */

/* clang-format off */
static const char sample_rulebook[] =
    "{\"format\": \"biaochi/1\", \"id\": \"sample\", \"version\": \"1\", \"effective\": {\"from\": \"2020-01-01\", \"until\": \"2030-01-01\"},"
    " \"title\": {\"en\": \"Sample\", \"zh\": \"样例\"},"
    " \"sources\": {\"plan\": {\"title\": {\"en\": \"A plan\"}}},"
    " \"open\": {\"gap\": {\"asks\": {\"en\": \"points for 10 to 20 firms are not printed\"}, \"cite\": {\"source\": \"plan\", \"clause\": \"2\"},"
    "   \"readings\": {\"linear\": {\"says\": {\"en\": \"a straight line\"}, \"status\": \"illustrative\"}}}},"
    " \"facts\": {\"share\": {\"name\": {\"en\": \"Share\", \"zh\": \"占比\"}, \"min\": 0},"
    "   \"firms\": {\"name\": {\"en\": \"Firms\", \"zh\": \"企业数\"}, \"min\": 0, \"whole\": true}},"
    " \"score\": {\"id\": \"total\", \"points\": 20, \"cite\": {\"source\": \"plan\", \"clause\": \"0\"}, \"parts\": ["
    "   {\"id\": \"share\", \"points\": 10, \"cite\": {\"source\": \"plan\", \"clause\": \"1\"}, \"bands\": ["
    "     {\"from\": 0, \"to\": 1, \"points\": [0, 4]}, {\"from\": 1, \"to\": 2, \"points\": [4, 10]}, {\"from\": 2, \"points\": 10}]},"
    "   {\"id\": \"firms\", \"points\": 10, \"cite\": {\"source\": \"plan\", \"clause\": \"2\"}, \"bands\": ["
    "     {\"to\": 10, \"points\": 3}, {\"from\": 10, \"to\": 20, \"points\": {\"open\": \"gap\", \"readings\": {\"linear\": [3, 10]}}},"
    "     {\"from\": 20, \"points\": 10}]}]},"
    " \"classes\": {\"cuts\": [{\"id\": \"A\", \"name\": {\"en\": \"good\"}, \"from\": 15}, {\"id\": \"B\", \"name\": {\"en\": \"other\"}, \"to\": 15}]},"
    " \"examples\": [{\"id\": \"middle\", \"facts\": {\"share\": 1, \"firms\": 3}, \"expect\": {\"score\": 7, \"class\": \"B\"}}]}";

/* Eastern: share 1.5 gives 7, firms 15 is in the row that is not printed. Western: share unknown, 30 firms give 10. */
static const char sample_records[] =
    "{\"records\": [{\"region\": \"东\", \"period\": \"2020\", \"facts\": {\"share\": 1.5, \"firms\": 15}},"
    " {\"region\": \"西\", \"period\": \"2020\", \"facts\": {\"firms\": 30}}]}";

static const char sample_readings[] = "{\"gap\": \"linear\"}";

/* clang-format on */

#endif
