package dev.truce.cli.seat;

import dev.truce.cli.text.Texts;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Side;
import dev.truce.engine.round.Rules;
import dev.truce.engine.scenario.Scenario;
import dev.truce.engine.view.Observation;
import dev.truce.match.Seat;
import dev.truce.story.facts.SeatBoard;
import dev.truce.story.topic.InactionTopic;
import java.util.List;

/** What a seat knows about its match, in the language of the screens. */
public final class Board extends SeatBoard {
    /**
     * @param scenario the scenario that is played
     * @param side the side of which this is the head's seat
     */
    public Board(Scenario scenario, Side side) {
        this(scenario, Seat.head(side));
    }

    /**
     * @param scenario the scenario that is played
     * @param seat the seat
     */
    public Board(Scenario scenario, Seat seat) {
        super(Rules.of(scenario), seat);
    }

    /** Returns this seat's instruments that fall back in the open round unless they are ordered. */
    public List<Instrument> fallingBack() {
        Observation now = observation();
        InactionTopic topic = new InactionTopic(Texts.wording(scenario()));
        return now == null
                ? List.of()
                : scenario().instruments().of(side()).stream()
                        .filter(instrument -> topic.fallsBack(instrument, now))
                        .toList();
    }
}
