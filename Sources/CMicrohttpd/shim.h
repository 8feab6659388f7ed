// What Swift sees of the C library: its variadic functions and its unions, behind plain functions.
#pragma once
#include <microhttpd.h>
#include <stddef.h>

typedef void *(*gongkai_target_callback)(void *cls, const char *target, struct MHD_Connection *connection);
typedef size_t (*gongkai_unescape_callback)(void *cls, struct MHD_Connection *connection, char *text);

// Starts a daemon on a listening socket: epoll, a pool of threads, a strict reading of HTTP, no Date of its own.
static inline struct MHD_Daemon *gongkai_mhd_start(
    MHD_socket listening, unsigned int threads, unsigned int connections, size_t pool_bytes, size_t increment_bytes,
    void *cls, MHD_AccessHandlerCallback on_request, MHD_RequestCompletedCallback on_completed,
    MHD_NotifyConnectionCallback on_connection, gongkai_target_callback on_target, gongkai_unescape_callback unescape) {
    return MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_ITC | MHD_USE_SUPPRESS_DATE_NO_CLOCK, 0, NULL, NULL, on_request, cls,
        MHD_OPTION_LISTEN_SOCKET, listening, MHD_OPTION_THREAD_POOL_SIZE, threads,
        MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_MEMORY_LIMIT, pool_bytes,
        MHD_OPTION_CONNECTION_MEMORY_INCREMENT, increment_bytes, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_NOTIFY_COMPLETED, on_completed, cls, MHD_OPTION_NOTIFY_CONNECTION, on_connection, cls,
        MHD_OPTION_URI_LOG_CALLBACK, on_target, cls, MHD_OPTION_UNESCAPE_CALLBACK, unescape, cls, MHD_OPTION_END);
}

// The socket of a connection.
static inline MHD_socket gongkai_mhd_socket(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    return info ? info->connect_fd : -1;
}

// The address of a connection's client.
static inline const struct sockaddr *gongkai_mhd_client(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? info->client_addr : NULL;
}

// What was stored with a connection when it began.
static inline void *gongkai_mhd_context(struct MHD_Connection *connection) {
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? info->socket_context : NULL;
}

// A response whose body is a copy of these bytes.
static inline struct MHD_Response *gongkai_mhd_response(const void *bytes, size_t count) {
    return MHD_create_response_from_buffer(count, (void *)bytes, MHD_RESPMEM_MUST_COPY);
}

// A response whose body comes piece by piece from a function; its length, or a negative number where it is not known before.
static inline struct MHD_Response *gongkai_mhd_stream(
    long long length, MHD_ContentReaderCallback next, void *cls, MHD_ContentReaderFreeCallback release) {
    return MHD_create_response_from_callback(
        length < 0 ? MHD_SIZE_UNKNOWN : (uint64_t)length, 64 * 1024, next, cls, release);
}

// Sends a response whose length is not known without chunks; the connection ends with it.
static inline void gongkai_mhd_without_chunks(struct MHD_Response *response) {
    MHD_set_response_options(response, MHD_RF_HTTP_1_0_COMPATIBLE_STRICT, MHD_RO_END);
}

// What such a function gives at the end, and where it cannot go on.
static inline ssize_t gongkai_mhd_stream_end(void) { return MHD_CONTENT_READER_END_OF_STREAM; }
static inline ssize_t gongkai_mhd_stream_failed(void) { return MHD_CONTENT_READER_END_WITH_ERROR; }

// Calls for each header field of a request.
static inline void gongkai_mhd_each_header(
    struct MHD_Connection *connection, MHD_KeyValueIteratorN each, void *cls) {
    MHD_get_connection_values_n(connection, MHD_HEADER_KIND, each, cls);
}

// Whether a notice about a connection is that of its begin; the other is that of its end.
static inline int gongkai_mhd_is_begin(enum MHD_ConnectionNotificationCode notice) {
    return notice == MHD_CONNECTION_NOTIFY_STARTED;
}
