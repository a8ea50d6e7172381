// Java's strings from the bytes of the command line.
#pragma once

#include "types.h"

// Converts UTF-8; what is not UTF-8 becomes U+FFFD. `to` has room for as many units as `from` has bytes.
int32_t utf16_from_utf8(uint16_t *to, const char *from);
