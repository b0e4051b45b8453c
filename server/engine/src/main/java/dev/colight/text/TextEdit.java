package dev.colight.text;

/** Replaces a range of a text; positions past an end are clamped to it. */
public record TextEdit(Range range, String newText) {}
