package org.arolang.runtime.execution;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the runtime itself has to say, on standard error: diagnostics {@code [LEVEL] text} from a threshold on ([APP-151], [APP-152]) and
 * notices of services, which are always shown. Thread-safe.
 */
public final class Diagnostics {

    /** How grave a diagnostic is, least grave first. */
    public enum Level {
        TRACE, DEBUG, INFO, WARN, ERROR, FATAL;

        /** The level that {@code ARO_LOG_LEVEL} names; INFO when it names none. */
        static Level named(@Nullable String word) {
            if (word == null) {
                return INFO;
            }
            return switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "trace" -> TRACE;
                case "debug" -> DEBUG;
                case "warning", "warn" -> WARN;
                case "error" -> ERROR;
                case "fatal" -> FATAL;
                default -> INFO;
            };
        }
    }

    private final Console console;
    private final Level threshold;

    Diagnostics(Console console, Level threshold) {
        this.console = console;
        this.threshold = threshold;
    }

    static Diagnostics of(Console console, Options options) {
        return new Diagnostics(
                console, options.verbose() ? Level.DEBUG : Level.named(options.environment().get("ARO_LOG_LEVEL")));
    }

    public boolean shows(Level level) {
        return level.compareTo(threshold) >= 0;
    }

    public void log(Level level, String text) {
        if (shows(level)) {
            console.errorLine("[" + level + "] " + text);
        }
    }

    public void debug(String text) {
        log(Level.DEBUG, text);
    }

    public void info(String text) {
        log(Level.INFO, text);
    }

    public void warn(String text) {
        log(Level.WARN, text);
    }

    public void error(String text) {
        log(Level.ERROR, text);
    }

    /** Shows a service's notice, or another text of several lines, as it is. */
    public void notice(String text) {
        console.errorLine(text);
    }
}
