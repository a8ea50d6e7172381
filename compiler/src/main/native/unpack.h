// Unpacking the payload into a directory that nobody else uses yet.
#pragma once

#include "payload.h"

// Fills the empty directory `into` with all files; several threads share the work.
// Returns 0, or an errno value after which the directory is incomplete.
int unpack(const struct payload *payload, int into);
