package dev.zoetrope.server;

import dev.zoetrope.cog.CogClient;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/// A Cog process at a URL, started and ended by others. Giving it up means dialling it anew after a pause.
final class RemoteProcess implements ModelProcess {
    private final URI url;
    private final CogClient client;
    private volatile boolean givenUp;

    RemoteProcess(URI url) {
        this.url = url;
        this.client = new CogClient(url);
    }

    @Override
    public CogClient client() {
        return client;
    }

    @Override
    public String name() {
        return url.toString();
    }

    @Override
    public boolean isAlive() {
        return !givenUp;
    }

    @Override
    public boolean endsWithin(Duration atMost) {
        return givenUp; // nothing tells of its end
    }

    @Override
    public String epitaph() {
        return "the endpoint " + url + " stopped working";
    }

    @Override
    public String tail() {
        return "";
    }

    @Override
    public OptionalLong residentMemory() {
        return OptionalLong.empty();
    }

    @Override
    public void kill() {
        givenUp = true;
    }

    @Override
    public void close() {
        givenUp = true;
        client.close();
    }
}
