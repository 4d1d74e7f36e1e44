package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.agreement.OfferStatus;
import dev.truce.engine.round.Rules;
import dev.truce.engine.talk.Channel;
import dev.truce.engine.talk.Statement;
import dev.truce.match.Input;
import dev.truce.match.deed.HostAct;
import dev.truce.match.referee.Table;
import dev.truce.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * The hash of the true state after every round, apart from the record's chain: a new form of the record changes its chain, but
 * never a state. {@code -Dtest.jvm=-Dtruce.golden=refresh} writes the files again.
 */
class GoldenStatesTest {
    private static final Path FILES = Path.of("src", "test", "resources", "dev", "truce", "match", "record", "golden");

    private static final Rules FIRST = Rules.of(Scenarios.busan2025R1());

    private static void areAsBefore(String name, String now) throws IOException {
        if ("refresh".equals(System.getProperty("truce.golden"))) {
            Files.writeString(FILES.resolve(name), now, StandardCharsets.UTF_8);
        }
        assertThat(now).isEqualTo(Files.readString(FILES.resolve(name), StandardCharsets.UTF_8));
    }

    private static Consumer<Table> writer(StringBuilder text) {
        return table -> text.append(table.referee.reports().size())
                .append(' ')
                .append(table.referee.stateHash())
                .append('\n');
    }

    @Test
    void thoseOfTheGoldenMatchAreAsBefore() throws IOException {
        areAsBefore("match-states.txt", golden(Table.RULES));
    }

    private static String golden(Rules rules) {
        StringBuilder states = new StringBuilder();
        GoldenMatch.play(rules, writer(states));
        assertThat(states.toString().lines()).hasSize(13).doesNotHaveDuplicates();
        return states.toString();
    }

    @Test
    void thoseOfTheThirdRulesetAreAsBefore() throws IOException {
        areAsBefore("third-match-states.txt", golden(Table.THIRD));
        StringBuilder states = new StringBuilder();
        negotiated(Table.THIRD, 3, writer(states));
        areAsBefore("third-negotiated-states.txt", states.toString());
    }

    /** The files were written when there was no other ruleset, and nothing ever writes them again. */
    @Test
    void thoseOfTheFirstRulesetAreThoseFromBeforeThereWasAnother() throws IOException {
        assertThat(golden(FIRST)).isEqualTo(Files.readString(FILES.resolve("first-match-states.txt")));
        StringBuilder states = new StringBuilder();
        negotiated(FIRST, 8, writer(states));
        assertThat(states).hasToString(Files.readString(FILES.resolve("first-negotiated-states.txt")));
    }

    @Test
    void thoseOfANegotiatedMatchAreAsBefore() throws IOException {
        StringBuilder states = new StringBuilder();
        Table table = negotiated(Table.RULES, 8, writer(states));
        assertThat(states.toString().lines()).hasSize(7).doesNotHaveDuplicates();
        areAsBefore("negotiated-states.txt", states.toString());
        areAsBefore("negotiated.twg", Records.text(table.referee.record()));
    }

    /** Offers of every fate, words, a shock card, and notice given and taken back; {@code longest} is of an agreement, in rounds. */
    private static Table negotiated(Rules rules, int longest, Consumer<Table> write) {
        Table table = new Table(rules, Table.setup(6, 20_260_402), Table.terms(60_000));
        table.start();
        write.accept(table);

        table.seat("US").offers("truce 4");
        table.seat("CN").offers("deep " + longest);
        table.seat("US").says(Channel.PUBLIC, "We keep our word.", new Statement.Reassure());
        table.seat("CN").accepts("US-1");
        table.playRound("HOLD", "SOY=8");
        write.accept(table);
        assertThat(table.status("US-1")).isEqualTo(OfferStatus.ENTERED);

        table.seat("CN").withdraws("CN-1");
        table.seat("CN").offers("US.FENT=5 CN.SOY=8 for " + Math.min(longest, 4));
        table.seat("US").counters("CN-2", "US.FENT=5 CN.SOY=9 for 3 communique");
        table.seat("CN").says(Channel.PUBLIC, "", new Statement.Warn());
        table.playRound("FENT=5", "HOLD");
        write.accept(table);

        table.seat("CN").refuses("US-2");
        table.seat("US").givesNotice(true);
        table.seat("US").givesNotice(false);
        table.seat("CN").givesNotice(true);
        table.playRound("PORT=80; PACE=0", "ENFORCE=1");
        write.accept(table);

        table.seat("US").offers("renewal 4");
        table.hand(new Input.Hosts(new HostAct.PlayCard(4, "market-panic")));
        table.playRound("RECIP=54", "REE7=tight");
        write.accept(table);
        table.playRound("HOLD", "HOLD");
        write.accept(table);
        table.playRound("RECIP=10", "REE7=licensed");
        write.accept(table);

        assertThat(table.referee.isOver()).isTrue();
        return table;
    }
}
