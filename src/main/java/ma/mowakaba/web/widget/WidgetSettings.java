package ma.mowakaba.web.widget;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the widget.
 *
 * @param allowedOrigins sites that may carry it, such as {@code https://www.example.ma} or {@code https://*.example.ma}
 * @param roomsPerMinute one address may open
 * @param linesPerMinute one visitor may write
 * @param pulse how often visitors with an open socket are noted as present
 */
@ConfigurationProperties("mowakaba.chat")
record WidgetSettings(
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue("20") int roomsPerMinute,
        @DefaultValue("40") int linesPerMinute,
        @DefaultValue("20s") Duration pulse) {}
