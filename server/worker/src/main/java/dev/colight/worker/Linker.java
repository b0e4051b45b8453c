package dev.colight.worker;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Called by the JVM when a function of a document is called through its interface. */
public final class Linker {
  private Linker() {}

  /**
   * Makes the call site of a function interface: the bootstrap method that generated code names.
   *
   * @param interfaceKey names the interface in what the server says about links
   */
  public static CallSite bootstrap(
      MethodHandles.Lookup caller, String name, MethodType type, String interfaceKey) {
    if (caller.lookupClass().getClassLoader() instanceof GeneratedLoader loader) {
      IdentityHashes.State before = IdentityHashes.state();
      try {
        return loader.links().callSite(interfaceKey, name, type);
      } finally {
        before.restore();
      }
    }
    throw new IllegalCallerException("only code of the document is linked");
  }
}
