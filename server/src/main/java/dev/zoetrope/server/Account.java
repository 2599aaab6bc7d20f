package dev.zoetrope.server;

/// The account that all tokens of this server belong to.
///
/// @param type `user` or `organization`
/// @param username its name in paths
/// @param name its name for people
record Account(String type, String username, String name) {
    static Account of(RegistryOptions options) {
        return new Account("user", options.account(), options.account());
    }
}
