#include "environment.h"

#include "libc.h"

// Options that the user set for all Java programs: to this one they do not apply, and the machine would announce them on
// standard error. Their names are spoilt while the machine starts, then put back.
static const char *const java_variables[] = {"JAVA_TOOL_OPTIONS=", "JDK_JAVA_OPTIONS=", "_JAVA_OPTIONS=",
                                             "JDK_AOT_VM_OPTIONS=", "CLASSPATH="};
#define JAVA_VARIABLES (sizeof java_variables / sizeof *java_variables)
static char *hidden_variables[JAVA_VARIABLES];

static void hide_java_variables(void) {
    for (char **variable = environ; variable && *variable; variable++) {
        for (size_t i = 0; i < JAVA_VARIABLES; i++) {
            if (strncmp(*variable, java_variables[i], strlen(java_variables[i])) != 0) continue;
            **variable = '#';
            hidden_variables[i] = *variable;
        }
    }
}

// Without a locale Java takes file names and output for ASCII. Then, and only while it starts, it sees a locale that
// means UTF-8 and nothing else.
static const char *const locale_variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
static char *old_all, *old_ctype;
static int changed_locale;

static void choose_locale(void) {
    for (size_t i = 0; i < sizeof locale_variables / sizeof *locale_variables; i++) {
        const char *value = getenv(locale_variables[i]);
        if (value == NULL || *value == 0) continue;
        if (strcmp(value, "C") != 0 && strcmp(value, "POSIX") != 0) return;
        break;
    }
    const char *all = getenv("LC_ALL"), *ctype = getenv("LC_CTYPE");
    old_all = all ? strdup(all) : NULL;
    old_ctype = ctype ? strdup(ctype) : NULL;
    unsetenv("LC_ALL");
    setenv("LC_CTYPE", "C.UTF-8", 1);
    changed_locale = 1;
}

static void restore(const char *name, const char *value) {
    if (value) setenv(name, value, 1);
    else unsetenv(name);
}

void environment_prepare(void) {
    hide_java_variables();
    choose_locale();
}

void environment_restore(void) {
    if (changed_locale) {
        restore("LC_ALL", old_all);
        restore("LC_CTYPE", old_ctype);
    }
    for (size_t i = 0; i < JAVA_VARIABLES; i++) {
        if (hidden_variables[i]) *hidden_variables[i] = *java_variables[i];
    }
}
