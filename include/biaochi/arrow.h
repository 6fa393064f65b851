#ifndef BIAOCHI_ARROW_H
#define BIAOCHI_ARROW_H
/**
 * @file
 * The structures of the Arrow C Data and C Stream interfaces, as https://arrow.apache.org/docs/format/CDataInterface.html lays them out.
 */

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef ARROW_C_DATA_INTERFACE
/** Told to others that declare the same structures. */
#define ARROW_C_DATA_INTERFACE

/** The values of a dictionary stand in order. */
#define ARROW_FLAG_DICTIONARY_ORDERED 1
/** Values may be null. */
#define ARROW_FLAG_NULLABLE 2
/** The keys of a map stand in order. */
#define ARROW_FLAG_MAP_KEYS_SORTED 4

/** A type, with a name. */
struct ArrowSchema {
    const char* format;                   /**< the type */
    const char* name;                     /**< of a column; may be NULL */
    const char* metadata;                 /**< may be NULL */
    int64_t flags;                        /**< ARROW_FLAG_… */
    int64_t n_children;                   /**< columns of a struct */
    struct ArrowSchema** children;        /**< their types */
    struct ArrowSchema* dictionary;       /**< type of the values, or NULL */
    void (*release)(struct ArrowSchema*); /**< NULL: released */
    void* private_data;                   /**< of whoever made it */
};

/** The data of one column, or of a struct of columns. */
struct ArrowArray {
    int64_t length;                      /**< rows */
    int64_t null_count;                  /**< -1: not counted */
    int64_t offset;                      /**< rows to skip */
    int64_t n_buffers;                   /**< of this array */
    int64_t n_children;                  /**< columns of a struct */
    const void** buffers;                /**< validity first */
    struct ArrowArray** children;        /**< the columns */
    struct ArrowArray* dictionary;       /**< values, or NULL */
    void (*release)(struct ArrowArray*); /**< NULL: released */
    void* private_data;                  /**< of whoever made it */
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
/** Told to others that declare the same structure. */
#define ARROW_C_STREAM_INTERFACE

/** Arrays of one type, one after the other. */
struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out); /**< 0, or an errno */
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);    /**< a released array at the end */
    const char* (*get_last_error)(struct ArrowArrayStream*);              /**< may be NULL */
    void (*release)(struct ArrowArrayStream*);                            /**< NULL: released */
    void* private_data;                                                   /**< of whoever made it */
};

#endif

#ifdef __cplusplus
}
#endif

#endif
