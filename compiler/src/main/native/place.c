#include "place.h"

#include "fail.h"
#include "libc.h"
#include "store.h"

// Why the places tried so far were of no use, for the message when none is left.
static char reasons[4096];

static void note(const char *path, const char *problem) {
    size_t length = strlen(reasons);
    snprintf(reasons + length, sizeof reasons - length, "\n  %s: %s", path, problem);
}

// A variable that holds an absolute path.
static const char *directory_from(const char *variable) {
    const char *value = getenv(variable);
    return value && value[0] == '/' ? value : NULL;
}

static int try_store(const struct payload *payload, const char *parent, const char *child, char *directory) {
    if (parent == NULL) return 0;
    char store[PATH_SIZE];
    snprintf(store, sizeof store, "%s%s", parent, child);
    const char *problem = store_provide(payload, store, directory, PATH_SIZE);
    if (problem) note(store, problem);
    return problem == NULL;
}

static int try_private(const struct payload *payload, const char *parent, char *directory) {
    if (parent == NULL) return 0;
    const char *problem = store_provide_private(payload, parent, directory, PATH_SIZE);
    if (problem) note(parent, problem);
    return problem == NULL;
}

// With `aro build --dynamic` the payload lies in a directory beside the executable.
static void place_beside(const struct payload *payload, char *directory) {
    char executable[PATH_SIZE];
    ssize_t length = readlink("/proc/self/exe", executable, sizeof executable - 1);
    if (length <= 0) fail("this program must find its runtime beside it, and /proc is not there to tell where that is.");
    while (length > 0 && executable[length - 1] != '/') length--;
    executable[length] = 0;
    if (snprintf(directory, PATH_SIZE, "%s%s", executable, payload->strings + payload->header->beside) >= PATH_SIZE) {
        fail("the path of this program is too long.");
    }
    int open_directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (open_directory < 0) fail("the directory %s, which holds this program's runtime, cannot be opened: %s. It must be copied together with the executable.", directory, strerror(errno));
    close(open_directory);
}

void place_payload(const struct payload *payload, char directory[PATH_SIZE]) {
    if (payload->data == NULL) {
        place_beside(payload, directory);
        return;
    }
    const char *chosen = getenv("ARO_CACHE_DIR");
    if (chosen && chosen[0] == 0) chosen = NULL;
    if (chosen && chosen[0] != '/') {
        note(chosen, "is not an absolute path");
    } else if (chosen) {
        if (try_store(payload, chosen, "", directory)) return;
    } else if (try_store(payload, directory_from("XDG_CACHE_HOME"), "/aro", directory)
               || try_store(payload, directory_from("HOME"), "/.cache/aro", directory)) {
        return;
    }
    if (try_private(payload, directory_from("TMPDIR"), directory)
        || try_private(payload, directory_from("XDG_RUNTIME_DIR"), directory)
        || try_private(payload, "/tmp", directory) || try_private(payload, "/var/tmp", directory)
        || try_private(payload, "/dev/shm", directory)) {
        return;
    }
    fail("found no directory to unpack this program's runtime into. Set ARO_CACHE_DIR to a directory that is yours, can be written and is not mounted noexec. Tried:%s", reasons);
}
