import type { SelectedText } from "./passage-form.tsx";

/** A selection inside one text of the response, with the range it was made of. */
export type SelectionInText = { text: SelectedText; range: Range };

/**
 * Reads the document's selection as a quote with code-point offsets into its
 * frozen text. A selection that reaches beyond the text counts up to its edge;
 * undefined where no words of a text are selected.
 */
export function readSelection(
  selection: Selection | null,
): SelectionInText | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0)
    return undefined;
  const range = selection.getRangeAt(0);
  const element =
    closest(range.startContainer, "[data-text-source]") ??
    closest(range.endContainer, "[data-text-source]");
  const source = element?.dataset.textSource;
  if (!element || !source) return undefined;
  const inside = clampTo(element, range);
  const quote = inside.toString();
  if (quote.trim() === "") return undefined;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(inside.startContainer, inside.startOffset);
  const startOffset = countCodePoints(before.toString());
  const endOffset = startOffset + countCodePoints(quote);
  return {
    text: { source, startOffset, endOffset, quote: quote.trim() },
    range: inside,
  };
}

function closest(node: Node, selector: string): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>(selector) ?? null;
}

function clampTo(element: HTMLElement, range: Range): Range {
  const inside = range.cloneRange();
  if (!element.contains(range.startContainer)) inside.setStart(element, 0);
  if (!element.contains(range.endContainer))
    inside.setEnd(element, element.childNodes.length);
  return inside;
}

/** JavaScript counts UTF-16 units; a frozen text is counted in code points. */
function countCodePoints(text: string): number {
  let count = 0;
  for (const _codePoint of text) count += 1;
  return count;
}
