// Where the payload of this executable lies.
#pragma once

#include "payload.h"

#define PATH_SIZE 4096

// Finds or makes the unpacked payload and writes its absolute path. Exits with a sentence when there is no place for it.
void place_payload(const struct payload *payload, char directory[PATH_SIZE]);
