package dev.colight.worker.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something of which there is more than what is shown at first. */
public interface Branch {
  /** Characters after which a page ends, however many children were asked for. */
  int MAX_PAGE = 4 << 20;

  /**
   * Some of its children.
   *
   * @param total how many there are
   */
  record Page(List<Child> children, long total) {}

  /**
   * A child.
   *
   * @param form MIME type of {@code json}
   * @param index its place, by which it can be expanded itself, or -1
   */
  record Child(
      @Nullable String label, @Nullable String type, String form, String json, int index) {}

  /**
   * Returns children from a place on: fewer than asked for where they are large.
   *
   * @param reference by which this is expanded
   * @throws Watch.ChangedException where they are not what they were any more
   */
  Page page(int offset, int limit, String reference, Watch watch);

  /** Returns a child that can be expanded itself, or null. */
  @Nullable Branch child(int index, Watch watch);

  /** Returns about how many bytes are kept only so that this can be expanded. */
  long bytes();
}
