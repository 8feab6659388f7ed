// What Swift sees of the C library.
#pragma once
#include <sqlite3.h>
