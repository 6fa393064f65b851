#ifndef BIAOCHI_H
#define BIAOCHI_H
/**
 * @file
 * The stable C interface of biaochi.
 *
 * Every call that can fail returns a biaochi_status, puts its result in the last `out` parameter (left untouched on failure) and,
 * where `error` is not NULL, says there what went wrong. Handles are opaque; whoever creates one destroys it; destroying NULL is
 * allowed. Compiled rules are immutable: any number of threads may use one. There is no global state. Texts are UTF-8.
 */

#include <stddef.h>
#include <stdint.h>

/** Marks what the library exports. */
#if defined(_WIN32)
#define BIAOCHI_API
#else
#define BIAOCHI_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** What became of a call. */
typedef enum biaochi_status {
    BIAOCHI_STATUS_OK = 0,           /**< done */
    BIAOCHI_STATUS_ISSUES = 1,       /**< a text is wrong; the error holds the first issue, the `_check` function lists all */
    BIAOCHI_STATUS_BAD_ARGUMENT = 2, /**< NULL where a value is needed, or a word that is not one of those allowed */
    BIAOCHI_STATUS_OUT_OF_RANGE = 3, /**< an index or a number is outside its range */
    BIAOCHI_STATUS_NO_MEMORY = 4,    /**< memory could not be had; nothing was changed */
    BIAOCHI_STATUS_INTERNAL = 5      /**< a fault of biaochi itself; please report it */
} biaochi_status;

/** One more than the last status. */
#define BIAOCHI_STATUS_END 6

/** What went wrong, in a buffer of the caller's. Defined only after a failure. */
typedef struct biaochi_error {
    char code[64];   /**< name of the issue code, or of the status */
    char where[256]; /**< JSON Pointer, may be empty; cut short if longer */
    char en[1024];   /**< message in English; cut short at a character if longer */
    char zh[1024];   /**< message in Chinese; cut short at a character if longer */
} biaochi_error;

/** A parsed, valid rulebook. */
typedef struct biaochi_rulebook biaochi_rulebook;
/** Rules compiled for one date and one choice of readings. */
typedef struct biaochi_rules biaochi_rules;
/** A calendar of working days. */
typedef struct biaochi_calendar biaochi_calendar;
/** A text that biaochi made. */
typedef struct biaochi_text biaochi_text;

/** @return the version, for example "0.1.0"; static */
BIAOCHI_API const char* biaochi_version(void);
/** @return the name of a status, for example "issues"; static, never NULL */
BIAOCHI_API const char* biaochi_status_name(biaochi_status status);

/** @return the bytes of a text, ended by a zero; owned by the text; "" for NULL */
BIAOCHI_API const char* biaochi_text_data(const biaochi_text* text);
/** @return the number of bytes of a text without the zero; 0 for NULL */
BIAOCHI_API size_t biaochi_text_size(const biaochi_text* text);
/** Frees a text. */
BIAOCHI_API void biaochi_text_destroy(biaochi_text* text);

/**
 * Reads and validates a rulebook.
 * @param json   `biaochi/1` document, UTF-8
 * @param size   its number of bytes
 * @param error  may be NULL
 * @param out    the rulebook, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rulebook_create(const char* json, size_t size, biaochi_error* error, biaochi_rulebook** out);
/** Frees a rulebook. */
BIAOCHI_API void biaochi_rulebook_destroy(biaochi_rulebook* rulebook);

