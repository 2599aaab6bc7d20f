-- Secrets that the server makes for itself, one for each purpose. They stand here and not in a file of their own, so
-- that all servers of one database agree on what they sign.
CREATE TABLE server_secrets (
    purpose TEXT NOT NULL PRIMARY KEY,
    secret  TEXT NOT NULL
) STRICT;
