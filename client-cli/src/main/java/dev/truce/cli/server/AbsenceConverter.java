package dev.truce.cli.server;

import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.WrongValue;
import dev.truce.cli.text.Texts;
import dev.truce.cli.text.UsageFault;
import dev.truce.match.AbsenceNotation;
import dev.truce.match.Absences;
import picocli.CommandLine.ITypeConverter;

/** Reads what is done for seats whose persons are away. */
final class AbsenceConverter implements ITypeConverter<Absences> {
    private static final String USUAL = "keep";

    @Override
    public Absences convert(String typed) throws WrongValue {
        return AbsenceNotation.read(typed)
                .orElseThrow(() -> new WrongValue(
                        ExitCodes.USAGE,
                        place -> UsageFault.unstarted(
                                        "BAD_VALUE", Texts.of("fault.absence", place.field()), place.before() + USUAL)
                                .about(place.field(), "hold keep")));
    }
}