/**
 * Lists everything that is wrong with a rulebook's text, and what lint finds where nothing is.
 * @param json   the document
 * @param size   its number of bytes
 * @param error  may be NULL
 * @param out    JSON array of issues, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rulebook_check(const char* json, size_t size, biaochi_error* error, biaochi_text** out);

/**
 * Runs the examples that a rulebook carries.
 * @param rulebook  a rulebook
 * @param error     may be NULL
 * @param out       JSON array of `{"id", "passed", "issues"}`, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rulebook_test(const biaochi_rulebook* rulebook, biaochi_error* error, biaochi_text** out);

/**
 * Writes a rulebook's lifecycle for another tool.
 * @param rulebook  a rulebook; without a lifecycle the status is BIAOCHI_STATUS_ISSUES
 * @param format    "xstate": JSON that XState 5 takes as the configuration of a machine
 * @param error     may be NULL
 * @param out       see docs/reference/lifecycle.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rulebook_export(const biaochi_rulebook* rulebook, const char* format, biaochi_error* error,
                                                   biaochi_text** out);

/**
 * Draws a rulebook's lifecycle as a state diagram.
 * @param rulebook  a rulebook; without a lifecycle the status is BIAOCHI_STATUS_ISSUES
 * @param format    "mermaid" or "dot"
 * @param language  "zh" or "en"
 * @param error     may be NULL
 * @param out       the diagram in the words of that tool, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rulebook_draw(const biaochi_rulebook* rulebook, const char* format, const char* language,
                                                 biaochi_error* error, biaochi_text** out);

/**
 * Holds what rulebooks cite against a ledger: each id a rule, or declared to be none, or unaccounted for.
 * @param rulebooks  none of them NULL
 * @param count      their number
 * @param ledger     Markdown, UTF-8, see docs/reference/coverage.md; or NULL: what is cited is listed, and nothing is asked for
 * @param size       its number of bytes
 * @param sources    with commas, for example "S0,S1D": only ids of these are asked for; or NULL for all
 * @param error      may be NULL
 * @param out        JSON, see docs/reference/coverage.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_coverage(const biaochi_rulebook* const* rulebooks, size_t count, const char* ledger, size_t size,
                                            const char* sources, biaochi_error* error, biaochi_text** out);

/**
 * Compiles a rulebook for a date and a choice of readings.
 * @param rulebook  may be destroyed afterwards
 * @param on        `YYYY-MM-DD`, or NULL for the first day the rulebook is in force
 * @param readings  JSON object `{"open point": "reading"}`, or NULL for none
 * @param error     may be NULL
 * @param out       the rules, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_create(const biaochi_rulebook* rulebook, const char* on, const char* readings,
                                                biaochi_error* error, biaochi_rules** out);
/** Frees rules. */
BIAOCHI_API void biaochi_rules_destroy(biaochi_rules* rules);

/**
 * Lists everything that is wrong with a table of records.
 * @param rules    compiled rules
 * @param records  JSON, see docs/reference/records.md
 * @param size     its number of bytes
 * @param error    may be NULL
 * @param out      JSON array of issues, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_check(const biaochi_rules* rules, const char* records, size_t size, biaochi_error* error,
                                               biaochi_text** out);

/**
 * Scores, classes and ranks a table of records.
 * @param rules    compiled rules
 * @param records  JSON, see docs/reference/records.md
 * @param size     its number of bytes
 * @param error    may be NULL
 * @param out      JSON, see docs/reference/results.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_score(const biaochi_rules* rules, const char* records, size_t size, biaochi_error* error,
                                               biaochi_text** out);

/**
 * Explains the score of one record of a table.
 * @param rules     compiled rules
 * @param records   JSON, see docs/reference/records.md
 * @param size      its number of bytes
 * @param index     which record, from 0
 * @param language  "zh" or "en"
 * @param format    "text", "markdown" or "json"
 * @param error     may be NULL
 * @param out       the explanation, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_explain(const biaochi_rules* rules, const char* records, size_t size, size_t index,
                                                 const char* language, const char* format, biaochi_error* error, biaochi_text** out);

/**
 * Decides conditions for subjects: met, not met or undetermined, with reasons.
 * @param rules      compiled rules
 * @param subjects   JSON, see docs/reference/conditions.md
 * @param size       its number of bytes
 * @param condition  id of a condition, or NULL for all of the rulebook
 * @param language   "zh" or "en"; JSON carries both
 * @param format     "json" or "text"
 * @param error      may be NULL
 * @param out        the verdicts, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_decide(const biaochi_rules* rules, const char* subjects, size_t size, const char* condition,
                                                const char* language, const char* format, biaochi_error* error, biaochi_text** out);

/** What two versions of a rulebook are asked about. Set it to zero first: NULL stands for nothing. */
typedef struct biaochi_questions {
    const char* records;      /**< JSON, see docs/reference/records.md */
    size_t records_size;      /**< its number of bytes */
    const char* subjects;     /**< JSON, see docs/reference/conditions.md */
    size_t subjects_size;     /**< its number of bytes */
    const char* applications; /**< JSON, see docs/reference/incentives.md */
    size_t applications_size; /**< its number of bytes */
    const char* on;           /**< `YYYY-MM-DD`, the day of the rules; NULL: for each version its first day in force */
    const char* readings;     /**< JSON object `{"open point": "reading"}` */
} biaochi_questions;

