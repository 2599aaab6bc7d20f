package dev.zoetrope.cog;

/// What a model gives out, and how the schema and the wire show it.
public enum OutputType {
    /// One file: [Model#predict] returns its [java.nio.file.Path]. On the wire a URI.
    FILE,
    /// Several files: a `List` of paths. On the wire an array of URIs.
    FILES,
    /// A string.
    TEXT,
    /// Pieces of text given by [Context#emit] as they come; `predict` returns null. On the wire an array that is shown
    /// as one text (`x-cog-array-type: iterator`, `x-cog-array-display: concatenate`).
    TEXT_STREAM,
    /// Files given by [Context#emit] as they come. On the wire an array (`x-cog-array-type: iterator`).
    FILE_STREAM,
    /// Any JSON value: maps, lists, strings, numbers.
    JSON
}
