// What Swift sees of the C library.
#pragma once
#define ZLIB_CONST
#include <zlib.h>

// A macro in the library. 15 + 16: the largest window, and the head and foot of gzip around the data.
static inline int gongkai_gzip_begin(z_streamp stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

// For tests: reads gzip back.
static inline int gongkai_gunzip_begin(z_streamp stream) {
    return inflateInit2(stream, 15 + 16);
}
