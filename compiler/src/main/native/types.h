// Fixed-width types without any C library header: these files are compiled with -nostdinc for one target, Linux on x86-64.
#pragma once

typedef unsigned char uint8_t;
typedef unsigned short uint16_t;
typedef unsigned int uint32_t;
typedef unsigned long uint64_t;
typedef signed short int16_t;
typedef signed int int32_t;
typedef signed long int64_t;
typedef unsigned long size_t;
typedef signed long ssize_t;

#define NULL ((void *)0)
#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)

// Unaligned little-endian loads; the target is little-endian.
static inline uint16_t load16(const uint8_t *from) { uint16_t value; __builtin_memcpy(&value, from, 2); return value; }
static inline uint32_t load32(const uint8_t *from) { uint32_t value; __builtin_memcpy(&value, from, 4); return value; }
static inline uint64_t load64(const uint8_t *from) { uint64_t value; __builtin_memcpy(&value, from, 8); return value; }
