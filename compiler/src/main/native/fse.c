#include "fse.h"

size_t fse_read_counts(int16_t *counts, unsigned *symbols, unsigned *log, unsigned max_log, unsigned max_symbol,
                       const uint8_t *input, size_t size) {
    if (size == 0) return 0;
    // Bits are read forwards; eight bytes at a bit position are enough for one count. The input has slack behind it.
    size_t position = 4;
    *log = (input[0] & 15) + 5;
    if (*log > max_log) return 0;

    int remaining = (1 << *log) + 1;
    unsigned symbol = 0;
    while (remaining > 1) {
        if (symbol > max_symbol || position > size * 8) return 0;
        uint64_t window = load64(input + position / 8) >> position % 8;
        // A value below `remaining` in as few bits as possible: the lowest values use one bit less.
        int width = 32 - __builtin_clz(remaining);
        int small = (1 << width) - 1 - remaining;
        int value = window & ((1 << (width - 1)) - 1);
        if (value < small) {
            position += width - 1;
        } else {
            value = window & ((1 << width) - 1);
            if (value >= 1 << (width - 1)) value -= small;
            position += width;
        }
        int count = value - 1;
        counts[symbol++] = count;
        remaining -= count < 0 ? -count : count;
        if (remaining < 1) return 0;

        if (count == 0) {
            for (;;) {
                if (position > size * 8) return 0;
                unsigned repeat = load64(input + position / 8) >> position % 8 & 3;
                position += 2;
                if (symbol + repeat > max_symbol + 1) return 0;
                for (unsigned i = 0; i < repeat; i++) counts[symbol++] = 0;
                if (repeat < 3) break;
            }
        }
    }
    *symbols = symbol;
    size_t read = (position + 7) / 8;
    return read <= size ? read : 0;
}

void fse_build(struct fse_table *table, const int16_t *counts, unsigned symbols, unsigned log,
               const uint32_t *bases, const uint8_t *extras) {
    unsigned size = 1u << log, mask = size - 1;
    uint8_t owner[1 << FSE_MAX_LOG];
    uint16_t next[FSE_MAX_SYMBOL + 1];

    // Symbols rarer than one state stand at the end, the others are spread over the rest.
    unsigned high = size;
    for (unsigned symbol = 0; symbol < symbols; symbol++) {
        next[symbol] = counts[symbol] < 0 ? 1 : counts[symbol];
        if (counts[symbol] < 0) owner[--high] = symbol;
    }
    unsigned place = 0, step = (size >> 1) + (size >> 3) + 3;
    for (unsigned symbol = 0; symbol < symbols; symbol++) {
        for (int i = 0; i < counts[symbol]; i++) {
            owner[place] = symbol;
            do place = (place + step) & mask; while (place >= high);
        }
    }

    table->log = log;
    for (unsigned state = 0; state < size; state++) {
        unsigned symbol = owner[state], number = next[symbol]++;
        unsigned width = log - (31 - __builtin_clz(number));
        table->states[state] = (struct fse_state){
            .base = bases ? bases[symbol] : symbol,
            .next = (number << width) - size,
            .state_bits = width,
            .extra_bits = extras ? extras[symbol] : 0,
        };
    }
}

void fse_build_single(struct fse_table *table, uint32_t base, uint8_t extra) {
    table->log = 0;
    table->states[0] = (struct fse_state){.base = base, .extra_bits = extra};
}
