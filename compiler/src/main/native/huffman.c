#include "huffman.h"

#include "bits.h"
#include "fse.h"

#define MAX_SYMBOLS 256
#define WEIGHTS_MAX_LOG 6

// Weights are coded by two interleaved FSE states until the stream is used up; returns their number, 0 when damaged.
static unsigned read_coded_weights(uint8_t *weights, const uint8_t *input, size_t size) {
    int16_t counts[16];
    unsigned symbols, log;
    size_t read = fse_read_counts(counts, &symbols, &log, WEIGHTS_MAX_LOG, HUFFMAN_MAX_LOG, input, size);
    if (read == 0) return 0;
    struct fse_table table;
    fse_build(&table, counts, symbols, log, NULL, NULL);

    struct bits bits;
    if (!bits_open(&bits, input + read, size - read)) return 0;
    unsigned states[2];
    states[0] = bits_take(&bits, log);
    states[1] = bits_take(&bits, log);
    if (bits_left(&bits) < 0) return 0;

    unsigned count = 0;
    for (unsigned turn = 0; count < MAX_SYMBOLS - 2; turn ^= 1) {
        bits_refill(&bits);
        const struct fse_state *state = &table.states[states[turn]];
        weights[count++] = state->base;
        states[turn] = state->next + bits_take(&bits, state->state_bits);
        if (bits_left(&bits) < 0) { // that state was the last of its kind; the other one still stands for a weight
            weights[count++] = table.states[states[turn ^ 1]].base;
            return count;
        }
    }
    return 0;
}

size_t huffman_read_table(struct huffman_table *table, const uint8_t *input, size_t size) {
    uint8_t weights[MAX_SYMBOLS];
    unsigned count;
    size_t read;
    if (size == 0) return 0;
    unsigned header = input[0];
    if (header < 128) {
        read = 1 + header;
        if (read > size) return 0;
        count = read_coded_weights(weights, input + 1, header);
    } else {
        count = header - 127;
        read = 1 + (count + 1) / 2;
        if (read > size) return 0;
        for (unsigned i = 0; i < count; i++) weights[i] = i % 2 ? input[1 + i / 2] & 15 : input[1 + i / 2] >> 4;
    }
    if (count == 0) return 0;

    // The last weight is not written: it is what fills the total up to a power of two.
    unsigned ranks[HUFFMAN_MAX_LOG + 2] = {0};
    uint32_t total = 0;
    for (unsigned i = 0; i < count; i++) {
        if (weights[i] > HUFFMAN_MAX_LOG) return 0;
        ranks[weights[i]]++;
        total += weights[i] ? 1u << (weights[i] - 1) : 0;
    }
    if (total == 0) return 0;
    unsigned log = 32 - __builtin_clz(total);
    uint32_t rest = (1u << log) - total;
    if (log > HUFFMAN_MAX_LOG || rest & (rest - 1)) return 0;
    weights[count] = 32 - __builtin_clz(rest);
    ranks[weights[count++]]++;

    // Codes are given in the order of weight (longest code first), then of symbol.
    unsigned starts[HUFFMAN_MAX_LOG + 2], place = 0;
    for (unsigned weight = 1; weight <= log; weight++) {
        starts[weight] = place;
        place += ranks[weight] << (weight - 1);
    }
    for (unsigned symbol = 0; symbol < count; symbol++) {
        unsigned weight = weights[symbol];
        if (weight == 0) continue;
        uint16_t code = symbol << 8 | (log + 1 - weight);
        for (unsigned i = 0; i < 1u << (weight - 1); i++) table->codes[starts[weight] + i] = code;
        starts[weight] += 1u << (weight - 1);
    }
    table->log = log;
    return read;
}

static inline uint8_t next_symbol(const uint16_t *codes, unsigned shift, struct bits *bits) {
    uint16_t code = codes[bits->window >> shift];
    bits_skip(bits, code & 0xff);
    return code >> 8;
}

static int finish(const uint16_t *codes, unsigned shift, struct bits *bits, uint8_t *output, uint8_t *end) {
    while (output < end) {
        bits_refill(bits);
        *output++ = next_symbol(codes, shift, bits);
    }
    return bits_finished(bits);
}

int huffman_decode_one(const struct huffman_table *table, uint8_t *output, size_t length,
                       const uint8_t *input, size_t size) {
    struct bits bits;
    if (!bits_open(&bits, input, size)) return 0;
    return finish(table->codes, 64 - table->log, &bits, output, output + length);
}

int huffman_decode_four(const struct huffman_table *table, uint8_t *output, size_t length,
                        const uint8_t *input, size_t size) {
    if (size < 10 || length < 6) return 0;
    size_t sizes[3] = {load16(input), load16(input + 2), load16(input + 4)};
    if (6 + sizes[0] + sizes[1] + sizes[2] >= size) return 0;
    size_t part = (length + 3) / 4;
    if (part * 3 > length) return 0;

    const uint8_t *in0 = input + 6, *in1 = in0 + sizes[0], *in2 = in1 + sizes[1], *in3 = in2 + sizes[2];
    uint8_t *out0 = output, *out1 = out0 + part, *out2 = out1 + part, *out3 = out2 + part;
    uint8_t *end0 = out1, *end1 = out2, *end2 = out3, *end3 = output + length;
    struct bits bits0, bits1, bits2, bits3;
    if (!bits_open(&bits0, in0, sizes[0]) || !bits_open(&bits1, in1, sizes[1]) || !bits_open(&bits2, in2, sizes[2])
        || !bits_open(&bits3, in3, input + size - in3)) return 0;

    // Five symbols of at most eleven bits fit one refill; the four streams keep the processor busy side by side.
    // The last part is the shortest, and the streams lie one behind the other: those two bounds are enough for all,
    // but a damaged stream may run into its neighbour, so each is checked.
    const uint16_t *codes = table->codes;
    unsigned shift = 64 - table->log;
    while (end3 - out3 >= 5 && bits0.at >= in0 && bits1.at >= in1 && bits2.at >= in2 && bits3.at >= in3) {
        bits_refill_fast(&bits0);
        bits_refill_fast(&bits1);
        bits_refill_fast(&bits2);
        bits_refill_fast(&bits3);
#pragma clang loop unroll(full)
        for (int i = 0; i < 5; i++) {
            *out0++ = next_symbol(codes, shift, &bits0);
            *out1++ = next_symbol(codes, shift, &bits1);
            *out2++ = next_symbol(codes, shift, &bits2);
            *out3++ = next_symbol(codes, shift, &bits3);
        }
    }
    return finish(codes, shift, &bits0, out0, end0) & finish(codes, shift, &bits1, out1, end1)
        & finish(codes, shift, &bits2, out2, end2) & finish(codes, shift, &bits3, out3, end3);
}
