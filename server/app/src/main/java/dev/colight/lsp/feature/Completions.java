package dev.colight.lsp.feature;

import com.google.gson.JsonPrimitive;
import dev.colight.execution.Assistant;
import dev.colight.execution.Assistant.Proposal;
import dev.colight.lsp.view.EditingSupport;
import dev.colight.lsp.view.Edits;
import dev.colight.lsp.view.Reading;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionItemTag;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Lists what may be written at a place. */
public final class Completions {
  private Completions() {}

  /** Returns nothing, for where nothing can be told now. */
  public static CompletionList none(boolean incomplete) {
    return new CompletionList(incomplete, new ArrayList<>());
  }

  /** Returns what may be written at a place. */
  public static CompletionList of(
      Reading reading, Assistant assistant, EditingSupport client, Position position) {
    Assistant.Completions found = assistant.complete(reading.document().scene(), position);
    if (found == null) {
      return none(false);
    }
    List<CompletionItem> items = new ArrayList<>(found.proposals().size());
    for (Proposal proposal : found.proposals()) {
      items.add(item(reading, client, found, proposal));
    }
    return new CompletionList(found.incomplete(), items);
  }

  private static CompletionItem item(
      Reading reading, EditingSupport client, Assistant.Completions found, Proposal proposal) {
    CompletionItem item = new CompletionItem();
    if (client.labelDetails()) {
      item.setLabel(proposal.label());
      CompletionItemLabelDetails details = new CompletionItemLabelDetails();
      details.setDetail(proposal.parameters());
      details.setDescription(proposal.detail());
      item.setLabelDetails(details);
    } else {
      item.setLabel(proposal.label() + proposal.parameters());
    }
    item.setFilterText(proposal.label());
    item.setKind(kind(proposal.kind()));
    item.setDetail(proposal.detail().isEmpty() ? null : proposal.detail());
    item.setSortText(String.format("%05d%s", proposal.rank() + 1_000, proposal.label()));
    String snippet = client.snippets() ? proposal.snippet() : null;
    item.setInsertTextFormat(
        snippet == null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet);
    item.setTextEdit(
        Either.forLeft(
            new TextEdit(
                reading.positions().toLsp(found.replaced()),
                snippet == null ? proposal.insert() : snippet)));
    if (!proposal.edits().isEmpty()) {
      item.setAdditionalTextEdits(Edits.toLsp(reading.positions(), proposal.edits()));
    }
    if (proposal.deprecated()) {
      item.setTags(List.of(CompletionItemTag.Deprecated));
    }
    if (proposal.origin() != null) {
      item.setData(proposal.origin());
    }
    return item;
  }

  /** Adds the documentation to an item that somebody looks at. */
  public static CompletionItem resolve(CompletionItem item, Assistant assistant) {
    String origin = origin(item.getData());
    String documentation = origin == null ? null : assistant.document(origin);
    if (documentation != null) {
      item.setDocumentation(Either.forRight(new MarkupContent(MarkupKind.MARKDOWN, documentation)));
    }
    return item;
  }

  private static @Nullable String origin(@Nullable Object data) {
    if (data instanceof JsonPrimitive json && json.isString()) {
      return json.getAsString();
    }
    return data instanceof String text ? text : null;
  }

  private static CompletionItemKind kind(Assistant.Kind kind) {
    return switch (kind) {
      case KEYWORD -> CompletionItemKind.Keyword;
      case DIRECTIVE -> CompletionItemKind.Property;
      case PACKAGE -> CompletionItemKind.Module;
      case CLASS, RECORD -> CompletionItemKind.Class;
      case INTERFACE, ANNOTATION -> CompletionItemKind.Interface;
      case ENUM -> CompletionItemKind.Enum;
      case TYPE_PARAMETER -> CompletionItemKind.TypeParameter;
      case VARIABLE, PARAMETER -> CompletionItemKind.Variable;
      case FIELD -> CompletionItemKind.Field;
      case CONSTANT -> CompletionItemKind.Constant;
      case METHOD -> CompletionItemKind.Method;
      case CONSTRUCTOR -> CompletionItemKind.Constructor;
    };
  }
}
