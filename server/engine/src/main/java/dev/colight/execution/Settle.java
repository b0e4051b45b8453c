package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.cache.Version;
import dev.colight.document.BlockId;
import dev.colight.execution.PlannerState.Running;
import dev.colight.execution.PlannerState.Written;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;

/** Gives blocks their results, and queues whoever can tell the difference. */
final class Settle {
  private Settle() {}

  /** Makes a result the present one of a block, whose turn is over. */
  static void apply(Work work, Cell cell, BlockResult result, Cell.Verdict verdict) {
    BlockResult old = cell.result();
    boolean unchanged =
        old != null && same(old, result) && verdict.equals(cell.verdict()) && isOfItsText(cell);
    List<Write> before = work.removeWrites(cell);
    work.put(work.cell(cell.id()).with(result, verdict));
    work.addWrites(work.cell(cell.id()));
    queueReaders(work, cell.order(), before, result.writes());
    work.noteEnd(work.cell(cell.id()));
    if (old != null && old.key() != null) {
      work.release(old.key(), cell.id());
    }
    RunKey key = result.key();
    if (key != null) {
      work.current = work.current.plus(key, cell.id());
    }
    done(work, work.cell(cell.id()), unchanged);
  }

  /** Tells whether what a block shows stands where it stood: what was said of lines still holds. */
  static boolean isOfItsText(Cell cell) {
    return cell.last().analysis() == cell.analysis();
  }

  /** Takes in that a block that was to run will not. */
  static void cancelled(Work work, Cell cell) {
    Cell.Verdict verdict = isOfItsText(cell) ? cell.verdict() : Cell.Verdict.FINE;
    apply(work, cell, BlockResult.of(new Outcome.Cancelled()), verdict);
  }

  /** Of one key there can be two results: where a block that asks for the time was run again. */
  private static boolean same(BlockResult a, BlockResult b) {
    return Objects.equals(a.key(), b.key())
        && a.outcome().equals(b.outcome())
        && a.outputs().equals(b.outputs());
  }

  /** Ends a block's turn with the result that it has. */
  static void done(Work work, Cell cell, boolean unchanged) {
    work.dequeue(cell);
    work.put(work.cell(cell.id()).forced(false));
    work.commands.add(new PlannerCommand.TellFinished(cell.id(), unchanged));
    BlockResult result = cell.result();
    boolean refused = work.cell(cell.id()).verdict().refused() != null;
    boolean failed = result != null && (refused || failed(result.outcome()));
    // It may have its turn again in the same run: what it waited for has come.
    PSet<BlockId> before = work.tally.failed();
    work.tally = work.tally.withFailed(failed ? before.plus(cell.id()) : before.minus(cell.id()));
  }

  private static boolean failed(Outcome outcome) {
    return !(outcome instanceof Outcome.Completed)
        && !(outcome instanceof Outcome.Cancelled)
        && !outcome.waitsForConsent();
  }

  private static void queueReaders(Work work, long order, List<Write> before, List<Write> after) {
    Map<CodeKey, Write> old = new HashMap<>();
    before.forEach(w -> old.put(w.storage(), w));
    Set<CodeKey> differing = new HashSet<>(old.keySet());
    for (Write write : after) {
      Write was = old.get(write.storage());
      if (was != null && was.sameState(write)) {
        differing.remove(write.storage());
      } else {
        differing.add(write.storage());
      }
    }
    differing.forEach(storage -> work.queueReaders(storage, order));
  }

  /** Takes in a run that has ended. */
  static void finished(Work work, Running running, KernelEvent.Finished event) {
    Cell cell = work.cells.get(running.block());
    if (cell == null || running.cancelled()) {
      return;
    }
    Outcome outcome =
        event.cancelled()
            ? new Outcome.Cancelled()
            : event.thrown() == null
                ? new Outcome.Completed(event.returned())
                : new Outcome.Threw(event.thrown(), event.segment(), event.statement());
    RunKey key = running.request().key();
    BlockResult result =
        new BlockResult(
            key,
            outcome,
            Streams.kept(work.cache, cell.result(), running.outputs()),
            event.cancelled() ? List.of() : writes(running, event),
            BlockResult.inputs(running.seen().values()),
            running.links().sources(),
            event.nanos(),
            false);
    work.tally = work.tally.executedOne();
    applyAfterRun(work, running, cell, result);
    if (!event.cancelled()) {
      remember(work, key, result);
    }
  }

  /**
   * Takes in a run that was not let touch the outside world: it is as if it had not begun. That is
   * remembered, so that it need not run again to find out.
   */
  static void denied(Work work, Running running, KernelEvent.Denied event) {
    Cell cell = work.cells.get(running.block());
    if (cell == null || running.cancelled()) {
      return;
    }
    RunRequest request = running.request();
    Set<CodeKey> storages = new HashSet<>(request.kept());
    storages.addAll(request.probes());
    BlockResult result = BlockResult.waiting(held(running, cell, event), request.key(), storages);
    work.tally = work.tally.executedOne();
    applyAfterRun(work, running, cell, result);
    remember(work, request.key(), result);
  }

  private static Outcome held(Running running, Cell cell, KernelEvent.Denied event) {
    KernelEvent.Frame frame = event.frame();
    CodeKey code = frame == null ? null : frame.code();
    if (frame != null && code != null) {
      return new Outcome.Held(new Effect(event.does(), event.call(), frame.token()), code);
    }
    CodeKey own = running.request().segments().get(event.segment()).key();
    int token =
        cell.segments().stream()
            .filter(segment -> segment.key().equals(own))
            .map(segment -> segment.unit().statements())
            .mapToInt(all -> all.get(Math.min(event.statement(), all.size() - 1)).firstToken())
            .findFirst()
            .orElse(0);
    return new Outcome.Held(new Effect(event.does(), event.call(), token), own);
  }

