package org.arolang.web.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.file.FileSystemOptions;
import java.util.concurrent.TimeUnit;

/** Makes Vert.x as small as a server needs it: event loops and nothing else. */
final class EventLoops {

    private EventLoops() {}

    static Vertx start() {
        // Read once when Vert.x is loaded; none of these has another switch.
        for (String property : new String[]{"vertx.disableDnsResolver", "vertx.disableMetrics", "vertx.disableContextTimings",
            "vertx.disableTCCL"}) {
            if (System.getProperty(property) == null) System.setProperty(property, "true");
        }
        VertxOptions options = new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors()).setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1).setBlockedThreadCheckInterval(1).setBlockedThreadCheckIntervalUnit(TimeUnit.DAYS)
                .setAddressResolverOptions(new AddressResolverOptions())
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
        return Vertx.vertx(options);
    }
}
