package dev.truce.engine.explain;

import dev.truce.engine.board.BySide;
import dev.truce.engine.board.Instrument;
import dev.truce.engine.board.Levels;
import dev.truce.engine.board.Side;
import dev.truce.engine.conduct.Covert;
import dev.truce.engine.economy.EconomyState;
import dev.truce.engine.payoff.Readings;
import dev.truce.engine.redaction.Basis;
import dev.truce.engine.redline.RedLineCharge;
import dev.truce.engine.report.RoundEvent;
import java.util.ArrayList;
import java.util.List;

/** A basis in pieces, so that single pieces can be taken from another one. Confined to one explanation. */
final class Worksheet {
    int round;
    EconomyState economy;
    final boolean[] events = new boolean[RoundEvent.values().length];
    Levels levels;
    Levels graced;
    int courtCap;
    Covert covert;
    Covert counted;
    double tension;
    double technology;
    boolean summit;
    boolean communique;
    boolean entersCommunique;
    final Half us;
    final Half cn;

    /** A side's half in pieces. */
    static final class Half {
        Readings held;
        double type;
        double reputation;
        double escalationBefore;
        int streakBefore;
        double depth;
        double lost;
        double severity;
        boolean notice;
        boolean reallyCaught;
        List<RedLineCharge> redLines;
        double accusations;
        double ownText;
        int chanceMicro;

        Half(Basis.Half from) {
            held = from.held();
            type = from.type();
            reputation = from.reputation();
            escalationBefore = from.escalationBefore();
            streakBefore = from.streakBefore();
            depth = from.depth();
            lost = from.lost();
            severity = from.severity();
            notice = from.notice();
            reallyCaught = from.reallyCaught();
            redLines = from.redLines();
            accusations = from.accusations();
            ownText = from.ownText();
            chanceMicro = from.chanceMicro();
        }

        /** Takes what a red line costs from another half, be it nothing. */
        void take(Instrument line, Basis.Half from) {
            List<RedLineCharge> charges = new ArrayList<>(redLines);
            charges.removeIf(charge -> charge.line() == line);
            from.redLines().stream().filter(charge -> charge.line() == line).forEach(charges::add);
            redLines = charges;
        }

        Basis.Half whole() {
            return new Basis.Half(
                    held,
                    type,
                    reputation,
                    escalationBefore,
                    streakBefore,
                    depth,
                    lost,
                    severity,
                    notice,
                    reallyCaught,
                    redLines,
                    accusations,
                    ownText,
                    chanceMicro);
        }
    }

    Worksheet(Basis from) {
        round = from.round();
        economy = from.economy();
        for (RoundEvent event : from.events()) {
            events[event.ordinal()] = true;
        }
        levels = from.levels();
        graced = from.graced();
        courtCap = from.courtCap();
        covert = from.covert();
        counted = from.counted();
        tension = from.tension();
        technology = from.technology();
        summit = from.summit();
        communique = from.communique();
        entersCommunique = from.entersCommunique();
        us = new Half(from.us());
        cn = new Half(from.cn());
    }

    Half half(Side side) {
        return BySide.pick(side, us, cn);
    }

    /** Puts an instrument where it stands in another basis. */
    void take(Instrument instrument, Basis from) {
        levels = levels.with(instrument, from.levels().get(instrument));
        graced = graced.with(instrument, from.graced().get(instrument));
        covert = with(covert, instrument, from.covert());
        counted = with(counted, instrument, from.counted());
    }

    Basis whole() {
        List<RoundEvent> happened = new ArrayList<>();
        for (RoundEvent event : RoundEvent.values()) {
            if (events[event.ordinal()]) {
                happened.add(event);
            }
        }
        return new Basis(
                round,
                economy,
                happened,
                levels,
                graced,
                courtCap,
                covert,
                counted,
                tension,
                technology,
                summit,
                communique,
                entersCommunique,
                us.whole(),
                cn.whole());
    }

    /** Returns whether an instrument stands the same in two bases as far as points go. */
    static boolean isSame(Instrument instrument, Basis one, Basis two) {
        return one.covert().equals(with(one.covert(), instrument, two.covert()))
                && one.counted().equals(with(one.counted(), instrument, two.counted()))
                && (instrument.isCovert()
                        || (one.levels().get(instrument) == two.levels().get(instrument)
                                && one.graced().get(instrument) == two.graced().get(instrument)));
    }

    /** Takes the reading of a covert instrument from another one; others have none. */
    private static Covert with(Covert covert, Instrument instrument, Covert from) {
        return switch (instrument) {
            case US_LICENCE_PACE ->
                new Covert(from.usPace(), covert.cnPace(), covert.enforcement(), covert.soyNotch(), covert.soyMmt());
            case CN_LICENCE_PACE ->
                new Covert(covert.usPace(), from.cnPace(), covert.enforcement(), covert.soyNotch(), covert.soyMmt());
            case CN_FENTANYL_ENFORCEMENT ->
                new Covert(covert.usPace(), covert.cnPace(), from.enforcement(), covert.soyNotch(), covert.soyMmt());
            case CN_SOY_PURCHASES ->
                new Covert(covert.usPace(), covert.cnPace(), covert.enforcement(), from.soyNotch(), from.soyMmt());
            default -> covert;
        };
    }
}
