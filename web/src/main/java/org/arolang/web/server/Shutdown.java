package org.arolang.web.server;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.arolang.runtime.execution.Activation;
import org.arolang.web.request.RequestTrigger;
import org.jspecify.annotations.Nullable;

/** Stops a server ([WEB-260]): what has been accepted is answered, within five seconds. */
final class Shutdown {

    private static final long TIME = TimeUnit.SECONDS.toNanos(5);
    private static final long FAREWELL = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(2);

    private final Server server;
    private final Vertx vertx;
    private final boolean insideRequest;

    /** @param activation the execution that stops it; when it answers a request itself, that request is not waited for */
    Shutdown(Server server, Vertx vertx, @Nullable Activation activation) {
        this.server = server;
        this.vertx = vertx;
        boolean inside = false;
        for (Activation cause = activation; cause != null; cause = cause.cause()) inside |= cause.trigger() instanceof RequestTrigger;
        this.insideRequest = inside;
    }

    void run() {
        long deadline = System.nanoTime() + TIME;
        server.stopping();
        for (ServerLoop loop : server.loops()) loop.stopListening(TimeUnit.NANOSECONDS.toSeconds(TIME));
        for (ServerLoop loop : server.loops()) loop.context().runOnContext(_ -> loop.closeIdle());
        server.streams().endAll();
        server.sockets().closeAll();
        waitFor(() -> server.busy() <= (insideRequest ? 1 : 0) && server.sockets().isQuiet(), deadline);
        // Clients that answer the close frame are given a moment to read it.
        waitFor(() -> server.sockets().channels() == 0 && server.streams().count() == 0,
                Math.min(deadline, System.nanoTime() + FAREWELL));
        waitFor(() -> writing() == 0, deadline);
        server.sockets().disable();
        server.streams().clear();
        if (insideRequest) {
            Thread.ofVirtual().start(() -> {
                waitFor(() -> server.busy() == 0 && writing() == 0, deadline);
                close();
            });
        } else {
            close();
        }
    }

    private void close() {
        for (ServerLoop loop : server.loops()) loop.context().runOnContext(_ -> loop.abortAll());
        quietly(vertx.close());
    }

    /** Connections with answers on their way. */
    private int writing() {
        int writing = 0;
        for (ServerLoop loop : server.loops()) {
            Promise<Integer> answer = Promise.promise();
            loop.context().runOnContext(_ -> answer.complete(loop.writing()));
            try {
                writing += HttpService.await(answer.future());
            } catch (ExecutionException _) {
                // A loop that does not answer writes nothing.
            }
        }
        return writing;
    }

    /** A condition that is looked at again and again. */
    private interface Condition {
        boolean holds();
    }

    private static void waitFor(Condition condition, long deadline) {
        boolean interrupted = false;
        while (!condition.holds() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static void quietly(io.vertx.core.Future<?> future) {
        try {
            HttpService.await(future);
        } catch (ExecutionException _) {
            // What cannot be closed is closed with the process.
        }
    }
}
