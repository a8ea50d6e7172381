package org.arolang.runtime.repository;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.arolang.language.check.FeatureSetKind;
import org.arolang.runtime.Failure;
import org.arolang.runtime.execution.Activation;
import org.arolang.runtime.execution.Application;
import org.arolang.runtime.execution.ContextName;
import org.arolang.runtime.execution.EventTrigger;
import org.arolang.runtime.execution.Handlers;
import org.arolang.runtime.value.ListValue;
import org.arolang.runtime.value.ObjectValue;
import org.arolang.runtime.value.Origins;
import org.arolang.runtime.value.StreamValue;
import org.arolang.runtime.value.Text;
import org.jspecify.annotations.Nullable;

/**
 * The repositories of an application by name, and what their changes set off: each change is published after it can be seen, and whoever
 * makes it waits for the observers ([APP-121]). Thread-safe.
 */
public final class Repositories {

    private final Application application;
    private final LongSupplier clock;
    private final Map<String, Repository> byName = new ConcurrentHashMap<>();
    private volatile Map<String, Handlers> observers = Map.of();
    private volatile Map<String, Handlers> evictionHandlers = Map.of();
    private volatile @Nullable StoreFiles files;

    public Repositories(Application application) {
        this(application, System::nanoTime);
    }

    Repositories(Application application, LongSupplier clock) {
        this.application = application;
        this.clock = clock;
    }

    /** The repository of that name, which is made when it does not exist ([APP-98]). */
    public Repository named(String name) {
        Repository known = byName.get(name);
        return known != null ? known : byName.computeIfAbsent(name, _ -> new Repository(name, clock));
    }

    /** Registers the observers of the installed program. */
    public void install() {
        Map<String, Handlers> observing = new HashMap<>();
        Map<String, Handlers> evicting = new HashMap<>();
        application.program().forEach(code -> {
            switch (code.kind()) {
                case FeatureSetKind.RepositoryObserver observer -> observing.computeIfAbsent(
                        observer.repository(),
                        name -> application.events().group(
                                other -> other.kind() instanceof FeatureSetKind.RepositoryObserver same && same.repository().equals(name)));
                case FeatureSetKind.EvictionHandler handler -> evicting.computeIfAbsent(
                        handler.repository(),
                        name -> application.events().group(
                                other -> other.kind() instanceof FeatureSetKind.EvictionHandler same && same.repository().equals(name)));
                default -> {
                }
            }
        });
        observers = Map.copyOf(observing);
        evictionHandlers = Map.copyOf(evicting);
    }

    /** Seeds repositories from their files, without events, and keeps the writable ones up to date from now on ([APP-130]). */
    public void seed(StoreFiles storeFiles) {
        files = storeFiles;
        storeFiles.seed(this, application.diagnostics());
    }

    /** Writes what has changed to the store files. */
    public void flush() {
        StoreFiles known = files;
        if (known != null) {
            known.flush();
        }
    }

    /**
     * Stores a value as the statement Store does: lists element by element, recency lists oldest first, each with its events before the
     * next ([APP-101], [APP-102]).
     *
     * @return what storing the last one did; null for an empty list
     */
    public @Nullable StoreOutcome store(Activation activation, Repository repository, Object value) {
        if (!(value instanceof ListValue list)) {
            return storeOne(activation, repository, value, false);
        }
        StoreOutcome last = null;
        if (list.isRecency()) {
            for (int i = list.size() - 1; i >= 0; i--) {
                last = storeOne(activation, repository, list.get(i), true);
            }
            return last;
        }
        Iterator<Object> elements = list.iterator();
        try {
            while (elements.hasNext()) {
                last = storeOne(activation, repository, elements.next(), false);
            }
        } finally {
            StreamValue.close(elements);
        }
        return last;
    }

