#include "store.h"

#include "cleanup.h"
#include "libc.h"
#include "marker.h"
#include "tree.h"
#include "unpack.h"

#define LOCK_PATIENCE_MS 5000
#define LOCK_PAUSE_MS 5

static uint64_t random_number(void) {
    uint64_t number;
    if (syscall(SYS_getrandom, &number, sizeof number, 0) == sizeof number) return number;
    int file = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    ssize_t count = file < 0 ? -1 : read(file, &number, sizeof number);
    if (file >= 0) close(file);
    if (count == sizeof number) return number;
    return (uint64_t)time(NULL) << 32 ^ (uint64_t)getpid() << 16 ^ (size_t)&number; // only ever a name, created exclusively
}

// Whether a directory is this user's alone to write.
static int is_private(const struct stat *status) {
    return (status->mode & S_IFMT) == S_IFDIR && status->user == geteuid() && (status->mode & 022) == 0;
}

static int is_untouched(const struct payload *payload, int directory, const struct payload_file *file) {
    int open_file = openat(directory, payload->strings + file->name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (open_file < 0) return 0;
    struct stat status;
    int good = stat_file(open_file, &status) == 0 && (status.mode & S_IFMT) == S_IFREG
        && (status.mode & 022) == 0 && status.user == geteuid() && (uint64_t)status.size == file->size
        && status.modified.seconds == PAYLOAD_MODIFIED && status.modified.nanoseconds == 0
        && payload_fingerprint(open_file, file->size) == file->fingerprint;
    close(open_file);
    return good;
}

int store_enter(const struct payload *payload, int directory) {
    struct stat status;
    if (stat_file(directory, &status) || !is_private(&status)) return 0;
    int marker = marker_open_shared(directory, payload->header->hash);
    if (marker < 0) return 0;
    for (uint32_t i = 0; i < payload->header->files; i++) {
        if (!is_untouched(payload, directory, &payload->files[i])) {
            close(marker);
            return 0;
        }
    }
    marker_touch(marker); // and keep it open: the lock lasts as long as this process
    return 1;
}

// Enters the payload that has its final name. A cleaner may have renamed it meanwhile: then it is as good as missing.
static int enter_published(const struct payload *payload, int store, const char *name) {
    int directory = openat(store, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory < 0) return 0;
    struct stat opened, named;
    int entered = store_enter(payload, directory) && stat_file(directory, &opened) == 0
        && stat_at(store, name, &named) == 0 && opened.inode == named.inode;
    close(directory);
    return entered;
}

// Unpacks into a new directory `name` of `parent`, complete with its marker, on which this process has a shared lock.
static int unpack_new(const struct payload *payload, int parent, const char *name) {
    if (mkdirat(parent, name, 0700)) return errno;
    int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int failure = directory < 0 ? errno : 0;
    int marker = -1;
    if (!failure && (marker = marker_create(directory)) < 0) failure = errno;
    if (!failure) failure = unpack(payload, directory);
    if (!failure) failure = marker_complete(marker, payload->header->hash);
    if (directory >= 0) close(directory);
    if (failure) {
        if (marker >= 0) close(marker);
        tree_remove(parent, name);
    }
    return failure;
}

// Waits for the store's lock, but not for ever: a stopped process may hold it. Returns -1 without it.
static int lock_store(int store) {
    int lock = openat(store, ".lock", O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (lock < 0) return -1;
    for (int waited = 0; waited < LOCK_PATIENCE_MS; waited += LOCK_PAUSE_MS) {
        if (flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
        if (errno != EAGAIN && errno != EINTR) break;
        usleep(LOCK_PAUSE_MS * 1000);
    }
    close(lock);
    return -1;
}

static const char *open_store(const char *path, int *store) {
    int failure = tree_create(path);
    *store = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (*store < 0) return strerror(failure ? failure : errno);
    struct stat status;
    struct statvfs system;
    const char *problem = NULL;
    if (stat_file(*store, &status)) problem = strerror(errno);
    else if (!is_private(&status)) problem = "belongs to or can be written by another user";
    else if (fstatvfs(*store, &system) == 0 && system.flags & ST_NOEXEC) problem = "is mounted noexec";
    if (problem) close(*store);
    return problem;
}

// With the lock (or after waiting in vain for it): unpack, move a damaged one away, take the final name.
static int publish(const struct payload *payload, int store, const char *name) {
    char temporary[64], trash[64];
    uint64_t number = random_number();
    snprintf(temporary, sizeof temporary, TEMPORARY_PREFIX "%016lx", number);
    snprintf(trash, sizeof trash, TRASH_PREFIX "%016lx", number);
    int failure = unpack_new(payload, store, temporary);
    if (failure) return failure;
    if (renameat(store, temporary, store, name) == 0) return 0;
    // Something is in the way: another process's payload, or a damaged one.
    if (enter_published(payload, store, name)) {
        tree_remove(store, temporary);
        return 0;
    }
    if (renameat(store, name, store, trash) == 0 && renameat(store, temporary, store, name) == 0) return 0;
    failure = errno;
    tree_remove(store, temporary);
    return failure;
}

const char *store_provide(const struct payload *payload, const char *path, char *directory, size_t directory_size) {
    int store;
    const char *problem = open_store(path, &store);
    if (problem) return problem;
    char name[PAYLOAD_HASH + 1];
    snprintf(name, sizeof name, "%.*s", PAYLOAD_HASH, payload->header->hash);
    if ((size_t)snprintf(directory, directory_size, "%s/%s", path, name) >= directory_size) {
        close(store);
        return strerror(ENAMETOOLONG);
    }

    int entered = enter_published(payload, store, name);
    if (!entered) {
        int lock = lock_store(store);
        entered = lock >= 0 && enter_published(payload, store, name); // unpacked by another start meanwhile
        if (!entered) {
            int failure = publish(payload, store, name);
            if (failure) problem = strerror(failure);
            else clean_up(store, name);
        }
        if (lock >= 0) close(lock);
    }
    close(store);
    return problem;
}

// What has to go when the process exits.
struct private_directory {
    int parent;
    char name[64];
};

static void remove_private(void *argument) {
    struct private_directory *private = argument;
    tree_remove(private->parent, private->name);
}

const char *store_provide_private(const struct payload *payload, const char *parent, char *directory,
                                  size_t directory_size) {
    int open_parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (open_parent < 0) return strerror(errno);
    struct statvfs system;
    struct private_directory *private = calloc(1, sizeof *private);
    if (private == NULL || (fstatvfs(open_parent, &system) == 0 && system.flags & ST_NOEXEC)) {
        close(open_parent);
        return private ? "is mounted noexec" : strerror(errno);
    }
    private->parent = open_parent;
    snprintf(private->name, sizeof private->name, PRIVATE_PREFIX "%016lx", random_number());
    int failure = ENAMETOOLONG;
    if ((size_t)snprintf(directory, directory_size, "%s/%s", parent, private->name) < directory_size) {
        failure = unpack_new(payload, open_parent, private->name);
    }
    if (failure) {
        close(open_parent);
        return strerror(failure);
    }
    __cxa_atexit(remove_private, private, NULL);
    clean_up_private(open_parent, private->name);
    return NULL;
}
