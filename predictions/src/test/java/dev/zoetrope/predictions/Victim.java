package dev.zoetrope.predictions;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// A program that stores predictions as fast as it can, ends some, and prints what it was told is done, until
/// it is killed.
final class Victim {
    private static final int CREATORS = 16;

    private Victim() {}

    @SuppressWarnings("SystemOut") // the parent reads it
    public static void main(String[] arguments) {
        // Nobody closes it: that is the point.
        var store =
                Database.open(Path.of(arguments[0]), DatabaseOptions.defaults()).predictions();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CREATORS; i++) {
                String owner = "owner-" + i;
                threads.execute(() -> {
                    while (true) {
                        System.out.println(
                                "created " + store.create(Asked.of(owner)).id());
                    }
                });
            }
            threads.execute(() -> {
                while (true) {
                    store.claim("runner", Set.of(Asked.MODEL), Duration.ofHours(1))
                            .ifPresent(claim -> {
                                store.apply(claim, new Event.Succeeded("x", "", Map.of()));
                                System.out.println("ended " + claim.id());
                            });
                }
            });
        }
    }
}
