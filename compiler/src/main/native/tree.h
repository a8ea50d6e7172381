// Directories: making and removing them, and leaving nothing behind.
#pragma once

// Creates a directory and those above it (mode 0700); existing ones are left as they are. Returns 0 or an errno value.
int tree_create(const char *path);

// Removes an entry of the open directory `parent` with everything in it. Follows no links, ignores errors.
void tree_remove(int parent, const char *name);
