// How the launcher ends when it cannot start the program.
#pragma once

// Prints `Error: <sentence>` on standard error and exits with code 1. The pieces are put together like printf's.
void fail(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));
