package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * A block that shows something else than a clean run.
 *
 * @param block its id
 * @param range where it stands in the text that was compared
 * @param expected what a clean run shows
 * @param actual what is shown
 * @param expectedStatus how the block ends in a clean run; null where that has no such block
 */
public record VerifyDifference(
    String block,
    Range range,
    List<Output> expected,
    List<Output> actual,
    @JsonAdapter(LowerCaseEnums.class) @Nullable ResultStatus expectedStatus,
    @JsonAdapter(LowerCaseEnums.class) ResultStatus actualStatus,
    @Nullable BlockError expectedError,
    @Nullable BlockError actualError) {}
