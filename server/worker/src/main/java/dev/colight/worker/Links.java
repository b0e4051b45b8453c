package dev.colight.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which body each function interface goes to, and keeps the call sites that exist in line with
 * that. Bodies are looked up at a call site's first call after a change, so that linking loads no
 * class that does not run.
 */
final class Links {
  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private final ClassLoader loader;

  /** Guarded by this, as are {@code sites}. */
  private final Map<String, Target> targets = new HashMap<>();

  private final Map<String, List<Site>> sites = new HashMap<>();

  Links(ClassLoader loader) {
    this.loader = loader;
  }

  /** Binds interfaces; calls go there from now on, in all threads. */
  synchronized void link(Map<String, Target> changes) {
    List<MutableCallSite> changed = new ArrayList<>();
    changes.forEach(
        (key, target) -> {
          if (!target.equals(targets.put(key, target))) {
            for (Site site : sites.getOrDefault(key, List.of())) {
              site.setTarget(site.unresolved);
              changed.add(site);
            }
          }
        });
    if (!changed.isEmpty()) {
      MutableCallSite.syncAll(changed.toArray(MutableCallSite[]::new));
    }
  }

  /** Makes a call site for an interface, whether it is linked yet or not. */
  synchronized MutableCallSite callSite(String interfaceKey, String name, MethodType type) {
    Site site = new Site(interfaceKey, name, type);
    sites.computeIfAbsent(interfaceKey, key -> new ArrayList<>(1)).add(site);
    return site;
  }

  private synchronized @Nullable Target target(String interfaceKey) {
    return targets.get(interfaceKey);
  }

  /** The method that implements a function. */
  record Target(String bodyClass, String method) {}

  /** A call site that finds its target when it is called. */
  private final class Site extends MutableCallSite {
    private final String interfaceKey;
    private final String name;
    private final MethodHandle unresolved;

    private Site(String interfaceKey, String name, MethodType type) {
      super(type);
      this.interfaceKey = interfaceKey;
      this.name = name;
      try {
        MethodHandle resolve =
            LOOKUP.findVirtual(Site.class, "resolve", MethodType.methodType(MethodHandle.class));
        unresolved =
            MethodHandles.foldArguments(MethodHandles.exactInvoker(type), resolve.bindTo(this));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError("a call site cannot reach its own method", e);
      }
      setTarget(unresolved);
    }

    @SuppressWarnings("UnusedMethod") // called through unresolved
    private MethodHandle resolve() throws ReflectiveOperationException {
      Target target = target(interfaceKey);
      if (target == null) {
        throw new IllegalStateException("the method " + name + " is not defined here");
      }
      Class<?> body = Class.forName(target.bodyClass, false, loader);
      MethodHandle method =
          MethodHandles.privateLookupIn(body, LOOKUP).findStatic(body, target.method, type());
      synchronized (Links.this) {
        if (target.equals(targets.get(interfaceKey))) {
          setTarget(method);
        }
      }
      return method;
    }
  }
}
