package dev.colight.protocol;

import com.google.gson.annotations.JsonAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Somebody trusts a document, or does not any more.
 *
 * @param trusted whether it may run; false takes back all that lets it
 * @param scope what is trusted; a document where nothing is said
 */
public record TrustParams(
    String uri, boolean trusted, @JsonAdapter(LowerCaseEnums.class) @Nullable TrustScope scope) {}
