#include "machine.h"

#include "environment.h"
#include "fail.h"
#include "jni.h"
#include "libc.h"
#include "place.h"
#include "utf16.h"

#define STACK_SIZE (8ul << 20)
#define MOST_OPTIONS 256
#define DIRECTORY "${dir}"

// From the program: its functions' table, defined by its LLVM IR, and its archive, put in by the linker.
extern const void *const aro_functions[];
extern const uint8_t _binary_program_bin_start[], _binary_program_bin_end[];

struct run {
    const struct payload *payload;
    const char *directory;
    int count;
    char **arguments;
    int exit_code;
};

// An option with the place of the payload filled in.
static const char *expand(const char *option, const char *directory) {
    const char *hole = strstr(option, DIRECTORY);
    if (hole == NULL) return option;
    size_t size = strlen(option) + strlen(directory) + 1;
    char *text = malloc(size);
    if (text == NULL) fail("out of memory.");
    snprintf(text, size, "%.*s%s%s", (int)(hole - option), option, directory, hole + strlen(DIRECTORY));
    return text;
}

// The options of the payload, then those of ARO_JAVA_OPTS (separated by spaces), which therefore win.
static int collect_options(const struct run *run, struct jvm_option *options) {
    const struct payload *payload = run->payload;
    int count = 0;
    for (uint32_t i = 0; i < payload->header->options && count < MOST_OPTIONS; i++) {
        options[count++].text = expand(payload->strings + payload->options[i], run->directory);
    }
    char *extra = getenv("ARO_JAVA_OPTS");
    extra = extra ? strdup(extra) : NULL;
    while (extra && *extra && count < MOST_OPTIONS) {
        while (*extra == ' ') extra++;
        char *end = strchr(extra, ' ');
        if (end) *end = 0;
        if (*extra) options[count++].text = extra;
        extra = end ? end + 1 : NULL;
    }
    return count;
}

static jobject java_arguments(jenv env, const struct run *run) {
    jobject array = jni_new_array(env, run->count, jni_find_class(env, "java/lang/String"));
    for (int i = 0; i < run->count; i++) {
        uint16_t *text = malloc((strlen(run->arguments[i]) + 1) * sizeof *text);
        if (text == NULL) fail("out of memory.");
        int32_t length = utf16_from_utf8(text, run->arguments[i]);
        jni_set_element(env, array, i, jni_new_string(env, text, length));
        free(text);
    }
    return array;
}

// Calls one of the program's functions. The program may do that through Java's foreign-function interface as well, which
// is faster once warm, but costs tens of milliseconds at the start.
static int32_t step(jenv env, jobject class, int64_t function, int64_t frame, int32_t pc) {
    (void)env, (void)class;
    return ((int32_t (*)(void *, int32_t))function)((void *)frame, pc);
}

// When the main class declares `static native int step(long function, long frame, int pc)`, it gets the one above.
static void register_step(jenv env, jobject class) {
    static const struct jni_native method = {"step", "(JJI)I", step};
    if (jni_static_method(env, class, method.name, method.descriptor) == NULL) jni_clear_exception(env);
    else jni_register_natives(env, class, &method, 1);
}

static void *run_machine(void *argument) {
    struct run *run = argument;
    char library_path[PATH_SIZE + 64];
    snprintf(library_path, sizeof library_path, "%s/rt/lib/server/libjvm.so", run->directory);
    void *library = dlopen(library_path, RTLD_NOW | RTLD_GLOBAL);
    if (library == NULL) fail("this program's runtime cannot be loaded: %s", dlerror());
    jvm_create *create = dlsym(library, "JNI_CreateJavaVM");
    if (create == NULL) fail("this program's runtime is damaged: %s", dlerror());

    static struct jvm_option options[MOST_OPTIONS];
    struct jvm_arguments arguments = {JNI_VERSION_10, collect_options(run, options), options, 0};
    jvm machine;
    jenv env;
    environment_prepare();
    if (create(&machine, &env, &arguments)) fail("this program's runtime did not start; the lines above, if any, say why. When ARO_JAVA_OPTS is set, check its value.");
    environment_restore();

    jobject class = jni_find_class(env, run->payload->strings + run->payload->header->main_class);
    jmethod main = class ? jni_static_method(env, class, "main", "(JJJ[Ljava/lang/String;)V") : NULL;
    if (main) {
        register_step(env, class);
        int64_t archive_size = _binary_program_bin_end - _binary_program_bin_start;
        jni_call_static_void_of(env)(env, class, main, (int64_t)aro_functions, (int64_t)_binary_program_bin_start,
                                     archive_size, java_arguments(env, run));
    }
    if (jni_has_exception(env)) {
        jni_describe_exception(env);
        run->exit_code = 1;
    }
    jvm_destroy(machine);
    return NULL;
}

// On a thread of its own: the first thread's stack has a size that the user's limits set, and the machine dislikes it.
int machine_run(const struct payload *payload, const char *directory, int count, char **arguments) {
    struct run run = {payload, directory, count, arguments, 0};
    pthread_attr_t attributes;
    pthread_t thread;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK_SIZE);
    int failure = pthread_create(&thread, &attributes, run_machine, &run);
    if (failure) fail("no thread could be started: %s", strerror(failure));
    pthread_join(thread, NULL);
    return run.exit_code;
}
