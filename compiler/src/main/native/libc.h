// The part of the C library that the launcher uses, declared by hand: building an ARO program needs no C headers.
// Only functions that glibc 2.17 has and that later versions kept; the linker's list is LibcStubs.java.
#pragma once

#include "types.h"

extern char **environ;

// Memory and text
void *malloc(size_t size);
void *calloc(size_t count, size_t size);
void free(void *memory);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *text);
int strcmp(const char *a, const char *b);
int strncmp(const char *a, const char *b, size_t size);
char *strchr(const char *text, int character);
char *strstr(const char *text, const char *part);
char *strdup(const char *text);
int snprintf(char *to, size_t size, const char *format, ...) __attribute__((format(printf, 3, 4)));
char *strerror(int number);
char *getenv(const char *name);
int setenv(const char *name, const char *value, int replace);
int unsetenv(const char *name);

#define MAP_PRIVATE 2
#define MAP_ANONYMOUS 32
#define MAP_FAILED ((void *)-1)
#define PROT_READ 1
#define PROT_WRITE 2
#define MADV_DONTNEED 4
void *mmap(void *address, size_t size, int protection, int flags, int file, ssize_t offset);
int munmap(void *address, size_t size);
int madvise(void *address, size_t size, int advice);

// Errors
int *__errno_location(void);
#define errno (*__errno_location())
#define EINTR 4
#define EIO 5
#define EAGAIN 11
#define EACCES 13
#define EEXIST 17
#define ENOTDIR 20
#define ENAMETOOLONG 36

// Files
struct timespec { int64_t seconds, nanoseconds; };
struct stat {
    uint64_t device, inode, links;
    uint32_t mode, user, group, pad;
    uint64_t special_device;
    int64_t size, block_size, blocks;
    struct timespec accessed, modified, changed;
    int64_t unused[3];
};
struct statvfs {
    uint64_t block_size, fragment_size, blocks, free_blocks, available_blocks, files, free_files, available_files,
        id, flags, name_max;
    int32_t spare[6];
};
struct dirent { uint64_t inode; int64_t offset; uint16_t length; uint8_t type; char name[256]; };

#define O_RDONLY 0
#define O_WRONLY 1
#define O_CREAT 0100
#define O_EXCL 0200
#define O_DIRECTORY 0200000
#define O_NOFOLLOW 0400000
#define O_CLOEXEC 02000000
#define AT_FDCWD (-100)
#define AT_SYMLINK_NOFOLLOW 0x100
#define AT_EMPTY_PATH 0x1000
#define AT_REMOVEDIR 0x200
#define S_IFMT 0170000
#define S_IFDIR 0040000
#define S_IFREG 0100000
#define ST_NOEXEC 8
#define LOCK_SH 1
#define LOCK_EX 2
#define LOCK_NB 4

int open(const char *path, int flags, ...);
int openat(int directory, const char *path, int flags, ...);
int close(int file);
ssize_t read(int file, void *to, size_t size);
ssize_t pread(int file, void *to, size_t size, int64_t offset);
ssize_t write(int file, const void *from, size_t size);
ssize_t pwrite(int file, const void *from, size_t size, int64_t offset);
int ftruncate(int file, int64_t size);
int futimens(int file, const struct timespec times[2]);
int flock(int file, int operation);
int mkdir(const char *path, uint32_t mode);
int mkdirat(int directory, const char *path, uint32_t mode);
int renameat(int from_directory, const char *from, int to_directory, const char *to);
int unlinkat(int directory, const char *path, int flags);
int fstatvfs(int file, struct statvfs *to);
ssize_t readlink(const char *path, char *to, size_t size);
void *fdopendir(int file);
struct dirent *readdir(void *directory);
int closedir(void *directory);

// glibc exports no stat before 2.33, so the system call is used.
long syscall(long number, ...);
#define SYS_newfstatat 262
#define SYS_getrandom 318
static inline int stat_at(int directory, const char *path, struct stat *to) {
    return syscall(SYS_newfstatat, directory, path, to, AT_SYMLINK_NOFOLLOW);
}
static inline int stat_file(int file, struct stat *to) {
    return syscall(SYS_newfstatat, file, "", to, AT_EMPTY_PATH);
}

// Process, time, threads
#define SC_PROCESSORS_ONLINE 84
long sysconf(int name);
uint32_t geteuid(void);
int getpid(void);
int64_t time(int64_t *to);
int usleep(uint32_t microseconds);
void _exit(int code) __attribute__((noreturn));
int __cxa_atexit(void (*function)(void *), void *argument, void *library);

typedef uint64_t pthread_t;
typedef struct { uint64_t opaque[7]; } pthread_attr_t;
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument);
int pthread_join(pthread_t thread, void **result);
int pthread_attr_init(pthread_attr_t *attributes);
int pthread_attr_setstacksize(pthread_attr_t *attributes, size_t size);

#define RTLD_NOW 2
#define RTLD_GLOBAL 0x100
void *dlopen(const char *path, int flags);
void *dlsym(void *library, const char *name);
char *dlerror(void);
