package dev.colight.bench;

import dev.colight.bench.Benchmark.Findings;
import dev.colight.bench.Benchmark.Opening;
import dev.colight.bench.LiveServer.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes tables for people, ratios first. */
final class TableReport {
  private static final int WIDTH = 15;

  private TableReport() {}

  /** Returns the report. */
  static String of(Findings findings) {
    return String.join(
        "\n\n",
        ratios(findings),
        rivals(findings),
        kinds(findings),
        times(findings),
        opened(findings));
  }

  private static String ratios(Findings findings) {
    Measurements all = findings.measurements();
    int smallest = findings.sizes().get(0);
    return title("ratios, medians over rounds")
        + row("blocks", "edit/floor", "edit/floor p99", "edit/" + smallest)
        + findings.sizes().stream()
            .map(
                size ->
                    row(
                        size.toString(),
                        ratio(all.ratios(Contender.EDIT, Contender.FLOOR, of(size))),
                        tail(all.ratios(Contender.EDIT, Contender.FLOOR, of(size))),
                        ratio(all.growth(size, smallest))))
            .collect(Collectors.joining());
  }

  /** How many times as long each rival takes. */
  private static String rivals(Findings findings) {
    List<Contender> rivals = Contender.rivals();
    StringBuilder table = new StringBuilder(title("times as long as edit, medians over rounds"));
    table.append(row("blocks", rivals.stream().map(Contender::label).toArray(String[]::new)));
    for (int size : findings.sizes()) {
      table.append(
          row(
              Integer.toString(size),
              rivals.stream()
                  .map(rival -> findings.measurements().ratios(rival, Contender.EDIT, of(size)))
                  .map(TableReport::ratio)
                  .toArray(String[]::new)));
    }
    findings
        .absent()
        .forEach((rival, why) -> table.append("missing: " + rival.label() + ": " + why + "\n"));
    return table.toString();
  }

  private static String kinds(Findings findings) {
    Measurements all = findings.measurements();
    StringBuilder table = new StringBuilder(title("edit/floor by what the edited block defines"));
    List<PairKind> kinds = List.of(PairKind.values());
    table.append(
        row(
            "blocks",
            kinds.stream().map(k -> k.name().toLowerCase(Locale.ROOT)).toArray(String[]::new)));
    for (int size : findings.sizes()) {
      table.append(
          row(
              Integer.toString(size),
              kinds.stream()
                  .map(
                      kind ->
                          ratio(
                              all.ratios(
                                  Contender.EDIT,
                                  Contender.FLOOR,
                                  round -> round.size() == size && round.kind() == kind)))
                  .toArray(String[]::new)));
    }
    return table.toString();
  }

  private static String times(Findings findings) {
    StringBuilder table = new StringBuilder(title("milliseconds"));
    table.append(row("blocks", "what", "p50", "p95", "p99", "edits"));
    for (int size : findings.sizes()) {
      for (Contender contender : Contender.values()) {
        Samples times = findings.measurements().times(contender, of(size));
        if (!times.isEmpty()) {
          table.append(
              row(
                  Integer.toString(size),
                  contender.label(),
                  number(times.percentile(50)),
                  number(times.percentile(95)),
                  number(times.percentile(99)),
                  Integer.toString(times.count())));
        }
      }
    }
    return table.toString();
  }

  private static String opened(Findings findings) {
    StringBuilder table = new StringBuilder(title("opening, milliseconds (once, cold at first)"));
    table.append(row("blocks", "first result", "all", "floor"));
    findings
        .opened()
        .forEach((size, opening) -> table.append(row(size.toString(), opening(opening))));
    return table.toString();
  }

  private static String[] opening(Opening opening) {
    Run run = opening.run();
    return new String[] {number(run.first()), number(run.end()), number(opening.floor())};
  }

  private static Predicate<Round> of(int size) {
    return round -> round.size() == size;
  }

  private static String title(String text) {
    return text + "\n";
  }

  private static String row(String first, String... cells) {
    return String.format(Locale.ROOT, "%7s", first)
        + Arrays.stream(cells)
            .map(cell -> String.format(Locale.ROOT, "%" + WIDTH + "s", cell))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String ratio(Samples ratios) {
    return ratios.isEmpty() ? "-" : number(ratios.median());
  }

  private static String tail(Samples ratios) {
    return ratios.isEmpty() ? "-" : number(ratios.percentile(99));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
