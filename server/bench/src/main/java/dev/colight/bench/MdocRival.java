package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.bench.ScalaPairs.Worksheet;
import dev.colight.bench.mdoc.MdocHost;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * mdoc's worksheets, which Scala's language server evaluates as a whole whenever one is saved: the
 * same document in Scala. So this is a compiler of another language, too.
 */
final class MdocRival implements Rival {
  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;
  private final BenchDocument document;

  /**
   * Starts a process with mdoc.
   *
   * @param warmUp how many times the document is evaluated before the first edit
   */
  MdocRival(List<Path> jars, BenchDocument document, int warmUp) throws IOException {
    this.document = document;
    String classPath =
        Stream.concat(Stream.of(own()), jars.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    process =
        new ProcessBuilder(
                Processes.tool("java"), "-cp", classPath, MdocHost.class.getCanonicalName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    to = new DataOutputStream(process.getOutputStream());
    from = new DataInputStream(process.getInputStream());
    try {
      for (int i = 0; i < warmUp; i++) {
        edit(document.pairs().get(0), BenchDocument.FIRST + i);
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private static Path own() throws IOException {
    try {
      return Path.of(MdocHost.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Override
  public String edit(Pair pair, int value) throws IOException {
    Worksheet worksheet = ScalaPairs.of(document, pair, value);
    byte[] text = worksheet.text().getBytes(StandardCharsets.UTF_8);
    to.writeInt(text.length);
    to.write(text);
    to.flush();
    String shown = new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    // Such as "3 : Int = 42", with the line in front.
    String start = worksheet.shown().get(pair.number() - 1) + " ";
    for (String line : shown.split("\n")) {
      if (line.startsWith(start)) {
        return line.substring(line.indexOf(" = ") + 3);
      }
    }
    throw new IOException("mdoc says " + shown);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
