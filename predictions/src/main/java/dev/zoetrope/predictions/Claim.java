package dev.zoetrope.predictions;

/// A runner's hold on a prediction.
///
/// @param row the prediction as claimed
/// @param runner who holds it
/// @param token the fencing token: each claim of a prediction gets a greater one
public record Claim(PredictionRow row, String runner, long token) {
    /// The prediction's id.
    public String id() {
        return row.id();
    }
}
