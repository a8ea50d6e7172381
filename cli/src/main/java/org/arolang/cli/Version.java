package org.arolang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.jar.Manifest;

/** The version of this tool and when it was built ([TOOL-5]). */
public final class Version {

    public static final String NUMBER = "0.1.0";

    private static final String BUILD_TIME = "Build-Time";

    private Version() {}

    /** The time of the build, ISO 8601 in UTC: what its jar says, else when its classes were made. */
    public static String buildDate() {
        URL self = Version.class.getResource("Version.class");
        if (self == null) {
            return "unknown";
        }
        try {
            String address = self.toString();
            int inJar = address.indexOf("!/");
            if (inJar < 0) {
                return Files.getLastModifiedTime(Path.of(URI.create(address))).toInstant().truncatedTo(ChronoUnit.SECONDS).toString();
            }
            URLConnection manifest = URI.create(address.substring(0, inJar) + "!/META-INF/MANIFEST.MF").toURL().openConnection();
            try (InputStream content = manifest.getInputStream()) {
                String time = new Manifest(content).getMainAttributes().getValue(BUILD_TIME);
                return time == null ? "unknown" : time;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
