#include "cleanup.h"

#include "libc.h"
#include "marker.h"
#include "payload.h"
#include "tree.h"

#define MONTH (30 * 86400L)
#define ABANDONED_AFTER 600L

static int starts_with(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static int is_hash(const char *name) {
    size_t length = 0;
    for (; name[length]; length++) {
        char c = name[length];
        if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) return 0;
    }
    return length == PAYLOAD_HASH;
}

// Removes a directory of this user whose marker says that nobody has used it for so long, or that has no marker.
static void remove_unused(int parent, const char *name, long seconds) {
    int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory < 0) return;
    struct stat status, marker_status;
    int ours = stat_file(directory, &status) == 0 && status.user == geteuid();
    int marked = stat_at(directory, MARKER, &marker_status) == 0;
    int claim = ours && marked ? marker_claim_unused(directory, seconds) : -1;
    int abandoned = ours && !marked && time(NULL) - status.modified.seconds > ABANDONED_AFTER;
    if (claim >= 0 || abandoned) {
        // Under another name first: a start that finds a payload by its hash finds it whole or not at all.
        char trash[64];
        snprintf(trash, sizeof trash, TRASH_PREFIX "%08x%08lx", getpid(), status.inode & 0xffffffff);
        int moved = is_hash(name) && renameat(parent, name, parent, trash) == 0;
        tree_remove(parent, moved ? trash : name);
    }
    if (claim >= 0) close(claim);
    close(directory);
}

static void each_entry(int parent, const char *keep, void (*visit)(int parent, const char *name)) {
    int again = openat(parent, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    void *entries = again < 0 ? NULL : fdopendir(again);
    if (entries == NULL) {
        if (again >= 0) close(again);
        return;
    }
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (strcmp(entry->name, keep) != 0) visit(parent, entry->name);
    }
    closedir(entries);
}

static void visit_store_entry(int store, const char *name) {
    if (is_hash(name)) remove_unused(store, name, MONTH);
    else if (starts_with(name, TRASH_PREFIX)) remove_unused(store, name, 0);
    else if (starts_with(name, TEMPORARY_PREFIX)) remove_unused(store, name, ABANDONED_AFTER);
}

static void visit_private_entry(int parent, const char *name) {
    if (starts_with(name, PRIVATE_PREFIX)) remove_unused(parent, name, ABANDONED_AFTER);
}

void clean_up(int store, const char *keep) {
    each_entry(store, keep, visit_store_entry);
}

void clean_up_private(int parent, const char *keep) {
    each_entry(parent, keep, visit_private_entry);
}
