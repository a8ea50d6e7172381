// The Java virtual machine inside this process.
#pragma once

#include "payload.h"

// Starts the machine from the unpacked payload, runs the main class with the arguments, and waits for its end.
// Returns the exit code for the case that the program did not exit by itself.
int machine_run(const struct payload *payload, const char *directory, int count, char **arguments);
