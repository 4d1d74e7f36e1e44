package dev.truce.cli.room;

import dev.truce.bot.line.BotName;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.option.BotConverter;
import dev.truce.cli.option.CardFile;
import dev.truce.cli.option.MatchOptions;
import dev.truce.cli.option.NamedScenario;
import dev.truce.cli.option.WholeNumber;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import dev.truce.match.RoundTerms;
import dev.truce.match.RoundTerms.RoundPace;
import dev.truce.protocol.message.RoomRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a room with one match. */
public final class RoomOptions {
    @Mixin
    private final MatchOptions match = new MatchOptions();

    @Mixin
    private final DelegationOptions delegations = new DelegationOptions();

    @Option(names = "--us", paramLabel = "BOT", descriptionKey = "option.room.us", converter = BotConverter.class)
    private @Nullable BotName us;

    @Option(names = "--cn", paramLabel = "BOT", descriptionKey = "option.room.cn", converter = BotConverter.class)
    private @Nullable BotName cn;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            descriptionKey = "option.minutes",
            defaultValue = "0",
            converter = WholeNumber.Minutes.class)
    private int minutes;

    @Option(
            names = "--grace",
            paramLabel = "SECONDS",
            descriptionKey = "option.grace",
            defaultValue = "0",
            converter = WholeNumber.Grace.class)
    private int grace;

    @Option(
            names = "--absence",
            paramLabel = "POLICY",
            descriptionKey = "option.absence",
            defaultValue = "hold",
            converter = AbsenceConverter.class)
    private Absences absences = Absences.HOLD;

    @Option(
            names = "--cards",
            paramLabel = "FILE",
            descriptionKey = "option.cards",
            converter = CardFile.Converter.class)
    private CardFile cards = CardFile.EMPTY;

    public NamedScenario scenario() {
        return match.named();
    }

    /** Returns the shock cards that are played once the match has begun. */
    public List<CardFile.Entry> cards() {
        return cards.entries();
    }

    public RoomRequest request() throws FaultException {
        return new RoomRequest(
                match.scenario().id(),
                match.seed(),
                match.rounds(),
                minutes * 60_000L,
                us == null ? null : hosted("--us", us),
                cn == null ? null : hosted("--cn", cn),
                false,
                delegations.wish(),
                new RoundTerms(grace * 1_000L, RoundPace.FREE, absences));
    }

    /**
     * Returns the name of a bot that a server can host.
     *
     * @throws FaultException if it is not of the roster: a server has neither the files nor the programs of those who play
     */
    static String hosted(String option, BotName bot) throws FaultException {
        if (bot instanceof BotName.OfRoster roster) {
            return roster.factory().name();
        }
        throw FaultException.usage(UsageFault.unstarted(
                        "UNKNOWN_BOT", Texts.of("fault.not-hosted", bot.text()), Texts.of("fault.next.not-hosted"))
                .about(option, ""));
    }

    /** Reads what is done for seats whose persons are away. */
    static final class AbsenceConverter implements ITypeConverter<Absences> {
        private static final String USUAL = "keep";

        @Override
        public Absences convert(String typed) throws WrongValue {
            return AbsenceNotation.read(typed)
                    .orElseThrow(() -> new WrongValue(
                            ExitCodes.USAGE,
                            place -> UsageFault.unstarted(
                                            "BAD_VALUE",
                                            Texts.of("fault.absence", place.field()),
                                            place.before() + USUAL)
                                    .about(place.field(), "hold keep")));
        }
    }
}
