// The file `.complete` of an unpacked payload: written last, holds the hash, locked by all who use the payload.
#pragma once

#define MARKER ".complete"

// Creates the marker, empty, locked for this process; returns its open file or -1.
int marker_create(int directory);

// Writes the hash: the payload is complete. Returns 0 or an errno value.
int marker_complete(int marker, const char *hash);

// Opens a complete marker with this hash and locks it, shared; returns its open file or -1.
int marker_open_shared(int directory, const char *hash);

// Remembers that the payload was used today.
void marker_touch(int marker);

// Whether nobody uses the payload and its marker is at least this old; the open, exclusively locked file, or -1.
int marker_claim_unused(int directory, long seconds);