/**
 * Compares two versions of a rulebook: which clauses differ, whose answers change, and by which clause.
 * @param first        `biaochi/1` document, UTF-8
 * @param first_size   its number of bytes
 * @param second       another
 * @param second_size  its number of bytes
 * @param questions    or NULL: only the clauses are compared
 * @param language     "zh" or "en"; JSON carries both
 * @param format       "json" or "text"
 * @param error        may be NULL; its place begins with `/first`, `/second` or `/data`
 * @param out          see docs/reference/diff.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_diff(const char* first, size_t first_size, const char* second, size_t second_size,
                                        const biaochi_questions* questions, const char* language, const char* format, biaochi_error* error,
                                        biaochi_text** out);

/**
 * Says what a body, or every body, must do on a day, and which reports are due next.
 * @param rules     compiled rules of a rulebook with duties
 * @param unit      id or name of a body, or NULL for every body
 * @param on        `YYYY-MM-DD`
 * @param language  "zh" or "en"; JSON carries both
 * @param format    "json" or "text"
 * @param error     may be NULL
 * @param out       see docs/reference/duties.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_duties(const biaochi_rules* rules, const char* unit, const char* on, const char* language,
                                                const char* format, biaochi_error* error, biaochi_text** out);

/**
 * Says how far regions have come with the targets of a rulebook on a day.
 * @param rules     compiled rules; of a rulebook without targets the status is BIAOCHI_STATUS_ISSUES
 * @param records   JSON, see docs/reference/records.md; each record with a period YYYY, YYYY-MM or YYYY-MM-DD
 * @param size      its number of bytes
 * @param on        the day asked about, `YYYY-MM-DD`, or NULL for the last day of the latest period
 * @param region    whose targets, or NULL for those of every region
 * @param target    id of a target, or NULL for all of the rulebook
 * @param language  "zh" or "en"; JSON carries both
 * @param format    "json" or "text"
 * @param error     may be NULL
 * @param out       see docs/reference/targets.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_progress(const biaochi_rules* rules, const char* records, size_t size, const char* on,
                                                  const char* region, const char* target, const char* language, const char* format,
                                                  biaochi_error* error, biaochi_text** out);

/** What is asked of a what-if. Set it to zero first. */
typedef struct biaochi_whatif {
    const char* records;                                 /**< JSON, see docs/reference/records.md */
    size_t records_size;                                 /**< its number of bytes */
    const char* spec;                                    /**< JSON, see docs/reference/whatif.md: what varies, how many draws, the seed */
    size_t spec_size;                                    /**< its number of bytes */
    uint32_t threads;                                    /**< 0: one a core; the answer is the same for any number */
    int (*progress)(void* progress_data, uint64_t done); /**< told the draws done, on the calling thread; 0: stop; may be NULL */
    void* progress_data;                                 /**< handed to `progress` */
} biaochi_whatif;

/**
 * Draws weights, band edges or figures within stated ends, many times, and says where each record then stands.
 * @param rules   compiled rules; of a rulebook without a score tree the status is BIAOCHI_STATUS_ISSUES
 * @param whatif  records, and what varies
 * @param error   may be NULL; its place begins with `/records` or `/spec`
 * @param out     JSON, see docs/reference/whatif.md, to be destroyed; NULL where `progress` stopped it
 */
BIAOCHI_API biaochi_status biaochi_rules_whatif(const biaochi_rules* rules, const biaochi_whatif* whatif, biaochi_error* error,
                                                biaochi_text** out);

