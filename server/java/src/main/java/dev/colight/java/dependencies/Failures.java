package dev.colight.java.dependencies;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.collection.UnsolvableVersionConflictException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.jspecify.annotations.Nullable;

/** Says in plain words why libraries could not be had. */
final class Failures {
  private final List<RemoteRepository> repositories;

  Failures(List<RemoteRepository> repositories) {
    this.repositories = repositories;
  }

  /** Returns the artifact that an exception is about, as far as it says so. */
  static @Nullable Artifact artifact(Throwable failure) {
    for (Throwable e : chain(failure)) {
      if (e instanceof ArtifactTransferException transfer) {
        return transfer.getArtifact();
      } else if (e instanceof ArtifactResolutionException resolution) {
        Artifact missing =
            resolution.getResults().stream()
                .filter(result -> !result.isResolved())
                .map(result -> result.getRequest().getArtifact())
                .findFirst()
                .orElse(null);
        if (missing != null) {
          return missing;
        }
      } else if (e instanceof ArtifactDescriptorException descriptor
          && descriptor.getResult() != null) {
        return descriptor.getResult().getArtifact();
      }
    }
    return null;
  }

  /** Tells whether what was asked for is in none of the repositories, all of which answered. */
  static boolean isAbsent(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.stream().anyMatch(ArtifactNotFoundException.class::isInstance)
        && chain.stream().noneMatch(e -> e instanceof RepositoryOfflineException || isNoNetwork(e));
  }

  /** Returns what went wrong with an artifact. */
  String message(Throwable failure, String artifact) {
    for (Throwable e : chain(failure)) {
      if (e instanceof ChecksumFailureException checksum) {
        return "what "
            + where()
            + " gives for "
            + artifact
            + " has a wrong checksum: "
            + checksum.getActual()
            + " instead of "
            + checksum.getExpected();
      } else if (e instanceof RepositoryOfflineException) {
        return artifact + " is not on this machine, and Maven's settings say to work offline";
      } else if (isNoNetwork(e)) {
        return artifact + " is not on this machine, and " + where() + " cannot be reached";
      }
    }
    if (isAbsent(failure)) {
      return absent(artifact);
    }
    for (Throwable e : chain(failure)) {
      if (e instanceof UnsolvableVersionConflictException) {
        return "no version of a library suits all that need it: " + firstLine(e);
      }
    }
    return artifact + " cannot be had: " + firstLine(root(failure));
  }

  /** Says that there is no such thing. */
  String absent(String artifact) {
    return "there is no " + artifact + " in " + where();
  }

  private String where() {
    return repositories.stream()
        .map(r -> r.getId().equals(r.getUrl()) ? r.getUrl() : r.getId() + " (" + r.getUrl() + ")")
        .collect(Collectors.joining(" or "));
  }

  private static boolean isNoNetwork(Throwable e) {
    return e instanceof UnknownHostException
        || e instanceof ConnectException
        || e instanceof NoRouteToHostException
        || e instanceof SocketTimeoutException
        || e instanceof SocketException;
  }

  private static Throwable root(Throwable failure) {
    List<Throwable> chain = chain(failure);
    return chain.get(chain.size() - 1);
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage();
    return message == null ? e.toString() : message.lines().findFirst().orElse(e.toString());
  }

  /** Returns an exception and its causes, those of several artifacts included, outermost first. */
  private static List<Throwable> chain(Throwable failure) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Throwable> chain = new ArrayList<>();
    collect(failure, seen, chain);
    return chain;
  }

  private static void collect(@Nullable Throwable e, Set<Throwable> seen, List<Throwable> chain) {
    if (e == null || !seen.add(e)) {
      return;
    }
    chain.add(e);
    Set<Throwable> causes = new HashSet<>();
    if (e instanceof ArtifactResolutionException resolution) {
      resolution.getResults().stream()
          .filter(result -> !result.isResolved())
          .forEach(result -> causes.addAll(result.getExceptions()));
    } else if (e instanceof DependencyCollectionException collection
        && collection.getResult() != null) {
      causes.addAll(collection.getResult().getExceptions());
    } else if (e instanceof DependencyResolutionException resolution
        && resolution.getResult() != null) {
      causes.addAll(resolution.getResult().getCollectExceptions());
    }
    collect(e.getCause(), seen, chain);
    causes.forEach(cause -> collect(cause, seen, chain));
  }
}
