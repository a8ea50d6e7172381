#include "tree.h"

#include "libc.h"

int tree_create(const char *path) {
    char part[4096];
    size_t length = strlen(path);
    if (length >= sizeof part) return ENAMETOOLONG;
    int failure = 0;
    for (size_t i = 0; i <= length; i++) {
        part[i] = path[i];
        if (i == 0 || (path[i] != '/' && path[i] != 0)) continue;
        part[i] = 0;
        failure = mkdir(part, 0700) ? errno : 0;
        part[i] = path[i];
    }
    return failure == EEXIST ? 0 : failure;
}

static void remove_entries(int directory) {
    void *entries = fdopendir(directory);
    if (entries == NULL) {
        close(directory);
        return;
    }
    for (struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        if (strcmp(entry->name, ".") == 0 || strcmp(entry->name, "..") == 0) continue;
        tree_remove(directory, entry->name);
    }
    closedir(entries);
}

void tree_remove(int parent, const char *name) {
    if (unlinkat(parent, name, 0) == 0) return;
    int directory = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (directory < 0) return;
    remove_entries(directory);
    unlinkat(parent, name, AT_REMOVEDIR);
}
