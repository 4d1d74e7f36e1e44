package dev.truce.cli.option;

/** What the program says about itself. */
public final class Program {
    private Program() {}

    /** Returns the version in the jar, or a word that says that there is none. */
    public static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "from-classes" : version;
    }
}
