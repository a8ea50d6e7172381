package org.arolang.compiler.link;

import java.util.List;

/**
 * Stand-ins for the C library that an executable is linked against: empty functions under the right names and versions.
 *
 * <p>So the building machine needs no C library to link with, and the executable asks for the oldest version of each
 * function, at most glibc 2.17, whatever glibc the building machine has.
 *
 * @param soname    the library's name at run time
 * @param versions  from the oldest to the newest
 */
record LibcStubs(String soname, List<Version> versions) {

    /** The functions that appeared with one version. */
    record Version(String name, List<String> functions, List<String> variables) {
    }

    static final List<LibcStubs> ALL = List.of(
            new LibcStubs("libc.so.6", List.of(
                    new Version("GLIBC_2.2.5", words("""
                        __libc_start_main __cxa_atexit __errno_location _exit
                        malloc calloc free memcmp memmove memset strlen strcmp strncmp strchr strstr strdup strerror
                        snprintf vsnprintf getenv setenv unsetenv
                        mmap munmap madvise
                        open close read pread write pwrite ftruncate flock mkdir readlink
                        readdir closedir fstatvfs
                        syscall sysconf geteuid getpid time usleep
                        pthread_attr_init pthread_attr_setstacksize
                        """), List.of("environ")),
                    new Version("GLIBC_2.4", words("openat mkdirat renameat unlinkat fdopendir"), List.of()),
                    new Version("GLIBC_2.6", words("futimens"), List.of()),
                    new Version("GLIBC_2.14", words("memcpy"), List.of()))),
            new LibcStubs("libpthread.so.0", List.of(
                    new Version("GLIBC_2.2.5", words("pthread_create pthread_join"), List.of()))),
            new LibcStubs("libdl.so.2", List.of(
                    new Version("GLIBC_2.2.5", words("dlopen dlsym dlerror"), List.of()))),
            // What LLVM may call for a program's arithmetic.
            new LibcStubs("libm.so.6", List.of(
                    new Version("GLIBC_2.2.5", words("fmod pow floor ceil trunc rint nearbyint round fmin fmax"), List.of()))));

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    /** The library as LLVM IR. */
    String ir() {
        var ir = new StringBuilder("target triple = \"x86_64-unknown-linux-gnu\"\n");
        for (Version version : versions) {
            for (String function : version.functions) ir.append("define void @\"").append(function).append("\"() { ret void }\n");
            for (String variable : version.variables) ir.append("@").append(variable).append(" = global ptr null\n");
        }
        return ir.toString();
    }

    /** The version script for the linker. */
    String versionScript() {
        var script = new StringBuilder();
        for (Version version : versions) {
            script.append(version.name).append(" { global:");
            for (String function : version.functions) script.append(' ').append(function).append(';');
            for (String variable : version.variables) script.append(' ').append(variable).append(';');
            script.append(" };\n");
        }
        return script.toString();
    }
}
