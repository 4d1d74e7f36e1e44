package dev.truce.match.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.engine.board.Side;
import dev.truce.engine.delegation.DelegationMode;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.RefusalCode;
import dev.truce.match.Input;
import dev.truce.match.Ruling;
import dev.truce.match.deed.HostAct;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever takes a seat from a person, what it has put before its delegation in the open round goes with it, and nothing else does. */
class EmptiedSeatTest {
    private final Table team = Table.open(3, DelegationMode.HEAD, 4);

    static Stream<HostAct> acts() {
        return Stream.of(
                new HostAct.StandIn(Side.US, 1, "match"),
                new HostAct.Vacate(Side.US, 1),
                new HostAct.Revoke(Side.US, 1));
    }

    private Ruling does(HostAct act) {
        return team.hand(new Input.Hosts(act));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void itsDraftGoesAndNobodyVotesOnItAnyMore(HostAct act) {
        team.at("US.1").drafts("PORT=80");
        team.at("US.2").drafts("FENT=0");
        team.at("CN.1").drafts("SOY=3");
        assertThat(team.at("US.3").votes("US.1", true).isAccepted()).isTrue();
        assertThat(does(act).verdict().isAccepted()).isTrue();
        assertThat(team.at("US.head").votes("US.1", true).code()).isEqualTo(RefusalCode.UNKNOWN_DRAFT);
        Refusal refusal = team.at("US.head").votes("US.1", false).refusal();
        assertThat(refusal.legal()).isEqualTo("US.2");
        assertThat(team.at("US.3").votes("US.2", true).isAccepted()).isTrue();
        assertThat(team.at("CN.head").votes("CN.1", true).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void neitherItsDraftNorAVoteByItOrOnItIsRecorded(HostAct act) {
        team.at("US.1").drafts("PORT=80");
        team.at("US.2").drafts("FENT=0");
        team.at("US.1").votes("US.2", true);
        team.at("US.3").votes("US.1", true);
        team.at("US.3").votes("US.2", false);
        does(act);
        team.everybodyIsReady();
        assertThat(team.referee.record().rounds().get(0).closed().deeds())
                .extracting(done -> done.side() + "." + done.seat() + " "
                        + done.deed().getClass().getSimpleName())
                .containsExactly("US.2 PutDraft", "US.3 Vote");
    }
}
