#include "xxh64.h"

static const uint64_t P1 = 0x9E3779B185EBCA87, P2 = 0xC2B2AE3D27D4EB4F, P3 = 0x165667B19E3779F9,
                      P4 = 0x85EBCA77C2B2AE63, P5 = 0x27D4EB2F165667C5;

static inline uint64_t rotate(uint64_t value, int bits) { return value << bits | value >> (64 - bits); }

static inline uint64_t lane_round(uint64_t lane, uint64_t input) { return rotate(lane + input * P2, 31) * P1; }

static inline uint64_t merge(uint64_t hash, uint64_t lane) { return (hash ^ lane_round(0, lane)) * P1 + P4; }

uint64_t xxh64(const void *data, size_t size, uint64_t seed) {
    const uint8_t *at = data, *end = at + size;
    uint64_t hash;
    if (size >= 32) {
        uint64_t a = seed + P1 + P2, b = seed + P2, c = seed, d = seed - P1;
        for (; end - at >= 32; at += 32) {
            a = lane_round(a, load64(at));
            b = lane_round(b, load64(at + 8));
            c = lane_round(c, load64(at + 16));
            d = lane_round(d, load64(at + 24));
        }
        hash = rotate(a, 1) + rotate(b, 7) + rotate(c, 12) + rotate(d, 18);
        hash = merge(merge(merge(merge(hash, a), b), c), d);
    } else {
        hash = seed + P5;
    }
    hash += size;
    for (; end - at >= 8; at += 8) hash = rotate(hash ^ lane_round(0, load64(at)), 27) * P1 + P4;
    for (; end - at >= 4; at += 4) hash = rotate(hash ^ load32(at) * P1, 23) * P2 + P3;
    for (; at < end; at++) hash = rotate(hash ^ *at * P5, 11) * P1;
    hash = (hash ^ hash >> 33) * P2;
    hash = (hash ^ hash >> 29) * P3;
    return hash ^ hash >> 32;
}
