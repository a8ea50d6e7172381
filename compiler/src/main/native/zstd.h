// A decoder for Zstandard frames (RFC 8878), written for one use: a whole frame in memory, decoded into a whole buffer.
//
// Not supported because the payload never has them: dictionaries, skippable frames, streaming.
#pragma once

#include "types.h"

// Room that must follow the output and the input: the decoder copies 16 bytes at a time and may touch what lies behind.
#define ZSTD_SLACK 64

// Returned for a frame that is damaged, of an unsupported kind, or larger than the output.
#define ZSTD_DAMAGED ((size_t)-1)

// The tables of one decoding thread, about 200 kB; needs no initialisation and can be used again.
struct zstd_tables;
extern const size_t zstd_tables_size;

// Decodes one frame and returns the number of bytes written. The checksum of the frame is verified when it has one.
// `output` has `capacity + ZSTD_SLACK` bytes, `input` has `size + ZSTD_SLACK` readable bytes.
size_t zstd_decode(struct zstd_tables *tables, uint8_t *output, size_t capacity, const uint8_t *input, size_t size);
