#include "payload.h"

#include "fail.h"
#include "libc.h"
#include "xxh64.h"

// Made by the linker from the files payload.idx and payload.bin.
extern const uint8_t _binary_payload_idx_start[], _binary_payload_bin_start[], _binary_payload_bin_end[];

struct payload payload_of_executable(void) {
    struct payload payload;
    payload.header = (const void *)_binary_payload_idx_start;
    if (memcmp(payload.header->magic, PAYLOAD_MAGIC, sizeof payload.header->magic) != 0) {
        fail("this executable is damaged: its runtime payload is not readable.");
    }
    payload.files = (const void *)(payload.header + 1);
    payload.chunks = (const void *)(payload.files + payload.header->files);
    payload.directories = (const void *)(payload.chunks + payload.header->chunks);
    payload.options = payload.directories + payload.header->directories;
    payload.strings = (const void *)(payload.options + payload.header->options);
    payload.data = payload.header->beside ? NULL : _binary_payload_bin_start;
    return payload;
}

void payload_forget_data(void) {
    size_t start = ((size_t)_binary_payload_bin_start + 4095) & ~4095ul;
    size_t end = (size_t)_binary_payload_bin_end & ~4095ul;
    if (start < end) madvise((void *)start, end - start, MADV_DONTNEED);
}

uint64_t payload_fingerprint(int file, uint64_t size) {
    uint8_t edge[FINGERPRINT_EDGE];
    size_t length = size < sizeof edge ? size : sizeof edge;
    if (pread(file, edge, length, 0) != (ssize_t)length) return 0;
    uint64_t hash = xxh64(edge, length, size);
    if (size <= sizeof edge) return hash;
    if (pread(file, edge, length, size - length) != (ssize_t)length) return 0;
    return xxh64(edge, length, hash);
}
