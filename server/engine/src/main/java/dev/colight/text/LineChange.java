package dev.colight.text;

/**
 * Says which lines an edit replaced.
 *
 * @param firstLine first line that differs
 * @param oldLines number of lines from there on before the edit
 * @param newLines number of lines that stand there now
 */
public record LineChange(int firstLine, int oldLines, int newLines) {}
