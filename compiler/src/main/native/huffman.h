// Zstandard's Huffman coded literals (RFC 8878, 4.2).
#pragma once

#include "types.h"

#define HUFFMAN_MAX_LOG 11

// Indexed by the next `log` bits: symbol in the high byte, the number of its bits in the low byte.
struct huffman_table {
    unsigned log; // 0: there is no table yet
    uint16_t codes[1 << HUFFMAN_MAX_LOG];
};

// Reads a tree description; returns the bytes read, 0 when damaged.
size_t huffman_read_table(struct huffman_table *table, const uint8_t *input, size_t size);

// Decodes exactly `length` literals from one stream or four; false when damaged.
int huffman_decode_one(const struct huffman_table *table, uint8_t *output, size_t length,
                       const uint8_t *input, size_t size);
int huffman_decode_four(const struct huffman_table *table, uint8_t *output, size_t length,
                        const uint8_t *input, size_t size);
