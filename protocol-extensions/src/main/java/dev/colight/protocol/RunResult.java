package dev.colight.protocol;

/** The number of the run that was asked for. */
public record RunResult(int run) {}
