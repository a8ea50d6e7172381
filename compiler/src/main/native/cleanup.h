// Removing what earlier programs left: payloads unused for a month, and what an interrupted start left behind.
// Whatever a running program uses is locked and therefore stays.
#pragma once

#define TEMPORARY_PREFIX ".tmp-"
#define TRASH_PREFIX ".trash-"
#define PRIVATE_PREFIX "aro-run-"

// In a store; `keep` is the payload of this program.
void clean_up(int store, const char *keep);

// In a directory for temporary files: private payloads of programs that were killed.
void clean_up_private(int parent, const char *keep);
