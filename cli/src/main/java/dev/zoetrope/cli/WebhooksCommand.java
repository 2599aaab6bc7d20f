package dev.zoetrope.cli;

import dev.zoetrope.api.Codec;
import dev.zoetrope.api.Prediction;
import dev.zoetrope.cli.HookListener.Arrival;
import dev.zoetrope.cli.HookListener.Verdict;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `webhooks`: looks at webhooks during development.
@Command(name = "webhooks", description = "Receive and check webhooks during development.")
final class WebhooksCommand {
    private final Surroundings surroundings;
    private final InstantSource clock = InstantSource.system();

    WebhooksCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Command(
            name = "listen",
            description = "Receive webhooks of a running server, check their signatures and print a line for each.",
            footer = {
                "",
                "Pass the URL it prints as `webhook` when you create a prediction. The server must be started with",
                "--allow-private-webhooks, since the URL is on this machine."
            })
    int listen(
            @Mixin DataOptions data,
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "8485",
                            description = "Port to listen on, 0 for any free one (8485).")
                    int port,
            @Option(names = "--json", description = "Print each as a line of JSON, the whole prediction included.")
                    boolean json,
            @Option(names = "--count", paramLabel = "N", defaultValue = "0", description = "End after so many (never).")
                    int count)
            throws InterruptedException {
        String secret;
        try (Target server = Target.running(surroundings, data.read(surroundings, Map.of()))) {
            secret = server.replicate().webhookSecret();
        }
        // A latch of 0 would be open at once; nobody receives so many.
        var left = new CountDownLatch(count > 0 ? count : Integer.MAX_VALUE);
        try (var listener = HookListener.start(
                port,
                secret,
                arrival -> {
                    surroundings.out().println(json ? asJson(arrival) : line(arrival));
                    left.countDown();
                },
                clock)) {
            surroundings
                    .err()
                    .println("listening; pass \"webhook\": \"" + listener.url()
                            + "\" (the server needs --allow-private-webhooks)");
            left.await();
        }
        return ExitCode.OK.number();
    }

    private static String asJson(Arrival arrival) {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", arrival.id());
        shown.put("signature", arrival.verdict().name().toLowerCase(Locale.ROOT));
        shown.put("body", body(arrival));
        return Codec.write(shown);
    }

    private static @Nullable Object body(Arrival arrival) {
        try {
            return Codec.readValue(arrival.body());
        } catch (Codec.MalformedJson e) {
            return arrival.body();
        }
    }

    /// Time, verdict, status, id, model, and how large it was.
    private String line(Arrival arrival) {
        String time = LocalTime.ofInstant(clock.instant(), ZoneId.systemDefault())
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        String verdict = switch (arrival.verdict()) {
            case Verdict.VERIFIED -> "verified";
            case Verdict.OLD -> "TOO OLD OR NEW";
            case Verdict.WRONG -> "SIGNATURE WRONG";
        };
        return time + "  " + verdict + "  " + what(arrival) + "  "
                + arrival.body().length() + " characters";
    }

    private static String what(Arrival arrival) {
        try {
            var prediction = Codec.read(arrival.body(), Prediction.class);
            return String.format(
                    Locale.ROOT, "%-10s  %s  %s", prediction.status().wire(), prediction.id(), prediction.model());
        } catch (Codec.MalformedJson e) {
            return "no prediction";
        }
    }
}
