package dev.colight.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which objects are looked into, when it is to be found out what a run has changed. The rules are
 * about the platform's classes: a document's own are always looked into.
 */
final class Leaves {
  /** Packages, with all below them, whose objects never change, or belong to the platform. */
  private static final Set<String> PACKAGES =
      Set.of(
          "java.lang.constant.",
          "java.lang.invoke.",
          "java.lang.module.",
          "java.lang.reflect.",
          "java.math.",
          "java.nio.charset.",
          "java.nio.file.",
          "java.security.",
          "java.time.",
          "java.util.logging.",
          "java.util.spi.",
          "javax.crypto.",
          "javax.net.",
          "jdk.internal.",
          "sun.");

  /** In those packages, what has a state of its own after all, with all that extends it. */
  private static final Set<String> STATEFUL =
      Set.of(
          "java.awt.Graphics",
          "java.awt.image.Raster",
          "java.io.FilterInputStream",
          "java.io.FilterOutputStream",
          "java.lang.invoke.BoundMethodHandle",
          "java.lang.invoke.DelegatingMethodHandle",
          "java.lang.reflect.AccessibleObject",
          "java.lang.reflect.Proxy",
          "java.nio.charset.CharsetDecoder",
          "java.nio.charset.CharsetEncoder",
          "java.security.MessageDigestSpi",
          "java.text.BreakIterator",
          "java.time.format.DateTimeFormatterBuilder",
          "java.util.TimeZone",
          "java.util.logging.Handler",
          "java.util.logging.LogRecord",
          "jdk.internal.foreign.HeapMemorySegmentImpl",
          "jdk.internal.icu.text.NormalizerBase",
          "jdk.internal.icu.text.UCharacterIterator",
          "jdk.internal.util.random.RandomSupport$RandomSpliterator",
          "sun.java2d.SurfaceData",
          "sun.nio.cs.StreamDecoder",
          "sun.nio.cs.StreamEncoder",
          "sun.util.calendar.CalendarDate",
          "sun.util.locale.InternalLocaleBuilder");

  /** What belongs to the platform, with all that extends it. */
  private static final Set<String> BASES =
      Set.of(
          "java.awt.GraphicsEnvironment",
          "java.awt.Toolkit",
          "java.awt.color.ColorSpace",
          "java.awt.image.ColorModel",
          "java.lang.ClassLoader",
          "java.util.ResourceBundle");

