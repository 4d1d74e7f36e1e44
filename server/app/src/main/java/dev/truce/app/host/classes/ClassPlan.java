package dev.truce.app.host.classes;

import dev.truce.app.classroom.ClassList;
import dev.truce.app.classroom.Grouping;
import dev.truce.app.classroom.Grouping.SeatedTable;
import dev.truce.app.classroom.Template;
import dev.truce.app.host.Catalogue;
import dev.truce.app.room.SeatPlan;
import dev.truce.bots.Roster;
import dev.truce.engine.orders.Refusal;
import dev.truce.engine.orders.Reply;
import dev.truce.engine.round.Rules;
import dev.truce.protocol.message.ConnectionCode;
import dev.truce.scenario.ScenarioException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a template and a list make together, before anything is written.
 *
 * @param rules of the scenario that the template names
 * @param seats of each table
 * @param tables who sits where
 */
public record ClassPlan(Template template, Rules rules, SeatPlan seats, ClassList list, List<SeatedTable> tables) {
    public ClassPlan {
        tables = List.copyOf(tables);
    }

    /** Reads a template; refused as the wire refuses what it cannot read, with the key that is wrong. */
    public static Reply<Template> template(String text) {
        try {
            return Reply.done(Template.read(text, "template"));
        } catch (ScenarioException wrong) {
            return Reply.refused(malformed(wrong.refusal().field(), wrong.refusal()));
        }
    }

    /**
     * Seats a list as a template has it.
     *
     * @param list asked for if the server has what the template names
     * @param lot the seed where students are seated by lot
     */
    public static Reply<ClassPlan> of(
            Template template, Catalogue catalogue, Supplier<Reply<ClassList>> list, LongSupplier lot) {
        if (catalogue.find(template.scenario()).isEmpty()) {
            return Reply.refused(Refusal.of(ConnectionCode.UNKNOWN_SCENARIO, "template.scenario")
                    .legal(String.join(" ", catalogue.ids())));
        }
        if (template.absences().bots().stream().anyMatch(bot -> Roster.find(bot).isEmpty())) {
            return unknownBot("template.absence");
        }
        if (Roster.find(template.bot()).isEmpty()) {
            return unknownBot("template.bot");
        }
        Rules rules = catalogue.find(template.scenario()).orElseThrow();
        SeatPlan seats = SeatPlan.usual(template.mode(), template.usSeats(), template.cnSeats());
        Optional<Refusal> fault = seats.fault(rules.scenario().instruments(), "template");
        if (fault.isPresent()) {
            return Reply.refused(fault.get());
        }
        Grouping grouping = new Grouping(seats);
        return list.get()
                .then(read -> (template.byLot()
                                ? grouping.byLot(read.students(), lot.getAsLong())
                                : grouping.inOrder(read.students()))
                        .then(tables -> Reply.done(new ClassPlan(template, rules, seats, read, tables))))
                .refusing(why -> malformed("list", why));
    }

    private static Reply<ClassPlan> unknownBot(String field) {
        return Reply.refused(Refusal.of(ConnectionCode.UNKNOWN_BOT, field).legal(String.join(" ", Roster.names())));
    }

    /** Codes of files are for the program that reads them; the sentence stays. */
    public static Refusal malformed(String field, Refusal why) {
        return new Refusal(ConnectionCode.MALFORMED, field, why.key(), why.arguments(), why.legal(), 0, "");
    }
}
