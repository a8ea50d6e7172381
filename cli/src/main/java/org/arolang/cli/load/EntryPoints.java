package org.arolang.cli.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;

/** The rules about feature sets of which an application has at most one ([APP-5] to [APP-7]). */
final class EntryPoints {

    private final Sources sources;

    EntryPoints(Sources sources) {
        this.sources = sources;
    }

    /**
     * @throws LoadError for the first rule that is broken
     */
    void check(String entryPoint, Set<String> operations) {
        checkAtMostOne(entryPoint, operations);
        if (filesWith(featureSet -> featureSet.name().equals(entryPoint)).isEmpty()) {
            throw new LoadError("Runtime error: Entry point not found: '" + entryPoint + "'");
        }
    }

    /**
     * The same for an application that need not have an entry point: one whose tests are run.
     *
     * @throws LoadError for the first rule that is broken
     */
    void checkAtMostOne(String entryPoint, Set<String> operations) {
        List<Path> starts = filesWith(featureSet -> featureSet.name().equals(entryPoint));
        if (starts.size() > 1) {
            throw new LoadError(several(entryPoint, starts, "An application has exactly one entry point."));
        }
        for (String activity : List.of("Success", "Error")) {
            List<Path> ends = filesWith(
                    featureSet -> featureSet.name().equals("Application-End") && featureSet.activity().equals(activity));
            if (ends.size() > 1) {
                throw new LoadError(several("Application-End: " + activity, ends, "An application has at most one."));
            }
        }
        uniqueNames(operations);
    }

    private interface Selection {
        boolean accepts(FeatureSet featureSet);
    }

    /** The application's own files with such a feature set, a file once for each. */
    private List<Path> filesWith(Selection selection) {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < sources.programs().size(); i++) {
            Program program = sources.programs().get(i);
            if (!sources.imported().contains(program.file())) {
                Path path = sources.paths().get(i);
                program.featureSets().stream().filter(selection::accepts).forEach(featureSet -> files.add(path));
            }
        }
        return files;
    }

    private String several(String what, List<Path> files, String rule) {
        Path root = sources.root();
        Set<String> folders = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (Path file : files) {
            Path relative = root.relativize(file);
            names.add(relative.toString());
            if (relative.getNameCount() > 1) {
                folders.add(relative.getName(0).toString());
            }
        }
        String contains = "Error: Invalid configuration: '" + sources.name() + "' contains " + files.size() + " '" + what
                + "' feature sets";
        if (folders.isEmpty()) {
            return contains + " in " + String.join(", ", names) + ". " + rule;
        }
        return contains + " across " + String.join(", ", folders)
                + ". This directory contains separate applications, not a single app. Try: aro run "
                + root.resolve(folders.iterator().next());
    }

    /** Names by which feature sets are looked up belong to one feature set ([APP-7]). */
    private void uniqueNames(Set<String> operations) {
        Map<String, Path> first = new HashMap<>();
        for (int i = 0; i < sources.programs().size(); i++) {
            Program program = sources.programs().get(i);
            if (sources.imported().contains(program.file())) {
                continue;
            }
            Path path = sources.root().relativize(sources.paths().get(i));
            for (FeatureSet featureSet : program.featureSets()) {
                if (operations.contains(featureSet.name())) {
                    Path other = first.putIfAbsent(featureSet.name(), path);
                    if (other != null && !other.equals(path)) {
                        throw new LoadError("Error: Invalid configuration: duplicate feature set name '" + featureSet.name() + "' in "
                                + other + ", " + path);
                    }
                }
            }
        }
    }
}
