package dev.zoetrope.cog;

import java.util.List;

/// What a Cog model answered to [CogClient#create].
public sealed interface CogCreated {
    /// It runs, or has run already if the model cannot answer before the end.
    ///
    /// @param snapshot what the model said of it
    record Accepted(CogSnapshot snapshot) implements CogCreated {}

    /// Every slot is taken; ask again later. From a model believed idle it means that its worker has died.
    record Busy() implements CogCreated {}

    /// It is still setting up, or its setup failed.
    ///
    /// @param detail why, in the model's words
    record NotReady(String detail) implements CogCreated {}

    /// The request is wrong, and stays so.
    ///
    /// @param detail what is wrong, in one text
    /// @param violations what is wrong, one by one; empty if the model only gave a text
    record Rejected(String detail, List<Violation> violations) implements CogCreated {
        public Rejected {
            violations = List.copyOf(violations);
        }
    }
}
