package dev.zoetrope.server;

import io.helidon.webserver.WebServer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What does the work: the models with their processes and runners, and the listener on loopback to which the
/// processes report.
///
/// @param models what can be run
/// @param pools the processes and runners behind them
/// @param inbox where the processes' reports arrive
/// @param live outputs as they grow
record Engine(Models models, Pools pools, CogInbox inbox, LiveOutputs live) {
    /// Listens for processes; whoever asked stops it.
    static WebServer listen(Storage storage, CogInbox inbox) {
        return Listener.listen("127.0.0.1", 0, Optional.empty(), routing -> {
            routing.register(new CogRoutes(inbox, storage.intake(), storage.links()));
            routing.register(storage.delivery());
        });
    }

    /// Fills the models and starts their runners, which take up what waits in the database. What must be closed is
    /// added to `parts`.
    static Engine start(
            ServerOptions options, Storage storage, String internal, CogInbox inbox, List<AutoCloseable> parts) {
        var live = new LiveOutputs();
        var trained = new CompletableFuture<TrainedVersions>();
        var database = storage.database();
        var tools = new Runner.Tools(
                database.predictions(),
                inbox,
                storage.links(),
                storage.intake(),
                (row, output) -> trained.join().keep(row, output),
                live,
                storage.ids(),
                storage.clock());
        var pools = new Pools(new PoolMaker(options, internal, inbox, tools));
        parts.add(pools);
        var models = new Models(database.models(), database.deployments(), pools, storage.clock());
        trained.complete(new TrainedVersions(models, storage.clock()));
        Registry.fill(models, database, options);
        pools.start(database.predictions(), models::reopen);
        return new Engine(models, pools, inbox, live);
    }
}
