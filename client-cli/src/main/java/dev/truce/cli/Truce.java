package dev.truce.cli;

/** The one program: finds the command in its arguments and runs it. */
public final class Truce {
    private Truce() {}

    /** Prints the version; the commands are still to come. */
    public static void main(String[] args) {
        String version = Truce.class.getPackage().getImplementationVersion();
        System.out.println("truce " + (version == null ? "from classes" : version));
    }
}
