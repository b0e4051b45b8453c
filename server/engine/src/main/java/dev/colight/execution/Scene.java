package dev.colight.execution;

import dev.colight.document.Document;

/** A document at one moment, for those who help with editing it. */
public record Scene(Document document, Meanings meanings) {}