/**
 * Says what applications are awarded: which grants, how much, by which clause, why not, what lacks.
 * @param rules         compiled rules; of a rulebook without incentives the status is BIAOCHI_STATUS_ISSUES
 * @param applications  JSON, see docs/reference/incentives.md
 * @param size          its number of bytes
 * @param unit          that money is shown in, such as "万元"; NULL for 元
 * @param language      "zh" or "en"; JSON carries both
 * @param format        "json" or "text"
 * @param error         may be NULL
 * @param out           see docs/reference/results.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_award(const biaochi_rules* rules, const char* applications, size_t size, const char* unit,
                                               const char* language, const char* format, biaochi_error* error, biaochi_text** out);

/**
 * Shares a budget among claims, in proportion, to the last fen.
 * @param request   JSON object with `budget` and `claims` or `equal`, see docs/reference/incentives.md
 * @param size      its number of bytes
 * @param language  "zh" or "en"; JSON is the same in both
 * @param format    "json" or "text"
 * @param error     may be NULL
 * @param out       see docs/reference/results.md; to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_share(const char* request, size_t size, const char* language, const char* format, biaochi_error* error,
                                         biaochi_text** out);

/**
 * Evaluates an expression on its own.
 * @param question  JSON object with `expr` and, as needed, `facts`, `type`, `unit` and `strict`, see docs/reference/feel.md
 * @param size      its number of bytes
 * @param error     may be NULL
 * @param out       JSON object with `value`, `type` and `because`, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_expression_evaluate(const char* question, size_t size, biaochi_error* error, biaochi_text** out);

/**
 * Reads a calendar of working days.
 * @param json   `biaochi-calendar/1` document, UTF-8
 * @param size   its number of bytes
 * @param error  may be NULL
 * @param out    the calendar, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_calendar_create(const char* json, size_t size, biaochi_error* error, biaochi_calendar** out);
/** Frees a calendar. */
BIAOCHI_API void biaochi_calendar_destroy(biaochi_calendar* calendar);

/** A day, `YYYY-MM-DD` and a zero. */
typedef struct biaochi_date {
    char text[11]; /**< for example "2024-02-29" */
} biaochi_date;

/**
 * Finds the same day of the month a number of months later.
 * @param date      `YYYY-MM-DD`
 * @param months    how many; below zero goes back
 * @param rounding  what stands for a day that the month does not have: "last_day", "next_month_first_day" or "refuse"
 * @param error     may be NULL; the code is no_such_day where there is none
 * @param out       the day
 */
BIAOCHI_API biaochi_status biaochi_date_add_months(const char* date, int32_t months, const char* rounding, biaochi_error* error,
                                                   biaochi_date* out);

/**
 * Finds the last day of a period of months.
 * @param date      the day of the event, `YYYY-MM-DD`
 * @param months    0 or more
 * @param start     whether the period begins on the day after, "next_day", or on the day itself, "same_day"
 * @param rounding  what stands for a day that the last month does not have: "last_day", "next_month_first_day" or "refuse"
 * @param error     may be NULL; the code is no_such_day where there is none
 * @param out       the day
 */
BIAOCHI_API biaochi_status biaochi_date_end_of_months(const char* date, int32_t months, const char* start, const char* rounding,
                                                      biaochi_error* error, biaochi_date* out);

/**
 * Finds the first day on or after a date that comes every year, such as 31 March.
 * @param day       `MM-DD`
 * @param date      `YYYY-MM-DD`
 * @param rounding  what stands for 29 February in most years: "last_day", "next_month_first_day" or "refuse", which passes over them
 * @param error     may be NULL; the code is no_such_day where there is none
 * @param out       the day
 */
BIAOCHI_API biaochi_status biaochi_date_next_yearly(const char* day, const char* date, const char* rounding, biaochi_error* error,
                                                    biaochi_date* out);

/**
 * Finds the last day on or before a date that comes every year.
 * @param day       `MM-DD`
 * @param date      `YYYY-MM-DD`
 * @param rounding  as of biaochi_date_next_yearly
 * @param error     may be NULL; the code is no_such_day where there is none
 * @param out       the day
 */
BIAOCHI_API biaochi_status biaochi_date_last_yearly(const char* day, const char* date, const char* rounding, biaochi_error* error,
                                                    biaochi_date* out);

/** What happened to cases, and what is known; see docs/reference/lifecycle.md. Set it to zero first: NULL stands for nothing. */
typedef struct biaochi_log {
    const char* events;                       /**< JSON Lines, one event a line */
    size_t events_size;                       /**< its number of bytes */
    const char* subjects;                     /**< JSON, documents of subjects that guards may read */
    size_t subjects_size;                     /**< its number of bytes */
    const char* cases;                        /**< JSON, saved cases that go on */
    size_t cases_size;                        /**< its number of bytes */
    const char* as_version;                   /**< the version of the rules, if cases saved under another version are to go on under it */
    const biaochi_calendar* const* calendars; /**< those that terms in working days name */
    size_t calendar_count;                    /**< their number */
} biaochi_log;

