package dev.truce.cli.tournament;

import dev.truce.bot.BotFactory;
import dev.truce.bot.line.BotName;
import dev.truce.bot.line.ChildLimits;
import dev.truce.bot.line.IdleBots;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.option.BotOptions;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.tournament.oracle.Mixture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bots that are responded to, as one types them: {@code tft} or {@code tft:2,match:1}.
 *
 * @param mixture who plays how often
 * @param names of the bots
 */
record AgainstOption(Mixture mixture, List<String> names) {
    private static final String OPTION = "--against";
    private static final Pattern WEIGHTED = Pattern.compile("(.+):([0-9]{1,6}(?:\\.[0-9]{1,6})?)");

    /** Bots of one mixture: each trial meets all of them. */
    private static final int MAX_BOTS = 40;

    /**
     * Reads what was typed.
     *
     * @param idle where processes of commands wait
     * @throws FaultException if a bot is not there, is named twice or is a language model, or no weight is above 0
     */
    static AgainstOption of(String typed, IdleBots idle) throws FaultException {
        List<BotFactory> bots = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (String part : typed.split(",", -1)) {
            Matcher weighted = WEIGHTED.matcher(part.strip());
            boolean has = weighted.matches();
            double weight = has ? Double.parseDouble(weighted.group(2)) : 1;
            String bot = has ? weighted.group(1) : part.strip();
            if (weight == 0) {
                throw wrong(Texts.of("fault.oracle.weight", bot), bot + ":1");
            }
            bots.add(bot(bot, idle));
            weights.add(weight);
        }
        List<String> names = bots.stream().map(BotFactory::name).toList();
        if (new HashSet<>(names).size() < names.size() || names.size() > MAX_BOTS) {
            throw wrong(Texts.of("fault.oracle.twice", typed, MAX_BOTS), "tft:2,match:1");
        }
        Mixture mixture = Mixture.of(
                bots, weights.stream().mapToDouble(Double::doubleValue).toArray());
        return new AgainstOption(
                mixture, mixture.bots().stream().map(BotFactory::name).toList());
    }

    private static BotFactory bot(String named, IdleBots idle) throws FaultException {
        if (BotName.isModel(named)) {
            throw wrong(Texts.of("fault.oracle.model", named), "tft");
        }
        BotName name = BotOptions.named(OPTION, named);
        BotOptions.checkSettings(OPTION, name, ChildLimits.USUAL);
        return name.bot(ChildLimits.USUAL, idle);
    }

    private static FaultException wrong(String what, String right) {
        return FaultException.usage(
                UsageFault.unstarted("WRONG_USAGE", what, OPTION + " " + right).about(OPTION, right));
    }
}
