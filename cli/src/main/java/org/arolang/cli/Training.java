package org.arolang.cli;

/** What is run once after a build so that it is fast at the next start: the classes it uses go into the AOT cache. */
final class Training {

    private Training() {}

    static int run(Surroundings around) {
        return Main.run(java.util.List.of("--version"), around);
    }
}
