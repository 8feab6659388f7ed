// What Swift sees of the C library.
#pragma once
#include <sodium.h>
