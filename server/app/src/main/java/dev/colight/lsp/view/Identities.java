package dev.colight.lsp.view;

import java.util.regex.Pattern;

/** Leaves out of a text what the JVM makes up anew in each process. */
public final class Identities {
  /** An identity hash code, as in {@code java.lang.Object@1b6d3586} or {@code [I@74a14482}. */
  private static final Pattern HASH = Pattern.compile("(?<=[\\w$)\\];\\[])@[0-9a-f]{1,8}\\b");

  /** The JDK's own name of a lambda's class. */
  private static final Pattern LAMBDA = Pattern.compile("\\$\\$Lambda[\\w/$.]*");

  /** By which a part of a tree is asked for: it names the run, and a forced run is another one. */
  private static final Pattern EXPANDABLE =
      Pattern.compile("\"expandable\":\"[0-9a-f]+:\\d+[^\"]*\"");

  /** The number of a thread in its process, which its text has in it since JDK 19. */
  private static final Pattern THREAD = Pattern.compile("(?<=Thread\\[#)\\d+");

  private Identities() {}

  /** Returns a text in which two objects of a class that does not say otherwise are the same. */
  public static String without(String text) {
    String named = LAMBDA.matcher(text).replaceAll("\\$\\$Lambda");
    named = THREAD.matcher(named).replaceAll("");
    return EXPANDABLE
        .matcher(HASH.matcher(named).replaceAll("@"))
        .replaceAll("\"expandable\":\"\"");
  }
}