/**
 * Says where each case stands after a log, and which events were not accepted, and why.
 * @param rules     compiled rules of a rulebook with a lifecycle
 * @param log       with one saved case and one event: the advance of that case
 * @param language  "zh" or "en"; JSON carries both
 * @param format    "json" or "text"
 * @param error     may be NULL; its place begins with the text concerned, for example `/events`
 * @param out       cases and refusals, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_replay(const biaochi_rules* rules, const biaochi_log* log, const char* language,
                                                const char* format, biaochi_error* error, biaochi_text** out);

/**
 * Says what may happen to each case after a log, and what still lacks.
 * @param rules     compiled rules of a rulebook with a lifecycle
 * @param log       events after the day are left out
 * @param as_of     `YYYY-MM-DD`; no saved case may have an event after it
 * @param language  "zh" or "en"; JSON carries both
 * @param format    "json" or "text"
 * @param error     may be NULL; its place begins with the text concerned, for example `/events`
 * @param out       events and refusals, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_next(const biaochi_rules* rules, const biaochi_log* log, const char* as_of, const char* language,
                                              const char* format, biaochi_error* error, biaochi_text** out);

/**
 * Says what each case asks for after a log, by when, of whom, and whether it is late.
 * @param rules     compiled rules of a rulebook with a lifecycle
 * @param log       events after the day are left out
 * @param as_of     `YYYY-MM-DD`; no saved case may have an event after it
 * @param language  "zh" or "en"; JSON carries both
 * @param format    "json" or "text"
 * @param error     may be NULL; its place begins with the text concerned, for example `/events`
 * @param out       duties and refusals, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_rules_due(const biaochi_rules* rules, const biaochi_log* log, const char* as_of, const char* language,
                                             const char* format, biaochi_error* error, biaochi_text** out);

/** What the values of a column are; their byte order is the machine's. The numbers stay what they are. */
typedef enum biaochi_cell_type {
    BIAOCHI_CELL_FLOAT64 = 0,     /**< the shortest decimal that reads back as the double; NaN: missing */
    BIAOCHI_CELL_FLOAT32 = 1,     /**< the shortest decimal that reads back as the float; NaN: missing */
    BIAOCHI_CELL_INT8 = 2,        /**< whole numbers, here and below: value × 10^-scale */
    BIAOCHI_CELL_INT16 = 3,       /**< 2 bytes */
    BIAOCHI_CELL_INT32 = 4,       /**< 4 bytes */
    BIAOCHI_CELL_INT64 = 5,       /**< 8 bytes */
    BIAOCHI_CELL_UINT8 = 6,       /**< also a bool of one byte */
    BIAOCHI_CELL_UINT16 = 7,      /**< 2 bytes */
    BIAOCHI_CELL_UINT32 = 8,      /**< 4 bytes */
    BIAOCHI_CELL_UINT64 = 9,      /**< 8 bytes */
    BIAOCHI_CELL_DECIMAL128 = 10, /**< 16 bytes, two's complement: value × 10^-scale */
    BIAOCHI_CELL_BITS = 11        /**< one bit a row, the lowest bit of a byte first */
} biaochi_cell_type;

/** What is known of a figure, one byte a row in biaochi_column::statuses. The numbers stay what they are. */
typedef enum biaochi_figure_status {
    BIAOCHI_FIGURE_MISSING = 0,        /**< not reported; not zero */
    BIAOCHI_FIGURE_REPORTED = 1,       /**< reported as it stands */
    BIAOCHI_FIGURE_NOT_APPLICABLE = 2, /**< the subject has no such figure */
    BIAOCHI_FIGURE_ESTIMATED = 3,      /**< a value that somebody estimated */
    BIAOCHI_FIGURE_REJECTED = 4        /**< reported, and turned down by a check */
} biaochi_figure_status;

/** What became of a row, one byte a row in biaochi_answers::status. The numbers stay what they are. */
typedef enum biaochi_row_status {
    BIAOCHI_ROW_DECIDED = 0,      /**< one score and, where there are classes, one class */
    BIAOCHI_ROW_UNDETERMINED = 1, /**< the score is an interval, or more than one class is possible */
    BIAOCHI_ROW_EXCLUDED = 2,     /**< everything is left out: there is no score */
    BIAOCHI_ROW_REFUSED = 3,      /**< a figure is lacking without which the rules refuse to score */
    BIAOCHI_ROW_BAD_VALUE = 4     /**< a figure is wrong: there is no score, and the issue says what */
} biaochi_row_status;

