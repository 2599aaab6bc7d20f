package dev.zoetrope.predictions;

import java.nio.file.Path;
import java.sql.SQLException;

/// Puts SQLite's errors into words, with a remedy each. The codes are those of sqlite.org/rescode.html; the low
/// byte is the primary one.
final class SqliteFailures {
    private static final int PRIMARY = 0xff;
    private static final int BUSY = 5;
    private static final int IOERR = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOTADB = 26;

    private SqliteFailures() {}

    static StoreException of(Path file, SQLException cause) {
        String said = " (" + cause.getMessage() + ")";
        return switch (cause.getErrorCode() & PRIMARY) {
            case FULL, IOERR ->
                new StoreFullException(
                        "The database " + file + " cannot be written" + said
                                + ": free space on its disk, or mend the disk; then try again.",
                        cause);
            case BUSY ->
                new StoreException(
                        "The database " + file + " is locked by another program" + said
                                + ": close that program, then try again.",
                        cause);
            case CORRUPT, NOTADB ->
                new StoreException(
                        "The database " + file + " is damaged" + said
                                + ": restore it from a backup, or move it away to start with an empty one.",
                        cause);
            default -> new StoreException("The database " + file + " refused a statement" + said + ".", cause);
        };
    }
}