  private static void remember(Work work, RunKey key, BlockResult result) {
    var trimmed = work.cache.with(key, result).trim(k -> work.current.containsKey(k));
    work.cache = trimmed.cache();
    List<ValueRef> values = new ArrayList<>();
    for (BlockResult dropped : trimmed.dropped()) {
      dropped.writes().forEach(w -> values.add(w.value()));
    }
    if (!values.isEmpty()) {
      work.commands.add(new PlannerCommand.Forget(values));
    }
  }

  private static List<Write> writes(Running running, KernelEvent.Finished event) {
    Set<CodeKey> declared = new HashSet<>();
    for (RunRequest.Segment segment : running.request().segments()) {
      segment.declares().values().forEach(declared::addAll);
    }
    List<Write> result = new ArrayList<>();
    Map<CodeKey, Written> alone = new HashMap<>(running.seen());
    for (KernelEvent.Kept kept : event.kept()) {
      Written before = running.seen().get(kept.storage());
      if (declared.contains(kept.storage()) || kept.changed()) {
        result.add(write(running, kept));
      } else if (before != null && !before.write().shares().equals(kept.shares())) {
        result.add(before.write().sharing(kept.shares()));
      }
      alone.remove(kept.storage());
    }
    alone.forEach(
        (storage, before) -> {
          boolean probed = running.request().probes().contains(storage);
          if (probed && !before.write().shares().isEmpty()) {
            result.add(before.write().sharing(Set.of()));
          }
        });
    return result;
  }

  private static Write write(Running running, KernelEvent.Kept kept) {
    RunKey key = running.request().key();
    return new Write(
        kept.storage(),
        version(kept.storage(), key, kept.digest()),
        new ValueRef(key, kept.storage()),
        running.id().value(),
        kept.mutable(),
        kept.code() ? running.links().code() : Set.of(),
        kept.code() ? reads(running) : Set.of(),
        kept.code() ? running.request().linksAtEnd() : Map.of(),
        kept.code() ? running.links().made() : Set.of(),
        kept.code() ? running.links().sources() : Set.of(),
        kept.code() ? running.links().hidden() : Set.of(),
        kept.shares(),
        kept.defined(),
        false);
  }

  private static Set<CodeKey> reads(Running running) {
    Set<CodeKey> result = new HashSet<>(running.links().storages());
    result.addAll(running.request().kept());
    return result;
  }

  private static Version version(CodeKey storage, RunKey key, @Nullable String digest) {
    return new Version(
        digest != null
            ? Digest.builder().add("value").add(digest).build()
            : Digest.builder().add("run").add(key.digest()).add(storage.digest()).build());
  }

  /** Takes in that the process is gone while it ran a block. */
  static void crashed(Work work, Running running, String reason) {
    Cell cell = work.cells.get(running.block());
    if (cell != null && !running.cancelled()) {
      cutShort(work, running, cell, new Outcome.Crashed(reason), 0);
    }
  }

  /** Takes in that a block of a program has ended it, and with it the process. */
  static void exited(Work work, Running running) {
    Cell cell = work.cells.get(running.block());
    if (cell != null && !running.cancelled()) {
      cutShort(work, running, cell, new Outcome.Completed(true), 0);
    }
  }

  /** Takes in that a run was ended because it took too long. */
  static void timedOut(Work work, Running running, Duration limit) {
    Cell cell = work.cells.get(running.block());
    if (cell != null) {
      cutShort(work, running, cell, new Outcome.TimedOut(limit), limit.toNanos());
    }
  }

  private static void cutShort(Work work, Running running, Cell cell, Outcome outcome, long nanos) {
    work.tally = work.tally.executedOne();
    BlockResult result =
        new BlockResult(
            running.request().key(),
            outcome,
            Streams.kept(work.cache, cell.result(), running.outputs()),
            List.of(),
            Map.of(),
            running.links().sources(),
            nanos,
            false);
    applyAfterRun(work, running, cell, result);
  }

  /** Applies the result of a run; a block that became pending while it ran stays so. */
  private static void applyAfterRun(Work work, Running running, Cell cell, BlockResult result) {
    boolean pending = work.pending.containsKey(cell.order());
    boolean unresolved = work.unresolved.containsKey(cell.order());
    apply(work, cell, result, running.verdict());
    if (pending) {
      work.pending = work.pending.plus(cell.order(), cell.id());
    }
    if (unresolved) {
      work.unresolved = work.unresolved.plus(cell.order(), cell.id());
    }
  }

  /** Takes a result from the cache. */
  static void adopt(Work work, Cell cell, BlockResult cached, Cell.Verdict verdict) {
    work.tally = work.tally.cachedOne();
    RunKey key = cached.key();
    if (key != null) {
      work.cache = work.cache.with(key, cached);
    }
    apply(work, cell, cached.asCached(), verdict);
  }

  /** Replaces a block's result by the same one, with some of its values gone. */
  static void lose(Work work, Cell cell, BlockResult result) {
    List<Write> before = work.removeWrites(cell);
    work.put(work.cell(cell.id()).losing(result));
    work.addWrites(work.cell(cell.id()));
    queueReaders(work, cell.order(), before, result.writes());
  }

  /** Forces the block that gave a storage its state to run again, as its value is gone. */
  static void replay(Work work, BlockId maker) {
    Cell cell = work.cell(maker);
    work.put(cell.forced(true));
    work.queue(maker);
  }
}