/** @return the name of a row's status, for example "bad_value"; static; "" where it is none. */
BIAOCHI_API const char* biaochi_row_status_name(uint8_t status);
/** @return the name of the issue of a bad row (biaochi_answers::issue), for example "above_max"; static; "" where it is none. */
BIAOCHI_API const char* biaochi_issue_name(uint8_t issue);

/** The figures of one slot, row by row, where they are; nothing is copied. Set it to zero first. */
typedef struct biaochi_column {
    size_t slot;             /**< see biaochi_rules_slot */
    int32_t type;            /**< a biaochi_cell_type */
    int32_t scale;           /**< decimal places of whole numbers and decimal128, -38 to 38 */
    const void* values;      /**< the value of row 0 stands `offset` values behind */
    ptrdiff_t stride;        /**< bytes from one value to the next; 0: side by side */
    const uint8_t* validity; /**< a bit a row, the lowest bit of a byte first, 0: missing; NULL: none is */
    size_t offset;           /**< values, and bits of `validity` and of BIAOCHI_CELL_BITS, before row 0 */
    const uint8_t* statuses; /**< one byte a row, a biaochi_figure_status; NULL: reported */
} biaochi_column;

/** Stands for no points where they are written in whole units. */
#define BIAOCHI_NO_UNITS INT64_MIN
/** Stands for no class, or more than one. */
#define BIAOCHI_NO_CLASS (-1)
/** Stands for no issue in biaochi_answers::issue. */
#define BIAOCHI_NO_ISSUE 255

/** Where points are written, one value a row, rounded as the rulebook shows them; what is NULL is not written. */
typedef struct biaochi_points {
    double* low;         /**< least; NaN where there are none */
    double* high;        /**< most; equal to `low` where decided */
    int64_t* low_units;  /**< least, in units of the last place (biaochi_rules_places); BIAOCHI_NO_UNITS where there are none */
    int64_t* high_units; /**< most */
} biaochi_points;

/** Where the points of one node of the score tree are written. Set it to zero first. */
typedef struct biaochi_part {
    size_t node;           /**< see biaochi_rules_node */
    biaochi_points points; /**< of the node */
    int16_t* segment;      /**< of a node with bands: the band that the value fell in; -1: none; may be NULL */
} biaochi_part;

/** Where the answers of rows are written, one value a row. Set it to zero first: what is NULL is not written. */
typedef struct biaochi_answers {
    biaochi_points score; /**< of the root */
    int16_t* class_of;    /**< index for biaochi_rules_class_id; BIAOCHI_NO_CLASS */
    int16_t* class_low;   /**< the lowest class still possible */
    int16_t* class_high;  /**< the highest one */
    uint8_t* status;      /**< a biaochi_row_status */
    uint8_t* issue;       /**< of a bad row: see biaochi_issue_name; otherwise BIAOCHI_NO_ISSUE */
    uint32_t* issue_slot; /**< of a bad row: the slot; otherwise UINT32_MAX */
} biaochi_answers;

/** What columns are asked for. Set it to zero first. */
typedef struct biaochi_batch {
    const biaochi_column* columns;                     /**< at most one a slot; a slot without a column is missing in every row */
    size_t column_count;                               /**< their number */
    size_t rows;                                       /**< of every column */
    biaochi_answers out;                               /**< the answers of rows */
    const biaochi_part* parts;                         /**< nodes whose points are wanted */
    size_t part_count;                                 /**< their number */
    uint32_t threads;                                  /**< 0: one a core; the answers are the same bytes for any number */
    int (*progress)(void* progress_data, size_t done); /**< called now and then on the calling thread; 0: stop; may be NULL */
    void* progress_data;                               /**< handed to `progress` */
} biaochi_batch;

/** What a batch took. */
typedef struct biaochi_batch_count {
    size_t rows;    /**< answered */
    size_t by_grid; /**< of them not settled by the estimate, but by the decimals that their figures are */
    size_t exact;   /**< of them sent the exact way */
    int stopped;    /**< not 0: `progress` stopped it; rows that were not reached are not written */
} biaochi_batch_count;

/** Rules made ready for columns. */
typedef struct biaochi_columns biaochi_columns;

/** @return the number of places for figures; 0 for NULL. */
BIAOCHI_API size_t biaochi_rules_slot_count(const biaochi_rules* rules);
/** @return the id of a slot, for example "platforms.key_lab.national", owned by the rules; "" where there is none. */
BIAOCHI_API const char* biaochi_rules_slot_id(const biaochi_rules* rules, size_t slot);
/**
 * Finds a slot.
 * @param rules  compiled rules
 * @param id     its id; `fact.item` stands for `fact.item.level` where the item has one level only
 * @param error  may be NULL; the code is unknown_column where there is none
 * @param out    its index
 */
