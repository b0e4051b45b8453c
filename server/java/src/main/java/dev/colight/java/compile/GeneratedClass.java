package dev.colight.java.compile;

/**
 * A class file.
 *
 * @param name binary name with dots
 */
public record GeneratedClass(String name, byte[] bytes) {}
