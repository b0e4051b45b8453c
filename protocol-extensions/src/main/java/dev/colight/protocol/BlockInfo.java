package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.jspecify.annotations.Nullable;

/**
 * A block.
 *
 * @param id stable while the block is edited in place or moved by edits elsewhere
 * @param key its run key, empty until known; equal key, equal result
 * @param index position among all blocks of the document, from 0
 * @param range whole lines of the document
 * @param provides names it defines
 * @param requires blocks that define what it needs
 * @param hidden pragmas, such as {@code hide-code}
 * @param text Markdown, for prose only
 * @param source text of a code block, for clients that want it
 */
public record BlockInfo(
    String id,
    String key,
    int index,
    @JsonAdapter(LowerCaseEnums.class) BlockKind kind,
    Range range,
    @JsonAdapter(LowerCaseEnums.class) BlockState state,
    List<String> provides,
    List<String> requires,
    @Nullable List<String> hidden,
    @Nullable String text,
    @Nullable String source) {}
