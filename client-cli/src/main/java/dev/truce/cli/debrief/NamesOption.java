package dev.truce.cli.debrief;

import dev.truce.story.debrief.ClassTables;
import dev.truce.story.debrief.TableNames;
import picocli.CommandLine.Option;

/** Says how a debrief calls those who sat at the tables. */
final class NamesOption {
    @Option(
            names = "--names",
            paramLabel = "off|pseudonym",
            descriptionKey = "option.debrief.names",
            defaultValue = "pseudonym")
    private TableNames.Mode mode = TableNames.Mode.PSEUDONYM;

    TableNames of(ClassTables tables) {
        return mode == TableNames.Mode.OFF ? TableNames.off() : TableNames.ofRecords();
    }
}
