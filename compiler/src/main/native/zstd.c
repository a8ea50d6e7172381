#include "zstd.h"

#include "bits.h"
#include "fse.h"
#include "huffman.h"
#include "xxh64.h"

#define MAX_BLOCK (128 * 1024)
#define MAGIC 0xFD2FB528

enum block_type { BLOCK_RAW, BLOCK_RLE, BLOCK_COMPRESSED };
enum literals_type { LITERALS_RAW, LITERALS_RLE, LITERALS_COMPRESSED, LITERALS_TREELESS };
enum table_mode { MODE_PREDEFINED, MODE_RLE, MODE_COMPRESSED, MODE_REPEAT };

struct zstd_tables {
    struct huffman_table huffman;
    struct fse_table literal_lengths, offsets, match_lengths;
    int has_sequence_tables; // whether MODE_REPEAT has something to repeat
    uint32_t repeats[3]; // the last three offsets
    uint8_t literals[MAX_BLOCK + ZSTD_SLACK];
};

const size_t zstd_tables_size = sizeof(struct zstd_tables);

// One kind of sequence code: what each code means, and the distribution that holds when none is given.
struct code_kind {
    unsigned max_log, max_symbol, default_log, default_symbols;
    const int16_t *defaults;
    const uint32_t *bases;
    const uint8_t *extras;
};

static const uint32_t literal_bases[36] = {
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512,
    1024, 2048, 4096, 8192, 16384, 32768, 65536};
static const uint8_t literal_extras[36] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
static const int16_t literal_defaults[36] = {
    4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1};

static const uint32_t match_bases[53] = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
    33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539};
static const uint8_t match_extras[53] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
static const int16_t match_defaults[53] = {
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1};

static const uint32_t offset_bases[32] = {
    1u << 0, 1u << 1, 1u << 2, 1u << 3, 1u << 4, 1u << 5, 1u << 6, 1u << 7, 1u << 8, 1u << 9, 1u << 10, 1u << 11,
    1u << 12, 1u << 13, 1u << 14, 1u << 15, 1u << 16, 1u << 17, 1u << 18, 1u << 19, 1u << 20, 1u << 21, 1u << 22,
    1u << 23, 1u << 24, 1u << 25, 1u << 26, 1u << 27, 1u << 28, 1u << 29, 1u << 30, 1u << 31};
static const uint8_t offset_extras[32] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31};
static const int16_t offset_defaults[29] = {
    1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1};

static const struct code_kind literal_kind = {9, 35, 6, 36, literal_defaults, literal_bases, literal_extras};
static const struct code_kind match_kind = {9, 52, 6, 53, match_defaults, match_bases, match_extras};
static const struct code_kind offset_kind = {8, 31, 5, 29, offset_defaults, offset_bases, offset_extras};

struct literals {
    const uint8_t *at;
    size_t length;
};

// Reads the literals section of a block; returns the bytes read, 0 when damaged.
static size_t read_literals(struct zstd_tables *tables, struct literals *literals, const uint8_t *input, size_t size) {
    if (size == 0) return 0;
    unsigned type = input[0] & 3, format = input[0] >> 2 & 3;
    uint64_t header = load64(input);
    size_t length, header_size;

    if (type == LITERALS_RAW || type == LITERALS_RLE) {
        if (format == 1) header_size = 2, length = header >> 4 & 0xfff;
        else if (format == 3) header_size = 3, length = header >> 4 & 0xfffff;
        else header_size = 1, length = header >> 3 & 0x1f;
        if (length > MAX_BLOCK) return 0;
        size_t stored = type == LITERALS_RAW ? length : 1;
        if (header_size + stored > size) return 0;
        literals->length = length;
        if (type == LITERALS_RAW) {
            literals->at = input + header_size;
        } else {
            __builtin_memset(tables->literals, input[header_size], length);
            literals->at = tables->literals;
        }
        return header_size + stored;
    }

    size_t stored;
    if (format < 2) header_size = 3, length = header >> 4 & 0x3ff, stored = header >> 14 & 0x3ff;
    else if (format == 2) header_size = 4, length = header >> 4 & 0x3fff, stored = header >> 18 & 0x3fff;
    else header_size = 5, length = header >> 4 & 0x3ffff, stored = header >> 22 & 0x3ffff;
    if (length > MAX_BLOCK || header_size + stored > size) return 0;

    const uint8_t *streams = input + header_size;
    size_t streams_size = stored;
    if (type == LITERALS_COMPRESSED) {
        size_t read = huffman_read_table(&tables->huffman, streams, stored);
        if (read == 0) return 0;
        streams += read;
        streams_size -= read;
    }
    if (tables->huffman.log == 0) return 0;
    int good = format == 0 ? huffman_decode_one(&tables->huffman, tables->literals, length, streams, streams_size)
                           : huffman_decode_four(&tables->huffman, tables->literals, length, streams, streams_size);
    if (!good) return 0;
    literals->at = tables->literals;
    literals->length = length;
    return header_size + stored;
}

