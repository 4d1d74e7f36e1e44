package dev.truce.cli;

import dev.truce.cli.economy.EconomyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The one program: finds the command in its arguments and runs it. */
@Command(
        name = "truce",
        mixinStandardHelpOptions = true,
        versionProvider = Truce.Version.class,
        subcommands = EconomyCommand.class)
public final class Truce {
    private Truce() {}

    /** Runs the command that the arguments name; the exit code is 0, 1 when it refused, 2 for wrong usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Truce()).execute(args));
    }

    /** The version in the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Truce.class.getPackage().getImplementationVersion();
            return new String[] {"truce " + (version == null ? "from classes" : version)};
        }
    }
}
