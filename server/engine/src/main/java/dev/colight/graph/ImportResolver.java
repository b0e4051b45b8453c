package dev.colight.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into packages and types for what on-demand imports give. */
public interface ImportResolver {
  /** Returns the imports that every document starts with, as in {@link ImportUnit#text()}. */
  List<String> defaultImports();

  /**
   * Resolves a name that no definition and no single import gives.
   *
   * @param onDemand on-demand imports in scope, as in {@link ImportUnit#text()}, nearest last
   * @return the single imports that give the name, such as {@code java.util.List} or {@code static
   *     java.lang.Math.max}: none where the language finds the name by itself ({@code String}) or
   *     there is none, several where it is ambiguous or overloaded across types
   */
  List<String> resolve(Name name, List<String> onDemand);

  /**
   * Returns what is wrong with an import as in {@link ImportUnit#text()}, in words for people, or
   * null where it names something that is there.
   */
  @Nullable String problem(String text);

  /**
   * Returns what tells one thing that an import names from another of the same name: empty for what
   * belongs to the platform, and for what is not there.
   *
   * @param text as in {@link ImportUnit#text()}
   */
  default String origin(String text) {
    return "";
  }

  /**
   * Returns what tells apart the things whose qualified name may begin with a name that nothing
   * else gives: empty where there are none outside of the platform.
   */
  default String origin(Name name) {
    return "";
  }

  /**
   * Returns the same of {@link #origin(String)} that does not change while other files are edited:
   * what keys of results are made of, where the code says itself what it reaches in those files.
   */
  default String lasting(String text) {
    return origin(text);
  }

  /** Returns the same of {@link #origin(Name)}. */
  default String lasting(Name name) {
    return origin(name);
  }

  /**
   * Returns why things that a document asks for are not there, in words for people; null where they
   * are.
   */
  default @Nullable String lack() {
    return null;
  }
}