// Reads one of the three tables in front of the sequences. Returns the bytes read, or ZSTD_DAMAGED.
static size_t read_table(struct fse_table *table, const struct code_kind *kind, unsigned mode, int has_previous,
                         const uint8_t *input, size_t size) {
    switch (mode) {
        case MODE_PREDEFINED:
            fse_build(table, kind->defaults, kind->default_symbols, kind->default_log, kind->bases, kind->extras);
            return 0;
        case MODE_RLE:
            if (size == 0 || input[0] > kind->max_symbol) return ZSTD_DAMAGED;
            fse_build_single(table, kind->bases[input[0]], kind->extras[input[0]]);
            return 1;
        case MODE_COMPRESSED: {
            int16_t counts[64];
            unsigned symbols, log;
            size_t read = fse_read_counts(counts, &symbols, &log, kind->max_log, kind->max_symbol, input, size);
            if (read == 0) return ZSTD_DAMAGED;
            fse_build(table, counts, symbols, log, kind->bases, kind->extras);
            return read;
        }
        default:
            return has_previous ? 0 : ZSTD_DAMAGED;
    }
}

static inline void copy16(uint8_t *to, const uint8_t *from) {
    __builtin_memcpy(to, from, 16);
}

// Copies at least `length` bytes, at most 15 more.
static inline void copy_over(uint8_t *to, const uint8_t *from, size_t length) {
    for (uint8_t *end = to + length; to < end; to += 16, from += 16) copy16(to, from);
}

// Copies bytes that may overlap: a distance below 16 repeats itself.
static inline void copy_match(uint8_t *to, size_t offset, size_t length) {
    const uint8_t *from = to - offset;
    uint8_t *end = to + length;
    if (LIKELY(offset >= 16)) {
        copy_over(to, from, length);
        return;
    }
    if (offset == 1) {
        __builtin_memset(to, *from, length);
        return;
    }
    // Once a few periods are written by bytes, a multiple of the period is a distance of 16 or more.
    size_t period = offset;
    while (period < 16) period += offset;
    for (size_t i = 0; i < period && to < end; i++) *to++ = *from++;
    if (to < end) copy_over(to, to - period, end - to);
}

static inline uint32_t resolve_offset(uint32_t repeats[3], uint64_t value, int no_literals) {
    uint32_t offset;
    if (LIKELY(value > 3)) {
        offset = value - 3;
        repeats[2] = repeats[1];
        repeats[1] = repeats[0];
        repeats[0] = offset;
        return offset;
    }
    unsigned choice = value - 1 + no_literals;
    if (choice == 0) return repeats[0];
    offset = choice < 3 ? repeats[choice] : repeats[0] - 1;
    if (choice != 1) repeats[2] = repeats[1];
    repeats[1] = repeats[0];
    repeats[0] = offset;
    return offset;
}

// Executes the sequences of a block; returns the new end of the output, NULL when damaged.
static uint8_t *run_sequences(struct zstd_tables *tables, struct bits bits, size_t count, struct literals *literals,
                              uint8_t *start, uint8_t *output, uint8_t *end) {
    const struct fse_state *literal_states = tables->literal_lengths.states,
                           *offset_states = tables->offsets.states, *match_states = tables->match_lengths.states;
    uint32_t repeats[3] = {tables->repeats[0], tables->repeats[1], tables->repeats[2]};
    const uint8_t *from = literals->at, *from_end = from + literals->length;

    size_t literal_state = bits_take(&bits, tables->literal_lengths.log);
    size_t offset_state = bits_take(&bits, tables->offsets.log);
    size_t match_state = bits_take(&bits, tables->match_lengths.log);

    for (;;) {
        struct fse_state l = literal_states[literal_state], o = offset_states[offset_state],
                         m = match_states[match_state];
        bits_refill(&bits);
        uint64_t offset_value = o.base + bits_take(&bits, o.extra_bits);
        size_t match_length = m.base + bits_take(&bits, m.extra_bits);
        // What is left of 57 bits must do for the literal length (16) and the next states (26).
        if (UNLIKELY(o.extra_bits + m.extra_bits + l.extra_bits > 30)) bits_refill(&bits);
        size_t literal_length = l.base + bits_take(&bits, l.extra_bits);
        size_t offset = resolve_offset(repeats, offset_value, literal_length == 0);

        if (--count != 0) {
            literal_state = l.next + bits_take(&bits, l.state_bits);
            match_state = m.next + bits_take(&bits, m.state_bits);
            offset_state = o.next + bits_take(&bits, o.state_bits);
        }

        if (UNLIKELY(literal_length > (size_t)(from_end - from)
                     || literal_length + match_length > (size_t)(end - output))) return NULL;
        copy16(output, from);
        if (UNLIKELY(literal_length > 16)) copy_over(output + 16, from + 16, literal_length - 16);
        from += literal_length;
        output += literal_length;
        if (UNLIKELY(offset == 0 || offset > (size_t)(output - start))) return NULL;
        copy_match(output, offset, match_length);
        output += match_length;
        if (count == 0) break;
    }
    if (!bits_finished(&bits)) return NULL;
    for (int i = 0; i < 3; i++) tables->repeats[i] = repeats[i];
    literals->length = from_end - from;
    literals->at = from;
    return output;
}

