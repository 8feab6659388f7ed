// What Swift sees of the kernel's means to shut a process in: libseccomp, and wrappers of the variadic calls prctl and
// syscall, which Swift cannot make.
#pragma once
#include <errno.h>
#include <seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// prctl with one argument.
static inline int confine_prctl(int option, unsigned long value) { return prctl(option, value, 0UL, 0UL, 0UL); }

/// Closes every descriptor from `first` on; -1 with ENOSYS where the kernel is older than 5.9.
static inline int confine_close_from(unsigned int first) {
#ifdef SYS_close_range
    return (int)syscall(SYS_close_range, first, ~0U, 0U);
#else
    errno = ENOSYS;
    return -1;
#endif
}

// Landlock, in the form of its first version (Linux 5.13); the numbers are the same on every architecture.
struct confine_landlock_ruleset {
    uint64_t handled_access_fs;
};
struct confine_landlock_path {
    uint64_t allowed_access;
    int32_t parent_fd;
} __attribute__((packed));

/// A ruleset that governs the given kinds of access; its descriptor, or -1.
static inline int confine_landlock_create(uint64_t handled) {
    struct confine_landlock_ruleset ruleset = {handled};
    return (int)syscall(444, &ruleset, sizeof ruleset, 0U);
}

/// Allows kinds of access below an open folder or to an open file.
static inline int confine_landlock_allow(int ruleset, int parent, uint64_t allowed) {
    struct confine_landlock_path rule = {allowed, parent};
    return (int)syscall(445, ruleset, 1, &rule, 0U);
}

/// Puts this thread and its children under the ruleset for ever.
static inline int confine_landlock_restrict(int ruleset) { return (int)syscall(446, ruleset, 0U); }
