// Finite State Entropy: the tables that decode sequences and Huffman weights (RFC 8878, 4.1).
#pragma once

#include "types.h"

#define FSE_MAX_LOG 9
#define FSE_MAX_SYMBOL 255

// One state: its symbol (for sequences: the code's first value and number of extra bits), and how to find the next state.
struct fse_state {
    uint32_t base;
    uint16_t next;
    uint8_t state_bits;
    uint8_t extra_bits;
};

struct fse_table {
    unsigned log;
    struct fse_state states[1 << FSE_MAX_LOG];
};

// Reads normalised counts, at most `max_symbol + 1` of them; returns the bytes read, 0 when damaged.
size_t fse_read_counts(int16_t *counts, unsigned *symbols, unsigned *log, unsigned max_log, unsigned max_symbol,
                       const uint8_t *input, size_t size);

// Builds a table from counts (-1: less than one). `bases` and `extras` give each symbol's meaning;
// NULL: the symbol itself and none.
void fse_build(struct fse_table *table, const int16_t *counts, unsigned symbols, unsigned log,
               const uint32_t *bases, const uint8_t *extras);

// A table of one symbol, which takes no bits.
void fse_build_single(struct fse_table *table, uint32_t base, uint8_t extra);
