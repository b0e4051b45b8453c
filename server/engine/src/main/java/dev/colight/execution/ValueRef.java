package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;

/** Names a value that a kernel keeps: what a storage held after a run. */
public record ValueRef(RunKey run, CodeKey storage) {}
