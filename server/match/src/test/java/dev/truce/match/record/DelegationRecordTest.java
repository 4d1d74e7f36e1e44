package dev.truce.match.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.truce.engine.board.Portfolio;
import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.Brief;
import dev.truce.engine.delegation.Delegation;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.delegation.Minister;
import dev.truce.engine.payoff.Component;
import dev.truce.match.record.text.DelegationText;
import dev.truce.match.record.text.RecordFault;
import dev.truce.match.record.verify.Verification;
import dev.truce.match.referee.Table;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record says how the sides were divided among their seats, and its chain covers that. */
class DelegationRecordTest {
    private static MatchRecord played(DelegationMode mode) {
        Table table = Table.open(2, mode, 5);
        if (mode == DelegationMode.PORTFOLIO) {
            table.at("CN.2").submits("SOY=3");
            table.at("US.1").submits("PORT=80");
        } else {
            table.at("US.head").submits("PORT=80");
        }
        table.at("CN.1").drafts("REE5=tight");
        table.everybodyIsReady();
        table.everybodyIsReady();
        return table.referee.record();
    }

    @ParameterizedTest
    @EnumSource(DelegationMode.class)
    void theRecordCarriesItAndTheReplayAgrees(DelegationMode mode) {
        MatchRecord match = played(mode);
        String text = Records.text(match);
        assertThat(text)
                .contains("[Delegations \"" + mode.word() + "; US.1 trade; US.2 commerce; US.3 homeland; US.4 -;"
                        + " CN.1 commerce; CN.2 agriculture; CN.3 transport; CN.4 public-security\"]\n");
        assertThat(Records.read(text)).isEqualTo(match);
        assertThat(Verification.verify(match, Table.RULES)).isInstanceOf(Verification.Verified.class);
    }

    /** A match in which drafts were made, replaced and voted on, on both sides. */
    private static MatchRecord debated() {
        Table table = Table.open(2, DelegationMode.HEAD, 4);
        table.at("US.1").drafts("PORT=50");
        table.at("US.0").votes("US.1", true);
        table.at("US.1").drafts("PORT=80; CHIP=strict");
        table.at("US.3").votes("US.1", false);
        table.at("US.2").votes("US.1", false);
        table.at("US.2").votes("US.1", true);
        table.at("US.0").votes("US.1", true);
        table.at("CN.2").drafts("HOLD");
        table.everybodyIsReady();
        table.everybodyIsReady();
        return table.referee.record();
    }

