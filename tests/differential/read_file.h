#ifndef BIAOCHI_TESTS_READ_FILE_H
#define BIAOCHI_TESTS_READ_FILE_H
/**
 * @file
 * The bytes of a file, for the programs that answer through C.
 */

#include <stdio.h>
#include <stdlib.h>

/** @return the bytes, to be freed, and their number in `size`; NULL where the file cannot be read */
static char* read_file(const char* path, size_t* size) {
    FILE* file = fopen(path, "rb");
    if (file == NULL) return NULL;
    size_t room = (size_t)1 << 20;
    char* bytes = malloc(room);
    *size = 0;
    while (bytes != NULL) {
        *size += fread(bytes + *size, 1, room - *size, file);
        if (*size < room) break;
        room *= 2;
        char* more = realloc(bytes, room);
        if (more == NULL) free(bytes);
        bytes = more;
    }
    fclose(file);
    return bytes;
}

#endif
