/// Proof that Replicate's own clients work against this server: each client's script runs as a child process
/// against a real server with real model processes, and says of each feature whether it works, differs (and
/// why) or fails. The findings become `docs/compatibility.md`.
///
/// Run it alone with `./mvnw -pl compat -am test -Dtest='dev.zoetrope.compat.**'
/// -Dsurefire.failIfNoSpecifiedTests=false`;
/// `-Dcompat.long=false` leaves out the runs of 70 s, `-Dcompat.write=true` writes the table instead of comparing it.
@org.jspecify.annotations.NullUnmarked
package dev.zoetrope.compat;
