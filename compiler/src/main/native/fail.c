#include "fail.h"

#include "libc.h"

int vsnprintf(char *to, size_t size, const char *format, __builtin_va_list arguments);

void fail(const char *format, ...) {
    char text[8192] = "Error: ";
    size_t prefix = strlen(text);
    __builtin_va_list arguments;
    __builtin_va_start(arguments, format);
    vsnprintf(text + prefix, sizeof text - prefix - 1, format, arguments);
    __builtin_va_end(arguments);
    size_t length = strlen(text);
    text[length++] = '\n';
    for (size_t written = 0; written < length;) {
        ssize_t count = write(2, text + written, length - written);
        if (count <= 0) break;
        written += count;
    }
    _exit(1);
}
