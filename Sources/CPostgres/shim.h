// What Swift sees of the C library: its header, and plain functions over what Swift cannot call.
#pragma once
#include <libpq-fe.h>

#ifndef LIBPQ_HAS_PIPELINING
#error "libpq 14 or later is needed"
#endif

static inline void gongkai_pq_be_silent(void *context, const char *message) {
    (void)context;
    (void)message;
}

// Notices of the server ("relation exists, skipping") would otherwise be printed to standard error.
static inline void gongkai_pq_silence(PGconn *connection) {
    PQsetNoticeProcessor(connection, gongkai_pq_be_silent, NULL);
}

// Rows of the statement that is about to be answered come in pieces, not all at once: memory stays bounded.
static inline int gongkai_pq_stream(PGconn *connection) {
#ifdef LIBPQ_HAS_CHUNK_MODE
    return PQsetChunkedRowsMode(connection, 256);
#else
    return PQsetSingleRowMode(connection);
#endif
}
