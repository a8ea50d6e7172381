// One directory in which payloads are kept unpacked, each under its content's hash.
//
//   <hash>/            a payload
//   <hash>/.complete   written last, holds the hash; every program that runs from here holds a shared lock on it
//   .lock              held while a payload is unpacked or replaced
//   .tmp-...           being unpacked; .trash-... being removed
//
// Nothing is ever changed inside a payload: it is unpacked under a temporary name, then renamed.
#pragma once

#include "payload.h"

// Makes sure that the payload lies complete in `store` (a path; created when missing) and writes its path to `directory`.
// Returns NULL, or why this store cannot be used. The payload stays locked against removal until the process ends.
const char *store_provide(const struct payload *payload, const char *store, char *directory, size_t directory_size);

// The same in a new private directory below `parent`, removed when the process exits.
const char *store_provide_private(const struct payload *payload, const char *parent, char *directory,
                                  size_t directory_size);

// Whether `directory`, an open unpacked payload, is complete and untouched. Takes and keeps the shared lock.
int store_enter(const struct payload *payload, int directory);
