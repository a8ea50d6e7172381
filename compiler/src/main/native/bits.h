// Zstandard's bit streams: written forwards, read backwards from their last byte.
#pragma once

#include "types.h"

// A stream read from its end. `window` holds the next bits left-aligned, so that taking n bits is one shift.
// The eight bytes in front of a stream must be readable: in a frame its headers are there.
struct bits {
    uint64_t window;
    unsigned used; // bits of the window already shifted out
    const uint8_t *at; // where the window was loaded from
    const uint8_t *start;
    int overrun; // more bits were taken than the stream has
};

static inline void bits_load(struct bits *b) {
    b->window = load64(b->at) << b->used;
}

// After this at least 57 bits are in the window; the stream must not be near its start.
static inline void bits_refill_fast(struct bits *b) {
    b->at -= b->used >> 3;
    b->used &= 7;
    bits_load(b);
}

// The same, safe at the start of the stream.
static inline void bits_refill(struct bits *b) {
    if (UNLIKELY(b->at - (b->used >> 3) < b->start - 8)) {
        b->overrun = 1;
        b->at = b->start - 8;
        b->used = 0;
        b->window = 0;
        return;
    }
    bits_refill_fast(b);
}

// Whether every bit, and no more, has been taken.
static inline int bits_finished(const struct bits *b) {
    return !b->overrun && (b->at + 8 - b->start) * 8 == (ssize_t)b->used;
}

// Bits that are left, negative when too many were taken.
static inline ssize_t bits_left(const struct bits *b) {
    return b->overrun ? -1 : (b->at + 8 - b->start) * 8 - (ssize_t)b->used;
}

static inline void bits_skip(struct bits *b, unsigned count) {
    b->window <<= count;
    b->used += count;
}

// 0 to 57 bits.
static inline uint64_t bits_take(struct bits *b, unsigned count) {
    uint64_t value = b->window >> 1 >> (63 - count);
    bits_skip(b, count);
    return value;
}

// False when the stream lacks the 1 bit that marks its end.
static inline int bits_open(struct bits *b, const uint8_t *start, size_t size) {
    if (size == 0 || start[size - 1] == 0) return 0;
    b->start = start;
    b->at = start + size - 8;
    b->used = __builtin_clz(start[size - 1]) - 24 + 1;
    b->overrun = 0;
    bits_load(b);
    return 1;
}
