package dev.colight.worker;

import dev.colight.worker.wire.ShownNames;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of a document from the class files that the server sent, when they are first
 * needed. A loader is one incarnation of the document's statics: another one over the same class
 * files would have its own.
 */
final class GeneratedLoader extends ClassLoader {
  /** Its name, which stack traces have. */
  static final String NAME = ShownNames.LOADER;

  static {
    registerAsParallelCapable();
  }

  /** By binary name; shared by all incarnations. */
  private final Map<String, byte[]> classFiles;

  private final Links links = new Links(this);
  private final AtomicInteger defined = new AtomicInteger();

  GeneratedLoader(ClassLoader parent, Map<String, byte[]> classFiles) {
    super(NAME, parent);
    this.classFiles = classFiles;
  }

  static Map<String, byte[]> newClassFiles() {
    return new ConcurrentHashMap<>();
  }

  /** Returns the function calls of this incarnation. */
  Links links() {
    return links;
  }

  /** Returns how many classes have been defined so far. */
  int defined() {
    return defined.get();
  }

  /** Returns a class of the document where it has been loaded, else null. */
  @Nullable Class<?> loaded(String name) {
    return findLoadedClass(name);
  }

  /** Returns another incarnation: the same classes, with statics of their own. */
  GeneratedLoader renewed() {
    return new GeneratedLoader(getParent(), classFiles);
  }

  /**
   * Loads a class: the document's own without asking the parent first, which cannot have them and
   * would search the class path for each.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    // When a class is first needed is not always the same: its document shall draw the same.
    IdentityHashes.State before = IdentityHashes.state();
    try {
      return classFiles.containsKey(name) ? own(name, resolve) : super.loadClass(name, resolve);
    } finally {
      before.restore();
    }
  }

  private Class<?> own(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      Class<?> type = known == null ? findClass(name) : known;
      if (resolve) {
        resolveClass(type);
      }
      return type;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classFiles.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    Class<?> type = defineClass(name, bytes, 0, bytes.length);
    defined.incrementAndGet();
    IdentityHashes.give(type);
    return type;
  }
}