// Decodes a compressed block; returns the new end of the output, NULL when damaged.
static uint8_t *decode_block(struct zstd_tables *tables, uint8_t *start, uint8_t *output, uint8_t *end,
                             const uint8_t *input, size_t size) {
    struct literals literals;
    size_t read = read_literals(tables, &literals, input, size);
    if (read == 0) return NULL;
    input += read;
    size -= read;

    if (size == 0) return NULL;
    size_t count = input[0], header = 1;
    if (count >= 128) {
        if (size < 3) return NULL;
        if (count < 255) count = ((count - 128) << 8) + input[1], header = 2;
        else count = load16(input + 1) + 0x7f00, header = 3;
    }
    if (count != 0) {
        if (header + 1 > size) return NULL;
        unsigned modes = input[header++];
        if (modes & 3) return NULL;
        struct { struct fse_table *table; const struct code_kind *kind; unsigned mode; } parts[3] = {
            {&tables->literal_lengths, &literal_kind, modes >> 6},
            {&tables->offsets, &offset_kind, modes >> 4 & 3},
            {&tables->match_lengths, &match_kind, modes >> 2 & 3}};
        for (int i = 0; i < 3; i++) {
            read = read_table(parts[i].table, parts[i].kind, parts[i].mode, tables->has_sequence_tables,
                              input + header, size - header);
            if (read == ZSTD_DAMAGED) return NULL;
            header += read;
        }
        tables->has_sequence_tables = 1;
        struct bits bits;
        if (!bits_open(&bits, input + header, size - header)) return NULL;
        output = run_sequences(tables, bits, count, &literals, start, output, end);
        if (output == NULL) return NULL;
    } else if (size != 1) {
        return NULL;
    }

    if (literals.length > (size_t)(end - output)) return NULL;
    __builtin_memcpy(output, literals.at, literals.length);
    return output + literals.length;
}

// Reads the frame header; returns its size, 0 when it is none or of a kind that is not supported.
static size_t read_header(int *has_checksum, const uint8_t *input, size_t size) {
    if (size < 9 || load32(input) != MAGIC) return 0;
    unsigned descriptor = input[4];
    int single_segment = descriptor >> 5 & 1;
    if (descriptor & 8 || descriptor & 3) return 0; // reserved bit; a dictionary
    static const uint8_t content_sizes[4] = {0, 2, 4, 8};
    unsigned content_size = content_sizes[descriptor >> 6];
    if (content_size == 0 && single_segment) content_size = 1;
    *has_checksum = descriptor >> 2 & 1;
    size_t header = 5 + !single_segment + content_size;
    return header < size ? header : 0;
}

size_t zstd_decode(struct zstd_tables *tables, uint8_t *output, size_t capacity, const uint8_t *input, size_t size) {
    int has_checksum;
    size_t header = read_header(&has_checksum, input, size);
    if (header == 0) return ZSTD_DAMAGED;
    const uint8_t *input_end = input + size;
    input += header;
    tables->huffman.log = 0;
    tables->has_sequence_tables = 0;
    tables->repeats[0] = 1;
    tables->repeats[1] = 4;
    tables->repeats[2] = 8;

    uint8_t *start = output, *end = output + capacity;
    int last;
    do {
        if (input_end - input < 3) return ZSTD_DAMAGED;
        uint32_t block = load32(input) & 0xffffff;
        input += 3;
        last = block & 1;
        unsigned type = block >> 1 & 3;
        size_t block_size = block >> 3;
        size_t stored = type == BLOCK_RLE ? 1 : block_size;
        if (block_size > MAX_BLOCK || stored > (size_t)(input_end - input)) return ZSTD_DAMAGED;
        switch (type) {
            case BLOCK_RAW:
            case BLOCK_RLE:
                if (block_size > (size_t)(end - output)) return ZSTD_DAMAGED;
                if (type == BLOCK_RAW) __builtin_memcpy(output, input, block_size);
                else __builtin_memset(output, *input, block_size);
                output += block_size;
                break;
            case BLOCK_COMPRESSED:
                output = decode_block(tables, start, output, end, input, block_size);
                if (output == NULL) return ZSTD_DAMAGED;
                break;
            default:
                return ZSTD_DAMAGED;
        }
        input += stored;
    } while (!last);

    if (has_checksum) {
        if (input_end - input < 4) return ZSTD_DAMAGED;
        if ((uint32_t)xxh64(start, output - start, 0) != load32(input)) return ZSTD_DAMAGED;
    }
    return output - start;
}
