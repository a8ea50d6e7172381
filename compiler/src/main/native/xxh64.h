// The 64-bit xxHash: the checksum inside Zstandard frames, and of the unpacked files.
#pragma once

#include "types.h"

uint64_t xxh64(const void *data, size_t size, uint64_t seed);
