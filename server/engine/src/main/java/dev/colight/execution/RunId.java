package dev.colight.execution;

/** Numbers what a kernel is asked to run, from 1. */
public record RunId(int value) {}
