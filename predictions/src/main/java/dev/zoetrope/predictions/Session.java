package dev.zoetrope.predictions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One connection with its prepared statements, which are kept: the texts are constants, so they are few. Not
/// thread-safe; the owner closes it.
final class Session implements AutoCloseable {
    /// Reads one row.
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /// Something to do with a session.
    @FunctionalInterface
    interface Work<T> {
        T run(Session session) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Runs a statement that gives rows.
    <T> List<T> all(String sql, Mapper<T> mapper, @Nullable Object... arguments) throws SQLException {
        try (ResultSet rows = bound(sql, arguments).executeQuery()) {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    /// Runs a statement that gives one row or none.
    <T> Optional<T> one(String sql, Mapper<T> mapper, @Nullable Object... arguments) throws SQLException {
        return all(sql, mapper, arguments).stream().findFirst();
    }

    /// Runs a statement that changes rows, and says how many.
    int update(String sql, @Nullable Object... arguments) throws SQLException {
        try {
            return bound(sql, arguments).executeUpdate();
        } catch (SQLException e) {
            forget(sql, e);
            throw e;
        }
    }

    /// Runs statements without parameters, separated by semicolons.
    void script(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        connection.close();
    }

    /// The driver closes a statement that failed.
    private void forget(String sql, SQLException why) {
        try {
            PreparedStatement failed = statements.remove(sql);
            if (failed != null) {
                failed.close();
            }
        } catch (SQLException e) {
            why.addSuppressed(e);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
        return statement;
    }
}
