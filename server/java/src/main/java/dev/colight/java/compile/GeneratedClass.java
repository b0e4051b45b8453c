package dev.colight.java.compile;

/**
 * A class file.
 *
 * @param name binary name with dots
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record GeneratedClass(String name, byte[] bytes) {}
