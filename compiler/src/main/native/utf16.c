#include "utf16.h"

int32_t utf16_from_utf8(uint16_t *to, const char *text) {
    static const uint32_t smallest[4] = {0, 0x80, 0x800, 0x10000};
    const uint8_t *from = (const uint8_t *)text;
    int32_t length = 0;
    while (*from) {
        uint32_t first = *from++, code = first;
        int more = first < 0x80 ? 0 : first < 0xC0 ? -1 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF8 ? 3 : -1;
        if (more > 0) {
            code = first & (0x3F >> more);
            int seen = 0;
            while (seen < more && (from[seen] & 0xC0) == 0x80) code = code << 6 | (from[seen++] & 0x3F);
            if (seen == more && code >= smallest[more] && code <= 0x10FFFF && (code & 0xFFFFF800) != 0xD800) from += more;
            else more = -1;
        }
        if (more < 0) code = 0xFFFD;
        if (code >= 0x10000) {
            to[length++] = 0xD800 + ((code - 0x10000) >> 10);
            to[length++] = 0xDC00 + (code & 0x3FF);
        } else {
            to[length++] = code;
        }
    }
    return length;
}
