package dev.colight.workspace;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Language;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What all sessions of a workspace share.
 *
 * @param events runs tasks on the event thread
 * @param compiler compiles for a session, and answers it
 * @param answers brings what a session hears from elsewhere to the event thread
 * @param forget drops code that a session needs no more
 */
record SessionServices(
    Language language,
    AnalysisMemo memo,
    Executor events,
    BiConsumer<DocumentSession, PlannerCommand.Compile> compiler,
    BiConsumer<DocumentSession, PlannerEvent> answers,
    Consumer<Collection<CodeKey>> forget) {}
