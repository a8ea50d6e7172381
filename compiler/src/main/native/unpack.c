#include "unpack.h"

#include "libc.h"
#include "zstd.h"

#define MOST_THREADS 8

struct work {
    const struct payload *payload;
    int *files;            // open for writing, by file number
    uint32_t next_chunk;   // shared by the threads
    int failure;           // the first errno; stops all threads
};

static int write_all(int file, const uint8_t *from, size_t size, int64_t offset) {
    while (size > 0) {
        ssize_t written = pwrite(file, from, size, offset);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return written < 0 ? errno : EIO;
        from += written;
        offset += written;
        size -= written;
    }
    return 0;
}

static int unpack_chunk(struct work *work, const struct payload_chunk *chunk, struct zstd_tables *tables,
                        uint8_t *buffer) {
    const uint8_t *stored = work->payload->data + chunk->stored_at;
    if (zstd_decode(tables, buffer, chunk->size, stored, chunk->stored_size) != chunk->size) return EIO;
    return write_all(work->files[chunk->file], buffer, chunk->size, chunk->offset);
}

// Each thread takes the next chunk until none is left. One buffer per thread keeps the memory needed small.
static void *unpack_chunks(void *argument) {
    struct work *work = argument;
    const struct payload_header *header = work->payload->header;
    size_t tables_size = (zstd_tables_size + 63) & ~63ul, size = tables_size + header->chunk_limit + ZSTD_SLACK;
    uint8_t *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
        work->failure = errno;
        return NULL;
    }
    struct zstd_tables *tables = (void *)memory;
    uint8_t *buffer = memory + tables_size;
    for (;;) {
        uint32_t number = __atomic_fetch_add(&work->next_chunk, 1, __ATOMIC_RELAXED);
        if (number >= header->chunks || __atomic_load_n(&work->failure, __ATOMIC_RELAXED)) break;
        int failure = unpack_chunk(work, &work->payload->chunks[number], tables, buffer);
        if (failure) __atomic_store_n(&work->failure, failure, __ATOMIC_RELAXED);
    }
    munmap(memory, size);
    return NULL;
}

static int create_files(const struct payload *payload, int into, int *files) {
    for (uint32_t i = 0; i < payload->header->directories; i++) {
        if (mkdirat(into, payload->strings + payload->directories[i], 0700)) return errno;
    }
    for (uint32_t i = 0; i < payload->header->files; i++) {
        const struct payload_file *file = &payload->files[i];
        files[i] = openat(into, payload->strings + file->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                          file->mode);
        if (files[i] < 0 || ftruncate(files[i], file->size)) return errno;
    }
    return 0;
}

static void run_threads(struct work *work) {
    pthread_t threads[MOST_THREADS];
    long processors = sysconf(SC_PROCESSORS_ONLINE);
    int wanted = processors < 2 ? 2 : processors > MOST_THREADS ? MOST_THREADS : processors;
    int started = 0;
    while (started < wanted - 1 && pthread_create(&threads[started], NULL, unpack_chunks, work) == 0) started++;
    unpack_chunks(work); // this thread works too, so that it also goes without any other
    for (int i = 0; i < started; i++) pthread_join(threads[i], NULL);
}

int unpack(const struct payload *payload, int into) {
    uint32_t count = payload->header->files;
    struct work work = {.payload = payload, .files = malloc(count * sizeof(int))};
    if (work.files == NULL) return errno;
    for (uint32_t i = 0; i < count; i++) work.files[i] = -1;

    work.failure = create_files(payload, into, work.files);
    if (!work.failure) run_threads(&work);

    struct timespec times[2] = {{PAYLOAD_MODIFIED, 0}, {PAYLOAD_MODIFIED, 0}};
    for (uint32_t i = 0; i < count; i++) {
        if (work.files[i] < 0) continue;
        if (futimens(work.files[i], times) && !work.failure) work.failure = errno;
        if (close(work.files[i]) && !work.failure) work.failure = errno;
    }
    free(work.files);
    payload_forget_data();
    return work.failure;
}
