#include "marker.h"

#include "libc.h"
#include "payload.h"

#define DAY 86400

int marker_create(int directory) {
    int marker = openat(directory, MARKER, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (marker >= 0) flock(marker, LOCK_SH | LOCK_NB); // on a file system without locks: unlocked
    return marker;
}

int marker_complete(int marker, const char *hash) {
    return pwrite(marker, hash, PAYLOAD_HASH, 0) == PAYLOAD_HASH ? 0 : errno ? errno : EIO;
}

int marker_open_shared(int directory, const char *hash) {
    int marker = openat(directory, MARKER, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (marker < 0) return -1;
    char content[PAYLOAD_HASH + 1];
    int removed = flock(marker, LOCK_SH | LOCK_NB) && errno == EAGAIN;
    if (removed || pread(marker, content, sizeof content, 0) != PAYLOAD_HASH
        || memcmp(content, hash, PAYLOAD_HASH) != 0) {
        close(marker);
        return -1;
    }
    return marker;
}

void marker_touch(int marker) {
    struct stat status;
    if (stat_file(marker, &status) == 0 && time(NULL) - status.modified.seconds > DAY) futimens(marker, NULL);
}

int marker_claim_unused(int directory, long seconds) {
    int marker = openat(directory, MARKER, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    struct stat status;
    if (marker < 0) return -1;
    if (stat_file(marker, &status) || time(NULL) - status.modified.seconds < seconds
        || flock(marker, LOCK_EX | LOCK_NB)) {
        close(marker);
        return -1;
    }
    return marker;
}
