// The start of every executable made by `aro build`: unpack the runtime payload once, start the Java machine in this
// process, hand it the program. What follows is a `main` without the C library's start files.

#include "machine.h"
#include "payload.h"
#include "place.h"

// Where the kernel starts: what Scrt1.o does, in the words of the System V ABI (rdx: a function to call at exit).
__asm__(".text\n"
        ".globl _start\n"
        ".type _start,@function\n"
        "_start:\n"
        "  xorl %ebp, %ebp\n"
        "  movq %rdx, %r9\n"
        "  popq %rsi\n"
        "  movq %rsp, %rdx\n"
        "  andq $-16, %rsp\n"
        "  pushq %rax\n"
        "  pushq %rsp\n"
        "  xorl %r8d, %r8d\n"
        "  xorl %ecx, %ecx\n"
        "  leaq main(%rip), %rdi\n"
        "  call *__libc_start_main@GOTPCREL(%rip)\n"
        "  hlt\n");

int main(int count, char **arguments) {
    static char directory[PATH_SIZE];
    struct payload payload = payload_of_executable();
    place_payload(&payload, directory);
    return machine_run(&payload, directory, count > 0 ? count - 1 : 0, arguments + 1);
}
