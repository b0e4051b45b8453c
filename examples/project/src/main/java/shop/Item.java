package shop;

/** Something to buy. */
public record Item(String name, int cents) {}
