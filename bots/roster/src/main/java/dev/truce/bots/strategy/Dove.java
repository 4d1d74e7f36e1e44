package dev.truce.bots.strategy;

import dev.truce.bot.AcceptanceRule;
import dev.truce.bot.BotFactory;
import dev.truce.bot.BotSeat;
import dev.truce.bots.posture.Retaliation;
import dev.truce.bots.reference.Judgement;
import dev.truce.bots.reference.OfferPolicy;
import dev.truce.bots.reference.Reading;
import dev.truce.bots.reference.ReferenceBot;
import dev.truce.bots.reference.Stance;
import dev.truce.bots.reference.Strategy;
import dev.truce.bots.reference.ValueOffers;
import dev.truce.engine.view.Observation;

/** Always deep, whatever the other side does (economy 10). Where sides have red lines it signs all that it is offered. */
final class Dove implements Strategy {
    static final BotFactory FACTORY =
            BotFactory.of("dove", seat -> new ReferenceBot(seat, new Dove(), Retaliation.NONE, offers(seat)));

    private static OfferPolicy offers(BotSeat seat) {
        if (!seat.scenario().redLines().exist()) {
            return OfferPolicy.of(seat.scenario(), seat.side());
        }
        return new ValueOffers(seat.scenario(), seat.side()) {
            @Override
            public AcceptanceRule acceptance(Observation seen, int level) {
                return offered -> true;
            }
        };
    }

    @Override
    public Stance choose(Reading seen) {
        return Stance.DEEP;
    }

    @Override
    public Judgement judgement() {
        return Judgement.REST;
    }
}
