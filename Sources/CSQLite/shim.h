// What Swift sees of the C library: its header, and plain functions over what Swift cannot call.
#pragma once
#include <sqlite3.h>

// Swift cannot cast -1 to a function pointer: the library copies the value before the call returns.
static inline int gongkai_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, sqlite3_uint64 length) {
    return sqlite3_bind_text64(statement, index, text, length, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int gongkai_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 length) {
    return sqlite3_bind_blob64(statement, index, bytes, length, SQLITE_TRANSIENT);
}

// Variadic in C. Both must be called before any other use of the library in the process.
static inline int gongkai_sqlite3_config_multithread(void) { return sqlite3_config(SQLITE_CONFIG_MULTITHREAD); }
static inline int gongkai_sqlite3_config_memory_status(int on) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on); }

// Variadic in C: switches of one connection that take an int and give back its new state.
static inline int gongkai_sqlite3_db_config(sqlite3 *connection, int option, int on) {
    int now = 0;
    return sqlite3_db_config(connection, option, on, &now);
}

// The table of functions of FTS5, which comes through a pointer bound to a statement; NULL where there is none.
static inline fts5_api *gongkai_sqlite3_fts5(sqlite3 *connection) {
    fts5_api *api = 0;
    sqlite3_stmt *statement = 0;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}
