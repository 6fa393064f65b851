#ifndef BIAOCHI_TESTS_COLUMNS_SAMPLE_H
#define BIAOCHI_TESTS_COLUMNS_SAMPLE_H
/**
 * @file
 * A frame of two columns for the sample rulebook, as the Arrow C Data Interface has it, in memory that nobody needs to free.
 */

#include <string.h>

#include "biaochi/arrow.h"

static int columns_released = 0;

static void release_schema(struct ArrowSchema* schema) {
    ++columns_released;
    schema->release = NULL;
}

static void release_array(struct ArrowArray* array) {
    ++columns_released;
    array->release = NULL;
}

static const double frame_shares[] = {1.5, 2, -1};
static const int32_t frame_firms[] = {5, 20, 5};
static const void* share_buffers[] = {NULL, frame_shares};
static const void* firms_buffers[] = {NULL, frame_firms};
static const void* frame_buffers[] = {NULL};
static struct ArrowSchema column_schemas[2];
static struct ArrowSchema* column_schema_pointers[] = {&column_schemas[0], &column_schemas[1]};
static struct ArrowArray column_arrays[2];
static struct ArrowArray* column_array_pointers[] = {&column_arrays[0], &column_arrays[1]};

static struct ArrowSchema schema_of(const char* format, const char* name) {
    struct ArrowSchema schema;
    memset(&schema, 0, sizeof schema);
    schema.format = format;
    schema.name = name;
    schema.flags = ARROW_FLAG_NULLABLE;
    schema.release = release_schema;
    return schema;
}

static struct ArrowArray array_of(int64_t length, int64_t n_buffers, const void** buffers) {
    struct ArrowArray array;
    memset(&array, 0, sizeof array);
    array.length = length;
    array.n_buffers = n_buffers;
    array.buffers = buffers;
    array.release = release_array;
    return array;
}

/** The type of the frame; its columns release themselves. */
static struct ArrowSchema sample_frame_schema(void) {
    struct ArrowSchema schema = schema_of("+s", "");
    column_schemas[0] = schema_of("g", "share");
    column_schemas[1] = schema_of("i", "firms");
    schema.n_children = 2;
    schema.children = column_schema_pointers;
    return schema;
}

/** Three rows: 7 + 3, 10 + 10, and a share below its least. */
static struct ArrowArray sample_frame_array(void) {
    struct ArrowArray array = array_of(3, 1, frame_buffers);
    column_arrays[0] = array_of(3, 2, share_buffers);
    column_arrays[1] = array_of(3, 2, firms_buffers);
    array.n_children = 2;
    array.children = column_array_pointers;
    return array;
}

static int frames_left = 0;

static int sample_get_schema(struct ArrowArrayStream* stream, struct ArrowSchema* out) {
    (void)stream;
    *out = sample_frame_schema();
    return 0;
}

static int sample_get_next(struct ArrowArrayStream* stream, struct ArrowArray* out) {
    (void)stream;
    memset(out, 0, sizeof *out);
    if (frames_left-- > 0) *out = sample_frame_array();
    return 0;
}

static const char* sample_last_error(struct ArrowArrayStream* stream) {
    (void)stream;
    return NULL;
}

static void release_sample_stream(struct ArrowArrayStream* stream) {
    ++columns_released;
    stream->release = NULL;
}

/** A stream of so many frames. */
static struct ArrowArrayStream sample_stream(int frames) {
    struct ArrowArrayStream stream = {sample_get_schema, sample_get_next, sample_last_error, release_sample_stream, NULL};
    frames_left = frames;
    return stream;
}

#endif