BIAOCHI_API biaochi_status biaochi_rules_slot(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out);
/** @return the number of nodes of the score tree; 0 for NULL. */
BIAOCHI_API size_t biaochi_rules_node_count(const biaochi_rules* rules);
/** @return the id of a node, the root being 0, owned by the rules; "" where there is none. */
BIAOCHI_API const char* biaochi_rules_node_id(const biaochi_rules* rules, size_t node);
/**
 * Finds a node of the score tree.
 * @param rules  compiled rules
 * @param id     its id
 * @param error  may be NULL; the code is unknown_node where there is none
 * @param out    its index
 */
BIAOCHI_API biaochi_status biaochi_rules_node(const biaochi_rules* rules, const char* id, biaochi_error* error, size_t* out);
/** @return the number of classes; 0 where there are none, or their cuts hang on an open point. */
BIAOCHI_API size_t biaochi_rules_class_count(const biaochi_rules* rules);
/** @return the id of a class, the lowest being 0, owned by the rules; "" where there is none. */
BIAOCHI_API const char* biaochi_rules_class_id(const biaochi_rules* rules, size_t index);
/** @return the decimal places that points are shown with; 0 for NULL. */
BIAOCHI_API int32_t biaochi_rules_places(const biaochi_rules* rules);

/**
 * Makes rules ready for columns: once, for any number of batches and threads.
 * @param rules  may be destroyed afterwards; without a score tree the status is BIAOCHI_STATUS_OUT_OF_RANGE
 * @param error  may be NULL
 * @param out    ready rules, to be destroyed
 */
BIAOCHI_API biaochi_status biaochi_columns_create(const biaochi_rules* rules, biaochi_error* error, biaochi_columns** out);
/** Frees ready rules. */
BIAOCHI_API void biaochi_columns_destroy(biaochi_columns* columns);

/**
 * Scores rows of plain arrays: the answers of biaochi_rules_score, at the speed of memory. One row costs about a microsecond.
 *
 * A figure that is wrong makes its row BIAOCHI_ROW_BAD_VALUE and leaves the others. A column that is wrong as a whole is an issue
 * before any work; its place is `/columns/` and the slot's id.
 *
 * @param columns  ready rules
 * @param batch    columns, and where the answers go
 * @param error    may be NULL
 * @param out      what it took; may be NULL
 */
BIAOCHI_API biaochi_status biaochi_columns_score(const biaochi_columns* columns, const biaochi_batch* batch, biaochi_error* error,
                                                 biaochi_batch_count* out);

/** What ranks of columns are asked for. Set it to zero first. */
typedef struct biaochi_ranking {
    const biaochi_column* columns;                     /**< as of biaochi_batch */
    size_t column_count;                               /**< their number */
    size_t rows;                                       /**< of every column, at most 4294967293 */
    const uint32_t* cohorts;                           /**< rows with the same number are ranked together; NULL: all are */
    double* best;                                      /**< the best rank still possible, halves with average ties; NaN: no score */
    double* worst;                                     /**< the worst one; equal to `best` where decided; each may be NULL */
    uint32_t threads;                                  /**< 0: one a core; the answers are the same bytes for any number */
    int (*progress)(void* progress_data, size_t done); /**< called now and then on the calling thread; 0: stop; may be NULL */
    void* progress_data;                               /**< handed to `progress` */
} biaochi_ranking;

/**
 * Ranks rows of plain arrays exactly, with ties as the rulebook declares them; the highest score of a cohort has rank 1.
 * @param columns  ready rules
 * @param ranking  columns, and where the ranks go
 * @param error    may be NULL; as of biaochi_columns_score
 * @param out      not 0: `progress` stopped it, and not all ranks are written; may be NULL
 */
BIAOCHI_API biaochi_status biaochi_columns_rank(const biaochi_columns* columns, const biaochi_ranking* ranking, biaochi_error* error,
                                                int* out);