    private StoreOutcome storeOne(Activation activation, Repository repository, Object value, boolean recent) {
        Object plain = Origins.dropped(value);
        StoreOutcome outcome = recent
                ? repository.storeRecent(plain, activation.notes())
                : repository.store(plain, activation.notes());
        for (Object record : outcome.evicted()) {
            evicted(activation, repository, record);
        }
        switch (outcome.kind()) {
            case CREATED -> changed(activation, repository, "created", null, outcome.stored());
            case UPDATED -> changed(activation, repository, "updated", outcome.old(), outcome.stored());
            case UNCHANGED -> {
            }
        }
        return outcome;
    }

    /** Deletes the records that pass a test, with one event for each ([APP-114], [APP-120]). */
    public ListValue delete(Activation activation, Repository repository, Predicate<Object> test, List<Repository.Probe> probes) {
        ListValue removed = repository.delete(test, probes, activation.notes());
        for (Object record : removed) {
            changed(activation, repository, "deleted", record, null);
        }
        return removed;
    }

    /** Empties a repository as the statement Clear does, with one event ([APP-114], [APP-153]). */
    public void clear(Activation activation, Repository repository) {
        repository.clear(activation.notes());
        changed(activation, repository, "deleted", null, null);
    }

    /**
     * Sets a limit of a repository ([APP-116]).
     *
     * @throws Failure when the setting or its value is none
     */
    public void configure(Repository repository, String setting, Object value) {
        switch (setting) {
            case "ttl" -> {
                double seconds = value instanceof Long || value instanceof Double ? ((Number) value).doubleValue() : 0;
                if (!(seconds > 0)) {
                    throw invalid(repository, setting, value, "");
                }
                repository.limitAge(seconds);
            }
            case "maxSize" -> {
                if (!(value instanceof Long records) || records < 1) {
                    throw invalid(repository, setting, value, "");
                }
                repository.limitSize(records);
            }
            default -> throw invalid(repository, setting, value, ". Valid values: maxSize, ttl");
        }
    }

    private static Failure invalid(Repository repository, String setting, Object value, String more) {
        return new Failure("Invalid value '" + Text.of(value) + "' for " + repository.name() + ": " + setting + more);
    }

    private void changed(
            Activation activation, Repository repository, String change, @Nullable Object oldValue, @Nullable Object newValue) {
        Handlers handlers = observers.get(repository.name());
        boolean logged = application.logs().isActive();
        if (handlers == null && !logged) {
            return;
        }
        Object record = newValue != null ? newValue : oldValue;
        ObjectValue.Builder builder = new ObjectValue.Builder(8);
        builder.put("changeType", change).put("repositoryName", repository.name()).put("timestamp", Instant.now());
        String id = record == null ? null : StoreOutcome.entityId(record);
        if (id != null) {
            builder.put("entityId", id);
        }
        if (oldValue != null) {
            builder.put("oldValue", oldValue);
        }
        if (newValue != null) {
            builder.put("newValue", newValue);
        }
        ObjectValue event = builder.build();
        if (logged) {
            application.logs().happened("repository.changed", () -> event);
        }
        if (handlers != null) {
            ObjectValue guarded = newValue instanceof ObjectValue object
                    ? object
                    : oldValue instanceof ObjectValue object ? object : null;
            handlers.deliver(activation, guarded, () -> new EventTrigger(ContextName.EVENT, event, guarded));
        }
    }

    private void evicted(Activation activation, Repository repository, Object record) {
        Handlers handlers = evictionHandlers.get(repository.name());
        boolean logged = application.logs().isActive();
        if (handlers == null && !logged) {
            return;
        }
        ObjectValue event = ObjectValue.of(
                "evictedItem", record,
                "reason", "maxSize",
                "repositoryName", repository.name(),
                "timestamp", System.currentTimeMillis() / 1000.0);
        if (logged) {
            application.logs().happened("repository.evicted", () -> event);
        }
        if (handlers != null) {
            ObjectValue guarded = record instanceof ObjectValue object ? object : event;
            handlers.deliver(activation, guarded, () -> new EventTrigger(ContextName.EVENT, event, record));
        }
    }
}
