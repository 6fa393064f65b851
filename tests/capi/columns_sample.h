#ifndef BIAOCHI_TESTS_COLUMNS_SAMPLE_H
#define BIAOCHI_TESTS_COLUMNS_SAMPLE_H
/**
 * @file
 * A frame of two columns for the sample rulebook, as the Arrow C Data Interface has it, in memory that nobody needs to free.
 */

#include <string.h>

#include "biaochi/arrow.h"

static int columns_released = 0;
/** How many schemas, arrays and streams wait for their release; below zero: one was released twice. */
static int columns_out = 0;

static void release_schema(struct ArrowSchema* schema) {
    for (int64_t i = 0; i < schema->n_children; ++i) {
        if (schema->children[i]->release != NULL) schema->children[i]->release(schema->children[i]);
    }
    --columns_out;
    schema->release = NULL;
}

static void release_array(struct ArrowArray* array) {
    for (int64_t i = 0; i < array->n_children; ++i) {
        if (array->children[i]->release != NULL) array->children[i]->release(array->children[i]);
    }
    ++columns_released;
    --columns_out;
    array->release = NULL;
}

static const double frame_shares[] = {1.5, 2, -1};
static const int32_t frame_firms[] = {5, 20, 5};
static const void* share_buffers[] = {NULL, frame_shares};
static const void* firms_buffers[] = {NULL, frame_firms};
static const void* frame_buffers[] = {NULL};

/** The columns of a frame; several frames may be out at once. */
enum { FRAMES = 8 };
static struct {
    struct ArrowSchema schemas[2];
    struct ArrowSchema* schema_pointers[2];
    struct ArrowArray arrays[2];
    struct ArrowArray* array_pointers[2];
} frame_columns[FRAMES];
static int next_frame = 0;

static struct ArrowSchema schema_of(const char* format, const char* name) {
    struct ArrowSchema schema;
    memset(&schema, 0, sizeof schema);
    schema.format = format;
    schema.name = name;
    schema.flags = ARROW_FLAG_NULLABLE;
    schema.release = release_schema;
    ++columns_out;
    return schema;
}

static struct ArrowArray array_of(int64_t length, int64_t n_buffers, const void** buffers) {
    struct ArrowArray array;
    memset(&array, 0, sizeof array);
    array.length = length;
    array.n_buffers = n_buffers;
    array.buffers = buffers;
    array.release = release_array;
    ++columns_out;
    return array;
}

/** The type of the frame. */
static struct ArrowSchema sample_frame_schema(void) {
    struct ArrowSchema schema = schema_of("+s", "");
    const int at = next_frame++ % FRAMES;
    frame_columns[at].schemas[0] = schema_of("g", "share");
    frame_columns[at].schemas[1] = schema_of("i", "firms");
    for (int i = 0; i < 2; ++i) frame_columns[at].schema_pointers[i] = &frame_columns[at].schemas[i];
    schema.n_children = 2;
    schema.children = frame_columns[at].schema_pointers;
    return schema;
}

/** Three rows: 7 + 3, 10 + 10, and a share below its least. */
static struct ArrowArray sample_frame_array(void) {
    struct ArrowArray array = array_of(3, 1, frame_buffers);
    const int at = next_frame++ % FRAMES;
    frame_columns[at].arrays[0] = array_of(3, 2, share_buffers);
    frame_columns[at].arrays[1] = array_of(3, 2, firms_buffers);
    for (int i = 0; i < 2; ++i) frame_columns[at].array_pointers[i] = &frame_columns[at].arrays[i];
    array.n_children = 2;
    array.children = frame_columns[at].array_pointers;
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
    --columns_out;
    stream->release = NULL;
}

/** A stream of so many frames. */
static struct ArrowArrayStream sample_stream(int frames) {
    struct ArrowArrayStream stream = {sample_get_schema, sample_get_next, sample_last_error, release_sample_stream, NULL};
    frames_left = frames;
    ++columns_out;
    return stream;
}

#endif