/**
 * Finds the rows with the highest scores, exactly, the best first, equal ones in their order: all whose best rank is at most a number.
 * @param columns   ready rules
 * @param ranking   columns, all of one cohort; `cohorts`, `best`, `worst` and `progress` must be NULL
 * @param count     how many places; rows that tie for the last one are all found
 * @param capacity  how many rows there is room for
 * @param rows      room for the first of them; NULL where @p capacity is 0
 * @param error     may be NULL; as of biaochi_columns_score
 * @param out       how many were found, which may be more than there is room for
 */
BIAOCHI_API biaochi_status biaochi_columns_top(const biaochi_columns* columns, const biaochi_ranking* ranking, size_t count,
                                               size_t capacity, size_t* rows, biaochi_error* error, size_t* out);

/** Stands for no row. */
#define BIAOCHI_NO_ROW SIZE_MAX

/**
 * Finds the row of the same region a year earlier: of `2021` in `2020`, of `2021-06` in `2020-06`.
 * @param regions     a number for the region of each row
 * @param periods     the period of each row: an index into @p texts
 * @param rows        their number
 * @param texts       what the periods are called; one that does not begin with a year of four digits has none before it
 * @param text_count  their number
 * @param error       may be NULL
 * @param out         room for a row each: BIAOCHI_NO_ROW where there is none, the first where there are several
 */
BIAOCHI_API biaochi_status biaochi_previous_rows(const uint32_t* regions, const uint32_t* periods, size_t rows, const char* const* texts,
                                                 size_t text_count, biaochi_error* error, size_t* out);

/** What changes of scores are asked for. Set it to zero first. */
typedef struct biaochi_changes {
    const biaochi_column* columns;                     /**< as of biaochi_batch */
    size_t column_count;                               /**< their number */
    size_t rows;                                       /**< of every column, at most 4294967293 */
    const size_t* previous;                            /**< the row each is held against, as of biaochi_previous_rows */
    biaochi_points change;                             /**< the score less the previous one; NaN where one of them is lacking */
    uint32_t threads;                                  /**< 0: one a core; the answers are the same bytes for any number */
    int (*progress)(void* progress_data, size_t done); /**< called now and then on the calling thread; 0: stop; may be NULL */
    void* progress_data;                               /**< handed to `progress` */
} biaochi_changes;

/**
 * Subtracts previous scores from scores, exactly, and only then rounds the difference as points are shown.
 *
 * A score that is an interval makes its change one: least less most, and most less least. Of ranks, places won are the previous row's
 * rank less the row's own, as biaochi_columns_rank gives them.
 *
 * @param columns  ready rules
 * @param changes  columns, and where the changes go
 * @param error    may be NULL; as of biaochi_columns_score
 * @param out      not 0: `progress` stopped it, and not all changes are written; may be NULL
 */
BIAOCHI_API biaochi_status biaochi_columns_change(const biaochi_columns* columns, const biaochi_changes* changes, biaochi_error* error,
                                                  int* out);

struct ArrowSchema;
struct ArrowArray;
struct ArrowArrayStream;

/**
 * Scores one struct array of the Arrow C Data Interface (biaochi/arrow.h); docs/reference/c.md describes columns and options.
 * @param columns     ready rules
 * @param schema      of the array; is only read
 * @param array       is taken over and released whatever comes of it, unless the status is BIAOCHI_STATUS_BAD_ARGUMENT
 * @param options     JSON object, or NULL for none
 * @param error       may be NULL; its place is `/columns/` and the column's name, or a place in the options
 * @param out_schema  of the result, to be released
 * @param out         the result, to be released
 */
BIAOCHI_API biaochi_status biaochi_columns_score_array(const biaochi_columns* columns, const struct ArrowSchema* schema,
                                                       struct ArrowArray* array, const char* options, biaochi_error* error,
                                                       struct ArrowSchema* out_schema, struct ArrowArray* out);

/**
 * Scores a stream of the Arrow C Stream Interface, array by array as the result is read.
 * @param columns  ready rules; may be destroyed afterwards
 * @param stream   is taken over and released whatever comes of it, unless the status is BIAOCHI_STATUS_BAD_ARGUMENT
 * @param options  JSON object, or NULL for none
 * @param error    may be NULL; what is wrong with a later array is told by the result's get_last_error
 * @param out      the stream of results, to be released
 */
BIAOCHI_API biaochi_status biaochi_columns_score_stream(const biaochi_columns* columns, struct ArrowArrayStream* stream,
                                                        const char* options, biaochi_error* error, struct ArrowArrayStream* out);

#ifdef __cplusplus
}
#endif

#endif
