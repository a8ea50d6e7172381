package org.arolang.runtime.execution;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.arolang.runtime.value.ObjectValue;
import org.jspecify.annotations.Nullable;

/** The services of an application by name, and its active event sources ([APP-25]). Thread-safe. */
public final class Services {

    private final Application application;
    private final Map<String, Service> byName = new ConcurrentHashMap<>();
    private final List<Service> services = new CopyOnWriteArrayList<>();
    private final AtomicInteger sources = new AtomicInteger();
    private volatile boolean hasServed;

    Services(Application application) {
        this.application = application;
    }

    /** Makes a service known under its names. */
    public void register(Service service) {
        services.add(service);
        for (String name : service.names()) {
            byName.put(name, service);
        }
    }

    /** The service of that name, in any case; null when there is none. */
    public @Nullable Service find(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    /** Starts a service; one that nobody knows just succeeds ([WEB] section 3). */
    public Object start(Activation activation, Service.Request request) {
        Service service = find(request.name());
        Object result = service == null ? confirmation(request) : service.start(activation, request);
        application.logs().happened("service.started", () -> ObjectValue.of("serviceName", request.name()));
        return result;
    }

    /** Stops a service; one that nobody knows just succeeds. */
    public Object stop(Activation activation, Service.Request request) {
        Service service = find(request.name());
        Object result = service == null ? confirmation(request) : service.stop(activation, request);
        application.logs().happened("service.stopped", () -> ObjectValue.of("serviceName", request.name()));
        return result;
    }

    private static ObjectValue confirmation(Service.Request request) {
        return ObjectValue.of("serverType", request.name(), "success", true);
    }

    /** Says that something has begun that brings events from outside, so that {@code Keepalive} waits for a signal. */
    public void sourceStarted() {
        sources.incrementAndGet();
        hasServed = true;
    }

    /** Says that one has ended. */
    public void sourceStopped() {
        sources.decrementAndGet();
    }

    /** How many event sources are active. */
    public int eventSources() {
        return sources.get();
    }

    /** Whether there has been an event source: the application counts as one that serves ([DEC-30]). */
    public boolean hasServed() {
        return hasServed;
    }

    /** Stops what the program did not stop, the last registered first ([APP-29]). */
    void stopAll() {
        for (Service service : services.reversed()) {
            if (service.isRunning()) {
                String name = service.names().iterator().next();
                try {
                    service.stop(null, Service.Request.end(name));
                    application.logs().happened("service.stopped", () -> ObjectValue.of("serviceName", name));
                } catch (OutputClosed closed) {
                    throw closed;
                } catch (RuntimeException failure) {
                    application.diagnostics().error("Cannot stop " + name + ": " + failure.getMessage());
                }
            }
        }
    }
}
