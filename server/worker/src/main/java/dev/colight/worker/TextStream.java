package dev.colight.worker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A print stream in UTF-8 that cannot be closed and has nothing left when a run is over. The JDK's
 * own goes through three buffers: where a stack overflows in between, the next run would be the one
 * to print what they hold.
 */
final class TextStream extends PrintStream {
  /** The first half of a character whose second half is to come, or 0. */
  private char half;

  TextStream(OutputStream out) {
    super(out, false, StandardCharsets.UTF_8);
  }

  /** Forgets what an earlier run has not finished. */
  synchronized void restart() {
    half = 0;
  }

  private synchronized void add(String text) {
    String all = half == 0 ? text : half + text;
    int end = all.length();
    char last = end == 0 ? 0 : all.charAt(end - 1);
    half = Character.isHighSurrogate(last) ? last : 0;
    byte[] bytes = (half == 0 ? all : all.substring(0, end - 1)).getBytes(StandardCharsets.UTF_8);
    write(bytes, 0, bytes.length);
  }

  private void addLine(String text) {
    add(text + System.lineSeparator());
  }

  @Override
  public void print(boolean value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(char value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(int value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(long value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(float value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(double value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(char[] value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(String value) {
    add(String.valueOf(value));
  }

  @Override
  public void print(Object value) {
    add(String.valueOf(value));
  }

  @Override
  public void println() {
    addLine("");
  }

  @Override
  public void println(boolean value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(char value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(int value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(long value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(float value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(double value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(char[] value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(String value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void println(Object value) {
    addLine(String.valueOf(value));
  }

  @Override
  public void close() {
    flush();
  }
}
