// What Swift sees of the terminal: the call ioctl takes any number of arguments, which Swift cannot pass.
#pragma once
#include <sys/ioctl.h>

/// Columns of the terminal behind a descriptor; 0 where it is none.
static inline int terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
