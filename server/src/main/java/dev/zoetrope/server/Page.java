package dev.zoetrope.server;

import dev.zoetrope.predictions.Database;
import io.helidon.webserver.http.HttpService;
import java.util.List;

/// The page for people: its files, its addresses, and the answers that it alone asks for.
final class Page {
    private Page() {}

    /// Its answers and files, all under `/page`.
    static List<HttpService> services(
            Database database, Models models, Presenter presenter, Sessions sessions, SignInCodes codes, Gate gate) {
        var predictions = new PagePredictions(database, presenter, gate);
        var subjects = new PageState.Subjects(database.overview(), database.files(), database.tokens(), models);
        return List.of(
                new PageAssets(),
                new SignInRoutes(database.tokens(), sessions, codes, gate),
                predictions,
                new PageState(subjects, predictions, gate));
    }
}
