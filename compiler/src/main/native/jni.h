// The few functions of the Java Native Interface that the launcher calls. The tables' order is fixed by its specification.
#pragma once

#include "types.h"

#define JNI_VERSION_10 0x000a0000

typedef void *jobject;
typedef void *jmethod;
typedef const void *const **jenv; // points to the table of functions
typedef const void *const **jvm;

struct jvm_option { const char *text; void *extra; };
struct jvm_arguments { int32_t version, count; const struct jvm_option *options; uint8_t ignore_unrecognized; };
typedef int32_t jvm_create(jvm *machine, jenv *env, struct jvm_arguments *arguments);

static inline jobject jni_find_class(jenv env, const char *name) {
    return ((jobject (*)(jenv, const char *))(*env)[6])(env, name);
}
static inline void jni_describe_exception(jenv env) {
    ((void (*)(jenv))(*env)[16])(env);
}
static inline void jni_clear_exception(jenv env) {
    ((void (*)(jenv))(*env)[17])(env);
}
static inline jmethod jni_static_method(jenv env, jobject class, const char *name, const char *descriptor) {
    return ((jmethod (*)(jenv, jobject, const char *, const char *))(*env)[113])(env, class, name, descriptor);
}
static inline jobject jni_new_string(jenv env, const uint16_t *text, int32_t length) {
    return ((jobject (*)(jenv, const uint16_t *, int32_t))(*env)[163])(env, text, length);
}
static inline jobject jni_new_array(jenv env, int32_t length, jobject class) {
    return ((jobject (*)(jenv, int32_t, jobject, jobject))(*env)[172])(env, length, class, NULL);
}
static inline void jni_set_element(jenv env, jobject array, int32_t index, jobject element) {
    ((void (*)(jenv, jobject, int32_t, jobject))(*env)[174])(env, array, index, element);
}
static inline int jni_has_exception(jenv env) {
    return ((uint8_t (*)(jenv))(*env)[228])(env);
}
struct jni_native { const char *name, *descriptor; void *function; };
static inline int jni_register_natives(jenv env, jobject class, const struct jni_native *methods, int32_t count) {
    return ((int32_t (*)(jenv, jobject, const struct jni_native *, int32_t))(*env)[215])(env, class, methods, count);
}
typedef void jni_call_static_void(jenv env, jobject class, jmethod method, ...);
static inline jni_call_static_void *jni_call_static_void_of(jenv env) {
    return (jni_call_static_void *)(*env)[141];
}
static inline void jvm_destroy(jvm machine) {
    ((int32_t (*)(jvm))(*machine)[3])(machine);
}
