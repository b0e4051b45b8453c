package dev.colight.protocol;

/** Whether there was a run to cancel. */
public record CancelResult(boolean cancelled) {}
