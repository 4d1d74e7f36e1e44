package dev.truce.cli.play;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.cli.fault.FaultException;
import dev.truce.cli.kept.SavedSeat;
import dev.truce.cli.kept.SeatKeeper;
import dev.truce.cli.option.MatchOptions;
import dev.truce.cli.room.RoomOptions;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Horizon;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.state.MatchSetup;
import dev.truce.engine.view.Viewer;
import dev.truce.match.Input;
import dev.truce.match.MatchTerms;
import dev.truce.match.Recording;
import dev.truce.match.Seat;
import dev.truce.match.deed.Deed;
import dev.truce.match.deed.HostAct;
import dev.truce.match.record.SeedOrigin;
import dev.truce.match.record.text.RecordText;
import dev.truce.match.referee.Referee;
import dev.truce.protocol.message.SeedNotice;
import dev.truce.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A client leaves the seed of a room to the server unless it is told one, and checks afterwards that the server kept to its hash. */
class SeedChoiceTest {
    private static final Scenario BUSAN = Scenarios.busan2025();
    private static final String SALT = "000102030405060708090a0b0c0d0e0f";

    @TempDir
    private Path folder = Path.of("");

    private static RoomOptions room(String... words) {
        RoomOptions options = new RoomOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
        return options;
    }

    @Test
    void aRoomHasTheSeedOfTheServerUnlessOneIsChosen() throws FaultException {
        assertThat(room().request().seed()).isNull();
        assertThat(room("--seed", "7").request().seed()).isEqualTo(7);
        assertThat(room("--seed", "-9223372036854775808").request().seed()).isEqualTo(Long.MIN_VALUE);
        assertThat(room("--seed", "7777777777777777777").request().toString()).doesNotContain("7777777777777777777");
    }

    @Test
    void aShowHasASeedOfFullWidthThatStaysTheSame() {
        MatchOptions options = CommandLine.populateCommand(new MatchOptions());
        long seed = options.seedOfShow();
        assertThat(options.seedOfShow()).isEqualTo(seed);
        long bits = 0;
        for (int i = 0; i < 64; i++) {
            bits |= CommandLine.populateCommand(new MatchOptions()).seedOfShow();
        }
        assertThat(bits).isEqualTo(-1);
    }

    private static String record(SeedOrigin origin) {
        Rules rules = Rules.of(BUSAN);
        MatchTerms terms = new MatchTerms(
                0,
                new MatchTerms.Absence.Hold(),
                List.of(Seat.US_HEAD, Seat.CN_HEAD),
                List.of(Viewer.US, Viewer.CN),
                Recording.TEXT,
                "a",
                "b",
                List.of(),
                origin);
        Referee referee = new Referee(
                rules, new MatchSetup(5, new Horizon.Fixed(1), BUSAN.calendar(), MatchSetup.Conditions.PLAY), terms);
        referee.handle(new Input.Hosts(new HostAct.Start()));
        referee.handle(new Input.Does(Seat.US_HEAD, 1, "ready", new Deed.Ready(true, 0)));
        referee.handle(new Input.Does(Seat.CN_HEAD, 1, "ready", new Deed.Ready(true, 0)));
        assertThat(referee.isOver()).isTrue();
        return RecordText.write(referee.record(), BUSAN);
    }

    private String checked(String recordText, SeedNotice told) {
        SeatKeeper keeper = new SeatKeeper(
                folder, new SavedSeat("localhost", 1, false, null, "7QKM", "m-1", Seat.US_HEAD, "", List.of("token")));
        return String.join(" ", keeper.plays(BUSAN).checkSeed(recordText, told));
    }

    @Test
    void theSeedOfTheRecordIsComparedWithTheHashThatWasHeard() {
        SeedOrigin.Drawn drawn = SeedOrigin.Drawn.of("m-1", SALT, 5, null);
        SeedNotice told = new SeedNotice(false, drawn.hash());
        assertThat(checked(record(drawn), told)).contains("is the one that the server had fixed", drawn.hash());
        SeedOrigin.Drawn other = SeedOrigin.Drawn.of("m-2", SALT, 5, null);
        String broken = "is not the one that the server had fixed";
        assertThat(checked(record(other), told)).contains(broken);
        assertThat(checked(record(SeedOrigin.Drawn.of("m-1", SALT, 6, null)), told))
                .contains(broken);
        assertThat(checked(record(new SeedOrigin.Drawn("m-1", SALT, drawn.hash())), told))
                .doesNotContain(broken);
        assertThat(checked(record(new SeedOrigin.Drawn("m-9", SALT, drawn.hash())), told))
                .contains(broken);
        assertThat(checked(record(new SeedOrigin.Chosen()), told)).contains(broken);
        assertThat(checked("no record", told)).contains(broken);
        assertThat(checked(record(new SeedOrigin.Chosen()), SeedNotice.CHOSEN)).isEmpty();
    }
}