    @Test
    void draftsStandInTheRecordWithTheVotesOnThem() {
        MatchRecord match = debated();
        String text = Records.text(match);
        assertThat(text)
                .contains(
                        "\n- US.1 DRAFT {PORT=80; CHIP=strict}\n- US VOTE 1 yes\n- US.2 VOTE 1 yes\n- US.3 VOTE 1 no\n"
                                + "- CN.2 DRAFT {HOLD}\n2. ")
                .doesNotContain("PORT=50");
        assertThat(Records.json(match)).contains("{\"deed\":\"CN.2 DRAFT {HOLD}\"}");
        assertThat(Records.read(text)).isEqualTo(match);
        assertThat(Verification.verify(match, Table.RULES)).isInstanceOf(Verification.Verified.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "CN.2 DRAFT {HOLD} @ CN.3 DRAFT {HOLD}",
                "DRAFT {PORT=80 @ DRAFT {PORT=50",
                "US.3 VOTE 1 no @ US.3 VOTE 1 yes",
                "US VOTE 1 yes/- US.2 VOTE 1 yes @ US.2 VOTE 1 yes",
                "US.3 VOTE 1 no/- CN.2 DRAFT {HOLD} @ US.3 VOTE 1 no"
            })
    void aDraftOrAVoteThatIsChangedIsFound(String from, String to) {
        String text = Records.text(debated());
        String changed = text.replace(from.replace('/', '\n'), to);
        assertThat(changed).isNotEqualTo(text);
        assertThat(Verification.verify(Records.read(changed), Table.RULES)).isInstanceOf(Verification.Differs.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "US.3 VOTE 1 no @ US.4 VOTE 1 no",
                "US.3 VOTE 1 no @ US.3 VOTE 2 no",
                "CN.2 DRAFT {HOLD} @ CN.4 DRAFT {HOLD}",
                "PORT=80; CHIP=strict @ DUTY301=10",
                "US VOTE 1 yes/- US.2 VOTE 1 yes @ US.2 VOTE 1 yes/- US VOTE 1 yes",
                "CN.2 DRAFT {HOLD} @ CN.4 SAY own \"nobody sits there\""
            })
    void whatCannotHaveBeenDraftedOrVotedIsADifferenceOfTheActs(String from, String to) {
        String text = Records.text(debated());
        String changed = text.replace(from.replace('/', '\n'), to.replace('/', '\n'));
        assertThat(changed).isNotEqualTo(text);
        assertThat(Verification.verify(Records.read(changed), Table.RULES))
                .isInstanceOfSatisfying(
                        Verification.Differs.class,
                        differs -> assertThat(differs.what()).isEqualTo("deeds"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "US VOTE 1 yes @ US.0 VOTE 1 yes",
                "US VOTE 1 yes @ US VOTE US.1 yes",
                "US.3 VOTE 1 no @ US.3 VOTE 1",
                "PORT=80; CHIP=strict @ CHIP=strict; PORT=80",
                "PORT=80; CHIP=strict @ PORT=81",
                "DRAFT {HOLD} @ DRAFT HOLD",
                "DRAFT {HOLD} @ UNDO"
            })
    void whatIsNoDraftIsRefusedWithItsPlace(String from, String to) {
        String text = Records.text(debated());
        String changed = text.replace(from, to);
        assertThat(changed).isNotEqualTo(text);
        assertThat(Records.fault(changed).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @Test
    void twoHeadsAloneLeaveItOut() {
        assertThat(Records.text(Records.small())).doesNotContain("Delegations");
        assertThat(Records.json(Records.small())).doesNotContain("delegations");
    }

    @Test
    void anotherSeatingIsAnotherMatch() {
        String text = Records.text(played(DelegationMode.PORTFOLIO));
        for (String other : List.of(
                text.replace("portfolio; ", "head; "),
                text.replace("US.4 -; ", ""),
                text.replace("CN.3 transport", "CN.3 -"),
                text.replaceAll("\\[Delegations [^\\n]*\\n", ""))) {
            assertThat(other).isNotEqualTo(text);
            assertThat(Verification.verify(Records.read(other), Table.RULES))
                    .isInstanceOfSatisfying(Verification.Differs.class, differs -> {
                        assertThat(differs.round()).isZero();
                        assertThat(differs.what()).isEqualTo("setup");
                    });
        }
    }

    @Test
    void blanksInPlaceOfAMinisterAreRefusedWithTheirPlace() {
        String text =
                Records.text(played(DelegationMode.HEAD)).replaceAll("Delegations \"[^\"]*", "Delegations \"head;  ");
        assertThat(Records.fault(text).code()).isEqualTo(RecordFault.Code.RECORD_SYNTAX);
    }

    @Test
    void aBriefThatTheHostSetStandsBehindItsSeat() {
        Brief brief = new Brief(Collections.nCopies(Component.COUNT, 250));
        List<Delegation> delegations = List.of(
                Delegation.usual(Side.US, DelegationMode.PORTFOLIO, 1),
                new Delegation(
                        Side.CN,
                        DelegationMode.PORTFOLIO,
                        List.of(new Minister(2, List.of(Portfolio.CN_COMMERCE, Portfolio.CN_TRANSPORT), brief))));
        String text = DelegationText.write(delegations);
        assertThat(text).startsWith("portfolio; CN.2 commerce transport = 250 250 ");
        assertThat(DelegationText.read(text)).isEqualTo(delegations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "council; US.1 trade",
                "head",
                "head; ",
                "head;  ",
                "head;    = 100",
                "portfolio; . trade",
                "portfolio; EU.1 trade",
                "portfolio; US.5 trade",
                "portfolio; US.1",
                "portfolio; US.1 transport",
                "portfolio; US.1 trade; US.2 trade",
                "portfolio; CN.1 commerce; US.1 trade",
                "portfolio; US.1 - trade",
                "portfolio; US.1 trade = 100",
                "portfolio; US.01 trade"
            })
    void whatIsNoSeatingIsRefused(String text) {
        assertThatThrownBy(() -> DelegationText.read(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
