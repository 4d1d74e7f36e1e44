package dev.truce.tournament.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bot.local.InProcessMatch;
import dev.truce.bot.local.Pairing;
import dev.truce.bot.local.Played;
import dev.truce.bots.Roster;
import dev.truce.engine.round.Rules;
import dev.truce.match.Recording;
import dev.truce.match.record.MatchRecord;
import dev.truce.match.record.verify.RecordReplay;
import dev.truce.match.record.verify.Verification;
import dev.truce.scenario.Scenarios;
import java.util.Objects;

/** Records to branch from. */
final class Records {
    static final Rules BUSAN = Rules.of(Scenarios.busan2025());
    static final long STEPS = 200;

    private Records() {}

    static BotFactory bot(String name) {
        return Roster.find(name).orElseThrow();
    }

    static Played play(Rules rules, String us, String cn, long seed) {
        Pairing pairing = new Pairing(bot(us), bot(cn), BotSeat.seedOf(seed, BotSeat.HEAD), STEPS);
        return new InProcessMatch(rules).play(rules.setup(seed), pairing, Recording.CHAIN);
    }

    static MatchRecord record(Played played) {
        return Objects.requireNonNull(played.record());
    }

    static RecordReplay verified(Rules rules, MatchRecord match) {
        RecordReplay replay = RecordReplay.of(match, rules);
        assertThat(replay.verification()).isInstanceOf(Verification.Verified.class);
        return replay;
    }
}