  private static final Set<String> CLASSES =
      Set.of(
          "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Class",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Module",
          "java.lang.ModuleLayer",
          "java.lang.Runtime",
          "java.lang.Short",
          "java.lang.StackTraceElement",
          "java.lang.String",
          "java.lang.ref.ReferenceQueue$Null",
          "java.net.Inet4Address",
          "java.net.Inet6Address",
          "java.net.URI",
          "java.net.URL",
          "java.text.RBCollationTables",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$EmptySet",
          "java.util.Currency",
          "java.util.Locale",
          "java.util.UUID",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.regex.Pattern");

  /** What has a state that no field holds: a thread, a file, memory outside the heap. */
  private static final Set<String> OUTSIDE =
      Set.of(
          "java.io.FileDescriptor",
          "java.lang.Process",
          "java.lang.Thread",
          "java.lang.ThreadGroup",
          "java.lang.ThreadLocal",
          "java.lang.foreign.Arena",
          "java.lang.invoke.MutableCallSite",
          "java.lang.invoke.SwitchPoint",
          "java.lang.invoke.VolatileCallSite",
          "java.lang.ref.Cleaner$Cleanable",
          "java.net.ServerSocket",
          "java.net.Socket",
          "java.nio.channels.Channel",
          "java.nio.file.DirectoryStream",
          "java.nio.file.FileChannelLinesSpliterator",
          "java.nio.file.FileTreeIterator",
          "java.nio.file.WatchKey",
          "java.nio.file.WatchService",
          "java.security.KeyPairGenerator",
          "java.security.KeyStore",
          "java.security.SecureRandom",
          "java.security.Signature",
          "java.util.Timer",
          "java.util.concurrent.Executor",
          "java.util.zip.Deflater",
          "java.util.zip.Inflater",
          "java.util.zip.ZipFile",
          "javax.crypto.Cipher",
          "javax.crypto.KeyAgreement",
          "javax.crypto.KeyGenerator",
          "javax.crypto.Mac",
          "jdk.internal.foreign.MappedMemorySegmentImpl",
          "jdk.internal.foreign.MemorySessionImpl",
          "jdk.internal.foreign.NativeMemorySegmentImpl",
          "sun.nio.ch.DirectBuffer");

  /** Fields that lead to what many objects of the platform belong to, and that none of them is. */
  private static final Set<String> OWNERS =
      Set.of(
          "java.lang.Thread.contextClassLoader",
          "java.lang.Thread.group",
          "java.lang.Thread.inheritableThreadLocals",
          "java.lang.Thread.threadLocals",
          "java.lang.Thread$FieldHolder.group",
          "java.lang.Thread$FieldHolder.terminatingThreadLocals",
          "java.lang.ThreadGroup.parent",
          "java.lang.VirtualThread.scheduler",
          "java.lang.invoke.MethodHandle.asTypeCache",
          "java.lang.invoke.MethodHandle.asTypeSoftCache",
          "java.lang.invoke.MethodHandle.customizationCount",
          "java.lang.invoke.MethodHandle.form",
          "java.lang.invoke.MethodHandle.updateInProgress",
          "java.util.concurrent.Executors$DefaultThreadFactory.group",
          "jdk.internal.ref.PhantomCleanable.list",
          "jdk.internal.ref.PhantomCleanable.next",
          "jdk.internal.ref.PhantomCleanable.prev",
          "sun.util.calendar.CalendarDate.zoneinfo");

  /** Fields that cache what can be computed again: setting one changes nothing. */
  private static final Set<String> CACHES =
      Set.of(
          "java.awt.Image.surfaceManager",
          "java.lang.Enum.hash",
          "java.lang.NullPointerException.extendedMessage",
          "java.lang.NullPointerException.extendedMessageState",
          "java.lang.Throwable.backtrace",
          "java.lang.Throwable.depth",
          "java.lang.ref.Reference.discovered",
          "java.lang.ref.SoftReference.timestamp",
          "java.text.DecimalFormat.fastPathData",
          "java.text.DecimalFormat.isFastPath",
          "java.text.DigitList.count",
          "java.text.DigitList.data",
          "java.text.DigitList.decimalAt",
          "java.text.DigitList.digits",
          "java.text.DigitList.isNegative",
          "java.text.DigitList.tempBuffer",
          "java.text.DigitList.tempBuilder",
          "java.text.RuleBasedCollator.sourceCursor",
          "java.text.RuleBasedCollator.targetCursor",
          "java.util.AbstractMap.keySet",
          "java.util.AbstractMap.values",
          "java.util.Collections$SynchronizedMap.entrySet",
          "java.util.Collections$SynchronizedMap.keySet",
          "java.util.Collections$SynchronizedMap.values",
          "java.util.Collections$UnmodifiableMap.entrySet",
          "java.util.Collections$UnmodifiableMap.keySet",
          "java.util.Collections$UnmodifiableMap.values",
          "java.util.EnumMap.entrySet",
          "java.util.HashMap.entrySet",
          "java.util.Hashtable.entrySet",
          "java.util.Hashtable.keySet",
          "java.util.Hashtable.values",
          "java.util.IdentityHashMap.entrySet",
          "java.util.TreeMap.descendingMap",
          "java.util.TreeMap.entrySet",
          "java.util.TreeMap.navigableKeySet",
          "java.util.WeakHashMap.entrySet",
          "java.util.concurrent.ConcurrentHashMap.entrySet",
          "java.util.concurrent.ConcurrentHashMap.keySet",
          "java.util.concurrent.ConcurrentHashMap.values",
          "java.util.concurrent.ConcurrentSkipListMap.descendingMap",
          "java.util.concurrent.ConcurrentSkipListMap.entrySet",
          "java.util.concurrent.ConcurrentSkipListMap.keySet",
          "java.util.concurrent.ConcurrentSkipListMap.values",
          "java.util.concurrent.locks.ReentrantReadWriteLock$Sync.cachedHoldCounter",
          "java.util.concurrent.locks.ReentrantReadWriteLock$Sync.firstReaderHoldCount",
          "java.util.concurrent.locks.ReentrantReadWriteLock$Sync.readHolds");

  /** Caches of the object's own state: without value when another state is put back. */
  private static final Set<String> PASSING =
      Set.of(
          "java.awt.geom.Area.cachedBounds",
          "java.lang.StringBuffer.toStringCache",
          "java.text.DecimalFormat.negativePrefixFieldPositions",
          "java.text.DecimalFormat.negativeSuffixFieldPositions",
          "java.text.DecimalFormat.positivePrefixFieldPositions",
          "java.text.DecimalFormat.positiveSuffixFieldPositions",
          "java.util.TimeZone.zoneId",
          "sun.util.calendar.ZoneInfo.lastRule");

  /** Flags that have such a cache made anew: set when another state is put back. */
  private static final Set<String> RENEWING = Set.of("java.text.DecimalFormat.fastPathCheckNeeded");

  /** Arrays that are never written to, and shared by many. */
  private static final Set<String> FROZEN_FIELDS =
      Set.of(
          "sun.security.provider.SHA2.initialHashes", "sun.security.provider.SHA5.initialHashes");

  /** Classes whose arrays are never written to once they are made, and may be shared by many. */
  private static final Set<String> FROZEN =
      Set.of("java.util.EnumMap", "java.util.EnumSet", "sun.util.calendar.ZoneInfo");

  /** Of those classes, the arrays of which that is not true. */
  private static final Set<String> NOT_FROZEN = Set.of("java.util.EnumMap.vals");

  private static final String IMMUTABLE = "java.util.ImmutableCollections$";

  private static final String WORKER = Leaves.class.getPackageName() + ".";

  private Leaves() {}

  /** Tells whether there is nothing in the objects of a class that a run could change. */
  static boolean isLeaf(Class<?> type) {
    String name = type.getName();
    if (!isOfPlatform(type)) {
      return name.startsWith(WORKER) && type.getClassLoader() == Leaves.class.getClassLoader();
    }
    return CLASSES.contains(name)
        || extendsAny(type, BASES)
        || (PACKAGES.stream().anyMatch(name::startsWith)
            && !extendsAny(type, STATEFUL)
            && !type.isHidden());
  }

  private static boolean extendsAny(Class<?> type, Set<String> names) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (names.contains(c.getName())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether a class, or one that it extends, has a state outside the heap. What the platform
   * says by interfaces counts as well; a document's own executor is but an object.
   */
  static boolean isOutside(Class<?> type) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      if (OUTSIDE.contains(c.getName())
          || (isOfPlatform(c)
              && !c.isHidden()
              && Stream.of(c.getInterfaces()).anyMatch(Leaves::isOutside))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a field holds an array that is never written to. */
  static boolean isFrozen(Field field) {
    Class<?> declaring = field.getDeclaringClass();
    String name = declaring.getName();
    return field.getType().isArray()
        && isOfPlatform(declaring)
        && (name.startsWith(IMMUTABLE)
            || FROZEN_FIELDS.contains(name + "." + field.getName())
            || (FROZEN.contains(name) && !NOT_FROZEN.contains(name + "." + field.getName())));
  }

  /** Tells whether nothing in a variable of a type can ever change: its type says so. */
  static boolean isLeafForGood(Class<?> declared) {
    return Modifier.isFinal(declared.getModifiers())
        && !declared.isArray()
        && isOfPlatform(declared)
        && declared != Class.class
        && isLeaf(declared)
        && !isOutside(declared);
  }

  /** Tells whether a field is but a cache, or leads to what does not belong to its object. */
  static boolean isCache(Class<?> declaring, String field) {
    String name = declaring.getName() + "." + field;
    return isOfPlatform(declaring) && (CACHES.contains(name) || OWNERS.contains(name));
  }

  /** Tells whether a field caches something of its object's state, null being as good. */
  static boolean isPassing(Class<?> declaring, String field) {
    return isOfPlatform(declaring) && PASSING.contains(declaring.getName() + "." + field);
  }

  /** Tells whether a flag has what is cached of its object's state made anew. */
  static boolean isRenewing(Class<?> declaring, String field) {
    return isOfPlatform(declaring) && RENEWING.contains(declaring.getName() + "." + field);
  }

  /** Tells whether an object gives access to code of a loader's that it does not hold. */
  static boolean givesAccess(Object object, ClassLoader loader) {
    if (object instanceof Class<?> type) {
      Class<?> element = type;
      while (element.isArray()) {
        element = element.getComponentType();
      }
      return element.getClassLoader() == loader;
    } else if (object instanceof Member member) {
      return member.getDeclaringClass().getClassLoader() == loader;
    }
    return object instanceof MethodHandle
        || object instanceof VarHandle
        || object instanceof MethodHandles.Lookup;
  }

  /** Tells whether a class is the platform's: it has the boot loader or the platform loader. */
  static boolean isOfPlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
