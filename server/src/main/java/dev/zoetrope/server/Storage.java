package dev.zoetrope.server;

import dev.zoetrope.files.Blobs;
import dev.zoetrope.files.LocalBlobs;
import dev.zoetrope.predictions.Database;
import dev.zoetrope.predictions.DatabaseOptions;
import dev.zoetrope.predictions.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What a server keeps in its data folder, the ways in and out of it, and the clock and the ids for what is new.
///
/// @param database the rows; closed by whoever opened this
/// @param blobs the contents of files
/// @param intake takes files in
/// @param delivery gives them out
/// @param links turns the names under which files are stored into addresses, and back
record Storage(
        Database database,
        Blobs blobs,
        FileIntake intake,
        FileDelivery delivery,
        FileLinks links,
        Ids ids,
        InstantSource clock) {
    /// Opens what lies in this folder, or makes it. `internal` is the address under which model processes reach the
    /// server, asked for when it is needed. Throws an unchecked exception when the folder cannot be used.
    static Storage open(Path data, Supplier<String> internal) {
        InstantSource clock = InstantSource.system();
        Ids ids = new Ids(clock, new SecureRandom());
        Blobs blobs = blobs(data.resolve("blobs"));
        Database database = Database.open(data, new DatabaseOptions(clock, ids, DatabaseOptions.DEFAULT_READERS));
        return new Storage(
                database,
                blobs,
                new FileIntake(database.files(), blobs, ids, clock),
                new FileDelivery(database.files(), blobs),
                new FileLinks(database.files(), internal),
                ids,
                clock);
    }

    private static Blobs blobs(Path folder) {
        try {
            return new LocalBlobs(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot hold files.", e);
        }
    }
}
