package org.arolang.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.arolang.cli.Version;
import org.arolang.cli.load.Loader;
import org.arolang.cli.load.Sources;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.runtime.repository.StoreFiles;

/** What {@code --verbose} tells of an application before it runs ([TOOL-110], [TOOL-407]). */
final class Introduction {

    private final Consumer<String> out;

    /** @param out takes the lines */
    Introduction(Consumer<String> out) {
        this.out = out;
    }

    /** Who speaks: {@code ARO Runtime}. */
    void tool(String name) {
        tool(name, 23);
    }

    /** @param rule how wide the line below is */
    void tool(String name, int rule) {
        out.accept(name + " v" + Version.NUMBER);
        out.accept("Build: " + Version.buildDate());
        out.accept("=".repeat(rule));
    }

    /** What the application is made of. */
    void discovered(Loader loader) {
        Sources sources = loader.sources();
        out.accept("Discovered application:");
        out.accept("  Root: " + sources.root());
        out.accept("  Source files: " + sources.paths().size());
        sources.paths().forEach(path -> out.accept("    - " + name(sources, path)));
        List<StoreFiles.Listing> stores = loader.stores().list();
        if (!stores.isEmpty()) {
            out.accept("  Store files: " + stores.size());
            stores.forEach(store -> out.accept(
                    "    - " + store.file() + " -> " + store.repository() + (store.writable() ? " (writable)" : " (read-only)")));
        }
        out.accept("");
    }

    void compiling(Sources sources) {
        sources.paths().forEach(path -> out.accept("Compiling: " + name(sources, path)));
        out.accept("");
    }

    void compiled(Sources sources) {
        out.accept("Compilation successful!");
        out.accept("Feature sets found:");
        for (Program program : sources.programs()) {
            for (FeatureSet featureSet : program.featureSets()) {
                out.accept("  - " + featureSet.name() + ": " + featureSet.activity());
            }
        }
        out.accept("");
    }

    /** A file below the application's directory relative to it, another one as it is. */
    private static String name(Sources sources, Path path) {
        Path shown = path.startsWith(sources.root()) ? sources.root().relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }
}
