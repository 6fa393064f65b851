/** @file
 * What tests/bench/compare calls by ctypes: columns of doubles through BatchScorer, with room for the answers that the caller made. */
#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Columns, and where the answers are written; what is null is not asked for. */
typedef struct bench_work {
    const double* const* columns; /**< one array a column */
    const size_t* slots;          /**< the slot of each column, from bench_slot() */
    size_t column_count;          /**< how many columns */
    size_t rows;                  /**< of every array */
    unsigned threads;             /**< 0: one a core */
    int code;                     /**< an enumerator of VectorCode */
    double* low;                  /**< the score as shown, or its low end */
    double* high;                 /**< its high end */
    int64_t* units;               /**< the score as shown, in hundredths */
    int16_t* class_of;            /**< index into the classes, -1: none or several */
    int16_t* class_low;           /**< the lowest class still possible */
    int16_t* class_high;          /**< the highest one */
    double* const* parts;         /**< one array a node of @c nodes */
    const size_t* nodes;          /**< from bench_node() */
    size_t part_count;            /**< how many nodes */
    size_t by_grid;               /**< written: rows that were settled as decimals */
    size_t exact;                 /**< written: rows that went the exact way */
} bench_work;

/** @return rules made ready for columns, or null where the rulebook is wrong */
void* bench_open(const char* json, size_t size);
/** Throws rules away. */
void bench_close(void* rules);
/** @return the number of a slot, or SIZE_MAX */
size_t bench_slot(const void* rules, const char* id);
/** @return the number of a node, or SIZE_MAX */
size_t bench_node(const void* rules, const char* id);
/** Scores the rows so many times over. @return 0, or 1 where the columns cannot be read */
int bench_score(const void* rules, bench_work* work, size_t times);
/** Ranks the first rows by their exact scores, 1 the best. @return 0, or 1 where the columns cannot be read */
int bench_ranks(const void* rules, const bench_work* work, size_t rows, double* ranks);
/** @return the name of the vector code that `best` stands for */
const char* bench_vector_code(void);
/** @return the compiler that built this */
const char* bench_compiler(void);

#ifdef __cplusplus
}
#endif
