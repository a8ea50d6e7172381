// The runtime payload inside the executable: an index of files, and their bytes as Zstandard frames.
// PayloadWriter.java writes it; the two must agree.
#pragma once

#include "types.h"

#define PAYLOAD_MAGIC "AROPAY1"
#define PAYLOAD_HASH 64

// Every unpacked file gets this modification time; another one means that somebody touched it.
#define PAYLOAD_MODIFIED 1000000000

// Bytes at both ends of a file that its fingerprint covers.
#define FINGERPRINT_EDGE 4096

struct payload_header {
    char magic[8];
    char hash[PAYLOAD_HASH]; // of all names and contents, in hexadecimal: the name of the unpacked directory
    uint64_t chunk_limit;    // no chunk is larger when unpacked
    uint32_t directories;    // how many; parents come first
    uint32_t files;
    uint32_t chunks;
    uint32_t options;        // of the JVM
    uint32_t main_class;     // offset in the strings
    uint32_t beside;         // 0, or offset of the name of the directory beside the executable that holds the files
};

struct payload_file {
    uint64_t size;
    uint64_t fingerprint;
    uint32_t name; // offset in the strings; relative, '/' between parts
    uint32_t mode;
};

// A part of a file: one Zstandard frame.
struct payload_chunk {
    uint64_t stored_at; // in the data
    uint64_t stored_size;
    uint64_t offset; // in the file
    uint64_t size;
    uint64_t file;
};

struct payload {
    const struct payload_header *header;
    const struct payload_file *files;
    const struct payload_chunk *chunks;
    const uint32_t *directories; // names: offsets in the strings
    const uint32_t *options;     // texts in which ${dir} stands for the unpacked directory
    const char *strings;
    const uint8_t *data; // NULL: the files lie beside the executable
};

// The payload of this executable. Exits with a sentence when the index is not what this launcher knows.
struct payload payload_of_executable(void);

// Lets the kernel take back the memory of the compressed bytes.
void payload_forget_data(void);

// What is compared when a payload is used again: the size and both ends of a file.
uint64_t payload_fingerprint(int file, uint64_t size);
