package org.arolang.language.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.arolang.language.source.SourceFile;
import org.arolang.language.tree.FeatureSet;
import org.arolang.language.tree.Program;
import org.arolang.language.tree.Result;
import org.arolang.language.tree.Statement;
import org.jspecify.annotations.Nullable;

/** What all files of the application declare together ([SYN-703]): checks that look up a name of another feature set ask here. */
final class Inventory {

    /** A feature set with its file and kind; {@code index} counts the feature sets of the application. */
    record Member(int index, SourceFile file, FeatureSet featureSet, FeatureSetKind kind, Problems problems) {

        int line() {
            return file.lineOf(featureSet.headerSpan().start());
        }
    }

    private final Environment environment;
    private final List<Member> members = new ArrayList<>();
    private final Map<String, Member> actions = new LinkedHashMap<>();
    private final Set<String> activities = new HashSet<>();
    private final Set<String> sharedNames = new HashSet<>();

    Inventory(Application application) {
        environment = application.environment();
        for (Program program : application.programs()) {
            Problems problems = new Problems(program.file());
            for (FeatureSet featureSet : program.featureSets()) {
                FeatureSetKind kind = Kinds.of(featureSet, environment.entryPoint(), environment.operations());
                Member member = new Member(members.size(), program.file(), featureSet, kind, problems);
                members.add(member);
                activities.add(Kinds.activityWithoutSuffix(featureSet.activity()));
                if (kind instanceof FeatureSetKind.UserAction) {
                    actions.putIfAbsent(featureSet.name(), member);
                }
                TreeWalk.statements(featureSet.body(), this::collectShared);
            }
        }
    }

    Environment environment() {
        return environment;
    }

    /** All feature sets in source order. */
    List<Member> members() {
        return members;
    }

    /** The feature sets file by file, in source order. */
    Map<SourceFile, List<Member>> byFile() {
        Map<SourceFile, List<Member>> files = new LinkedHashMap<>();
        for (Member member : members) {
            files.computeIfAbsent(member.file(), file -> new ArrayList<>()).add(member);
        }
        return files;
    }

    /** The first user-defined action of each name. */
    Map<String, Member> actions() {
        return actions;
    }

    /** Whether a feature set handles {@code event}; guards do not matter ([SYN-736]). */
    boolean handles(String event) {
        return activities.contains(event + " Handler");
    }

    /** Whether {@code name} can come from another feature set: published, or configured application-wide ([APP-53]). */
    boolean isShared(String name) {
        return sharedNames.contains(name);
    }

    /** The shape that the schema {@code name} promises; null when the contract does not tell. */
    @Nullable
    Shape schema(String name) {
        Set<String> fields = environment.schemas().get(name);
        if (fields == null) {
            return null;
        }
        Map<String, Shape> known = new HashMap<>();
        fields.forEach(field -> known.put(field, Shape.ANYTHING));
        return new Shape(known, false, null);
    }

    private void collectShared(Statement statement) {
        if (statement instanceof Statement.Publish publish) {
            sharedNames.add(publish.external());
        } else if (statement instanceof Statement.Action action
                && action.result() instanceof Result.Noun result
                && action.verb().toLowerCase(Locale.ROOT).equals("configure")) {
            sharedNames.add(result.reference().base());
        }
    }
}
