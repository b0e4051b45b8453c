package dev.colight.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts what is measured from outside, with the JDK and, for servers, the options of this one. */
final class Processes {
  private Processes() {}

  /** Returns the path of a program of the JDK. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** Starts a language server as the launcher has started this program, for trusted documents. */
  static Process server() throws IOException {
    List<String> command = new ArrayList<>(List.of(tool("java")));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "dev.colight.cli.Main",
            "lsp",
            "--trust"));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Returns the memory that a process occupies, in megabytes. */
  static double resident(long pid) throws IOException, InterruptedException {
    return Double.parseDouble(output("ps", "-o", "rss=", "-p", Long.toString(pid)).strip()) / 1024;
  }

  /** Runs a command; returns what it printed. */
  static String output(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
