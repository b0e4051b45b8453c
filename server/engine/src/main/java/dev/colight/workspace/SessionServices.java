package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Consent;
import dev.colight.execution.Language;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What all sessions of a workspace share.
 *
 * @param nanos tells the time
 * @param after runs a task on the event thread after some time
 * @param compiler compiles for a session, and answers it
 * @param answers brings what a session hears from elsewhere to the event thread
 * @param events runs a task of a session on the event thread, unless it is closed by then
 * @param consent what may touch the outside world though nobody has asked for it
 * @param forget drops code that a session needs no more
 */
record SessionServices(
    Language language,
    AnalysisMemo memo,
    LongSupplier nanos,
    BiConsumer<Duration, Runnable> after,
    BiConsumer<DocumentSession, PlannerCommand.Compile> compiler,
    BiConsumer<DocumentSession, PlannerEvent> answers,
    BiConsumer<DocumentSession, Runnable> events,
    Supplier<Consent> consent,
    Consumer<Collection<CodeKey>> forget) {}
