package dev.truce.cli.operate;

import dev.truce.app.config.ServerConfig;
import dev.truce.app.config.ServerSettings;
import dev.truce.app.config.Setting;
import dev.truce.app.http.Assets;
import dev.truce.cli.fault.ExitCodes;
import dev.truce.cli.fault.FaultException;
import dev.truce.cli.operate.Examination.Finding;
import dev.truce.cli.operate.Examination.Verdict;
import dev.truce.cli.option.Settings;
import dev.truce.cli.terminal.Printer;
import dev.truce.cli.terminal.Surroundings;
import dev.truce.cli.terminal.TerminalSize;
import dev.truce.cli.text.Texts;
import dev.truce.engine.text.TextWidth;
import dev.truce.story.print.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truce doctor}: whether a server would run here, and what would be right. */
@Command(name = "doctor")
public final class DoctorCommand implements Callable<Integer> {
    private static final int INDENT = 18;

    @Mixin
    private final Settings settings = new Settings();

    @Mixin
    private final SettingOptions options = new SettingOptions();

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    @Override
    public Integer call() {
        Printer printer = settings.printer(json);
        Examination examination = new Examination();
        machine(examination, settings.surroundings());
        examination.screen(TerminalSize.of(settings.surroundings()), settings.ground());
        try {
            ServerSettings chosen = options.read(settings.surroundings().environment());
            ServerConfig config = chosen.config();
            examination.note("config", Verdict.OK, (int) set(chosen));
            examination.port(config);
            examination.data(config.data());
            examination.clock(Instant.now(), newest(config.data()));
            examination.tls(config, Instant.now());
        } catch (FaultException fault) {
            examination.note("config", fault);
        }
        List<Finding> findings = examination.findings();
        boolean good = findings.stream().allMatch(finding -> finding.verdict() != Verdict.FAULT);
        if (json) {
            printer.raw(Json.write(object(findings, good)));
        } else {
            printer.lines(lines(findings));
        }
        return good ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private static void machine(Examination examination, Surroundings surroundings) {
        examination.java(
                Runtime.version().feature(),
                System.getProperty("java.version", ""),
                System.getProperty("java.vendor", ""));
        examination.memory(Runtime.getRuntime().maxMemory() >> 20);
        examination.files(mostFiles());
        examination.page(Assets.on(DoctorCommand.class.getClassLoader()));
        examination.note(
                "terminal",
                surroundings.isUtf8() ? Verdict.OK : Verdict.WARNING,
                Locale.getDefault().toLanguageTag(),
                System.getProperty("native.encoding", ""));
    }

    /** Returns how many files the process may have open, or 0 where the system does not say. */
    private static long mostFiles() {
        try {
            Object most = ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "MaxFileDescriptorCount");
            return most instanceof Long number ? number : 0;
        } catch (JMException unknown) {
            return 0;
        }
    }

    private static long set(ServerSettings chosen) {
        return List.of(Setting.values()).stream()
                .filter(setting -> !chosen.value(setting).place().equals(ServerSettings.NOBODY))
                .count();
    }

    /** A clock that stands before what was written last is wrong. */
    private static Instant newest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Instant newest = Instant.EPOCH;
            for (Path file : files.toList()) {
                Instant written = Files.getLastModifiedTime(file).toInstant();
                newest = written.isAfter(newest) ? written : newest;
            }
            return newest;
        } catch (IOException none) {
            return Instant.EPOCH;
        }
    }

    private static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : findings) {
            String head = TextWidth.pad(Texts.of("doctor.verdict." + finding.verdict()), 8)
                    + TextWidth.pad(finding.check(), 9);
            lines.addAll(TextWidth.wrap(head, INDENT, finding.what()));
            if (!finding.right().isEmpty()) {
                lines.addAll(
                        TextWidth.wrap(" ".repeat(INDENT - 1), INDENT, Texts.of("doctor.better", finding.right())));
            }
        }
        return lines;
    }

    private static Map<String, Object> object(List<Finding> findings, boolean good) {
        List<Object> checks = new ArrayList<>();
        for (Finding finding : findings) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("check", finding.check());
            one.put("verdict", finding.verdict().name());
            one.put("what", finding.what());
            if (!finding.right().isEmpty()) {
                one.put("right", finding.right());
            }
            checks.add(one);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("type", "doctor");
        result.put("good", good);
        result.put("checks", checks);
        return result;
    }
}
