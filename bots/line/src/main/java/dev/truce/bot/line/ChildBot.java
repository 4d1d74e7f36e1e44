package dev.truce.bot.line;

import dev.truce.bot.BotFault;
import dev.truce.bot.BotSeat;
import dev.truce.bot.Decision;
import dev.truce.bot.Negotiator;
import dev.truce.bot.Talks;
import dev.truce.bot.line.answer.AnswerReader;
import dev.truce.bot.line.answer.ModelPulse;
import dev.truce.bot.line.answer.OfferRule;
import dev.truce.bot.line.json.ObservationJson;
import dev.truce.bot.line.json.ScenarioJson;
import dev.truce.bots.posture.StrategyTables;
import dev.truce.engine.agreement.Offer;
import dev.truce.engine.orders.Orders;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.suspicion.Suspicion;
import dev.truce.engine.view.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bot in another process, in one seat of one match. Its process is started with its first decision. Where it fails it holds, and says
 * so as a fault: late once, it holds in that round; ended or killed, it holds from then on, unless it is to be started again.
 */
final class ChildBot implements Negotiator {
    private final BotCommand command;
    private final ChildLimits limits;
    private final BotSeat seat;
    private final ModelPulse pulse;
    /** Where the process waits for the next match, or null if it ends with this one. */
    private final @Nullable IdleBots idle;

    private final ObservationJson json;
    private final long seed;
    /** What the seat can tell of guilt so far. */
    private Suspicion known;

    private final List<BotFault> faults = new ArrayList<>();
    private volatile @Nullable BotDialogue conversation;
    private volatile boolean left;
    /** 1 while the bot is asked something: one that is left then does not wait for another match. */
    private volatile int asked;

    private boolean failed;
    /** Why its model has given no usable answer in the round that is decided, or null if it has. */
    private @Nullable String silence;

    ChildBot(BotCommand command, ChildLimits limits, BotSeat seat, ModelPulse pulse, @Nullable IdleBots idle) {
        this.command = command;
        this.limits = limits;
        this.pulse = pulse;
        this.idle = idle;
        this.seat = seat;
        this.json = new ObservationJson(seat.scenario(), limits.legal());
        this.seed = seat.random().position();
        this.known = Suspicion.start(StrategyTables.of(seat.scenario()).rules());
    }

    @Override
    public Decision decide(Observation observation, Talks talks) {
        int round = observation.openRound();
        known = known.forSeat(observation.last());
        BotDialogue talk = talk(round);
        if (talk == null) {
            return Decision.HOLD;
        }
        AnswerReader reader = new AnswerReader(
                seat.side(), seat.scenario(), observation, talks, complaint -> complain(talk, round, complaint));
        talk.tell("position round " + round + " " + json.write(observation, talks, known));
        silence = null;
        String offers = ask(talk, "go offers ", "offers", round);
        String orders = offers == null ? null : ask(talk, "go round ", "orders", round);
        String unanswered = silence;
        if (unanswered == null) {
            pulse.answered();
        } else {
            pulse.missed(unanswered);
        }
        if (offers == null || orders == null) {
            return Decision.HOLD;
        }
        reader.offers(offers);
        return reader.decision(orders, new Rule(talk, observation, talks));
    }

    @Override
    public List<BotFault> takeFaults() {
        List<BotFault> taken = List.copyOf(faults);
        faults.clear();
        return taken;
    }

    @Override
    public void leave() {
        left = true;
        BotDialogue talk = conversation;
        IdleBots waiting = idle;
        if (talk != null && waiting != null && !failed && asked == 0) {
            waiting.put(talk);
        } else if (talk != null) {
            talk.leave();
        }
    }

    /** Returns the bot, started and told about the match, or null if there is none any more. */
    private @Nullable BotDialogue talk(int round) {
        BotDialogue known = conversation;
        if (left || (failed && !limits.recover())) {
            return null;
        }
        if (known != null && !failed) {
            return known;
        }
        try {
            BotDialogue kept = idle == null || failed ? null : idle.take();
            BotDialogue talk = kept == null ? BotDialogue.start(command.words(), limits) : kept;
            conversation = talk;
            failed = false;
            if (left) {
                talk.close();
                return null;
            }
            if (kept == null && text(talk.greet(command.settings()), round) == null) {
                return null;
            }
            Scenario scenario = seat.scenario();
            talk.tell("newmatch role " + seat.side() + " ruleset " + scenario.ruleset() + " data "
                    + scenario.dataVersion()
                    + " scenario " + scenario.id() + " hash " + scenario.hash() + " seed " + seed + " legal "
                    + (limits.legal() ? "on" : "off"));
            talk.tell("scenario " + ScenarioJson.write(scenario));
            return talk;
        } catch (IOException none) {
            failed = true;
            faults.add(BotFault.gone(
                    round, BotReply.why(BotReply.Fault.GONE, "no-start", String.valueOf(none.getMessage()))));
            return null;
        }
    }

    // Only the thread that asks changes the count; others read it.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private @Nullable String ask(BotDialogue talk, String command, String word, int round) {
        String budget = limits.movetimeBudget()
                ? " movetime " + limits.moveMillis()
                : " steps " + seat.budget().left();
        asked++;
        BotReply reply = talk.ask(command + round + budget, word, round);
        asked--;
        String said = talk.noAnswer();
        if (said != null) {
            String why = said.isEmpty() ? "-" : said;
            silence = why;
            faults.add(BotFault.noAnswer(round, BotReply.why(BotReply.Fault.NO_ANSWER, "no-answer", why)));
        }
        return text(reply, round);
    }

    /** Returns what was answered, or keeps the fault. */
    private @Nullable String text(BotReply answer, int round) {
        if (answer instanceof BotReply.Given given) {
            return given.items();
        }
        if (left) {
            // The match was given up while the bot was thinking.
            return null;
        }
        if (answer instanceof BotReply.Late late) {
            faults.add(BotFault.timeout(round, late.why()));
            return null;
        }
        failed = true;
        if (answer instanceof BotReply.Stalled stalled) {
            faults.add(BotFault.stall(round, stalled.why()));
        } else if (answer instanceof BotReply.Gone gone) {
            faults.add(BotFault.gone(round, gone.why()));
            BotDialogue talk = conversation;
            if (talk != null) {
                talk.close();
            }
        }
        return null;
    }

    private void complain(BotDialogue talk, int round, String complaint) {
        talk.complain(complaint);
        faults.add(AnswerReader.fault(round, complaint));
    }

    private final class Rule extends OfferRule {
        private final BotDialogue talk;
        private final Observation observation;

        Rule(BotDialogue talk, Observation observation, Talks talks) {
            super(talks);
            this.talk = talk;
            this.observation = observation;
        }

        @Override
        protected Replied ask(Offer offered, Talks now) {
            int round = observation.openRound();
            if (failed || left) {
                return Replied.NOTHING;
            }
            talk.tell("position round " + round + " " + json.write(observation, now, known));
            String orders = ChildBot.this.ask(talk, "go round ", "orders", round);
            if (orders == null) {
                return Replied.NOTHING;
            }
            AnswerReader reader = new AnswerReader(
                    seat.side(), seat.scenario(), observation, now, complaint -> complain(talk, round, complaint));
            Orders after = reader.orders(orders);
            return new Replied(reader.accepts(orders, offered), after);
        }
    }
}
