import { parseHTML } from "linkedom";

/** More of a mail's HTML than so much is styles and trackers. */
const maxHtmlCharacters = 3_000_000;
const unread = new Set(["SCRIPT", "STYLE", "HEAD", "TITLE", "TEMPLATE"]);
const blocks = new Set([
  ...["P", "DIV", "TR", "LI", "UL", "OL", "TABLE", "BLOCKQUOTE", "PRE", "HR"],
  ...["H1", "H2", "H3", "H4", "H5", "H6", "SECTION", "ARTICLE", "DL", "DT"],
  ...["DD", "HEADER", "FOOTER", "CENTER", "FORM"],
]);

type Found = {
  nodeType: number;
  nodeName: string;
  data?: string;
  firstChild: Found | null;
  nextSibling: Found | null;
  parentNode: Found | null;
};

/** The words of a mail that has HTML alone, one line for each block. Markup is never handed on. */
export function textOfHtml(html: string): string {
  const { document } = parseHTML(
    `<!doctype html><html><body>${html.slice(0, maxHtmlCharacters)}</body></html>`,
  );
  const root = document.documentElement as unknown as Found;
  const pieces: string[] = [];
  let node: Found | null = root;
  while (node) {
    const isLeftOut = unread.has(node.nodeName.toUpperCase());
    if (!isLeftOut) pieces.push(openPiece(node));
    node = nextOf(node, root, { isLeftOut, pieces });
  }
  return pieces
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function openPiece(node: Found): string {
  if (node.nodeType === 3)
    return (node.data ?? "").replace(/[\s\u00A0]+/g, " ");
  const name = node.nodeName.toUpperCase();
  if (name === "BR") return "\n";
  if (name === "LI") return "\n- ";
  if (name === "TD" || name === "TH") return " ";
  return blocks.has(name) ? "\n" : "";
}

/** In the order of the text, without calling itself: markup can be nested deeper than a stack. */
function nextOf(
  from: Found,
  root: Found,
  { isLeftOut, pieces }: { isLeftOut: boolean; pieces: string[] },
): Found | null {
  if (!isLeftOut && from.firstChild) return from.firstChild;
  let node: Found | null = from;
  while (node && node !== root) {
    if (node.nodeName.toUpperCase() === "P") pieces.push("\n\n");
    else if (blocks.has(node.nodeName.toUpperCase())) pieces.push("\n");
    if (node.nextSibling) return node.nextSibling;
    node = node.parentNode;
  }
  return null;
}
