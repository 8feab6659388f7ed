// What Swift sees of the C library: its header, and a plain function over what Swift cannot call.
#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file without a name that lies in memory, closed when another program is started (MFD_CLOEXEC is 1); the C library
// declares its own function for it only with extensions on that Swift does not set. -1 and errno on failure.
static inline int gongkai_memory_file(const char *name) { return (int)syscall(SYS_memfd_create, name, 1U); }
