package dev.colight.lsp;

import dev.colight.protocol.ColightClient;

/** What there is for a client once it has said what it can do, in {@code initialize}. */
record Attachment(
    ColightClient client,
    ClientSession session,
    DocumentSync sync,
    Requests requests,
    EditingHelp help,
    SemanticMemory semantics,
    Verifier verifier,
    Previewer previewer,
    TrustRequests trusting) {}
