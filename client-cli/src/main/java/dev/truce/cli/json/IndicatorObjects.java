package dev.truce.cli.json;

import dev.truce.cli.screen.TariffBar;
import dev.truce.cli.text.NumberText;
import dev.truce.engine.board.Side;
import dev.truce.engine.indicator.Constituency;
import dev.truce.engine.indicator.Indicators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Indicators as JSON objects. */
final class IndicatorObjects {
    private IndicatorObjects() {}

    /** Returns what was published after a round. */
    static Map<String, Object> of(Indicators now) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("soya_usd_per_bushel", now.soyaCentsPerBushel() / 100.0);
        object.put("us_equities", now.usEquities());
        object.put("cn_equities", now.cnEquities());
        object.put("dysprosium_usd_per_kg", now.dysprosiumUsdPerKg());
        object.put("freight_usd_per_box", now.freightUsdPerBox());
        object.put("displayed_tariff_percent", NumberText.percent(now.displayedTariffBasisPoints()));
        object.put("normal_trade_percent", TariffBar.NORMAL_TRADE);
        object.put("us_duty_percent", Math.round(now.usDutyBasisPoints() / 10.0) / 10.0);
        object.put("cn_duty_percent", Math.round(now.cnDutyBasisPoints() / 10.0) / 10.0);
        for (Side side : Side.values()) {
            Map<String, Object> approval = new LinkedHashMap<>();
            for (Constituency constituency : Constituency.values()) {
                approval.put(constituency.name().toLowerCase(Locale.ROOT), now.approval(side, constituency));
            }
            object.put(side.word() + "_approval", approval);
        }
        List<Object> trade = new ArrayList<>();
        now.sectors().forEach(sector -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("sector", sector.sector().name());
            row.put("us_from_cn_usd_millions", sector.usFromCnUsdMillions());
            row.put("cn_from_us_usd_millions", sector.cnFromUsUsdMillions());
            trade.add(row);
        });
        object.put("trade", trade);
        return object;
    }
}
