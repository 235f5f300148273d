export type RtfToken =
  | { kind: "open" }
  | { kind: "close" }
  | { kind: "word"; name: string; value: string }
  /** `\*`: a reader that does not know what follows passes over the group. */
  | { kind: "star" }
  /** A sign that is written as one: `\{`, `\~`, `\'e9`. */
  | { kind: "sign"; written: string }
  | { kind: "text"; text: string };

/** It is no RTF from its beginning to its end, or holds bytes that are no text. */
export class RtfRefusal extends Error {}

const token =
  /\{|\}|\\([a-z]{1,40})(-?\d{1,10})? ?|\\\*|\\'[0-9a-f]{2}|\\[^a-z]|[^\\{}]+/giy;

/** Reads RTF from left to right, each character once, until the group that it is ends. */
export function* readRtfTokens(rtf: string): Iterable<RtfToken> {
  if (!/^\s{0,10}\{\\rtf/.test(rtf)) throw new RtfRefusal();
  const reader = new RegExp(token);
  reader.lastIndex = rtf.indexOf("{");
  for (let depth = 0; ;) {
    const [written, name, value = ""] = reader.exec(rtf) ?? [];
    if (written === undefined) throw new RtfRefusal();
    if (name === "bin") throw new RtfRefusal();
    if (name !== undefined) yield { kind: "word", name, value };
    else if (written === "{") {
      depth += 1;
      yield { kind: "open" };
    } else if (written === "}") {
      depth -= 1;
      yield { kind: "close" };
      if (depth === 0) return;
    } else if (written === "\\*") yield { kind: "star" };
    else if (written.startsWith("\\")) yield { kind: "sign", written };
    else yield { kind: "text", text: written };
  }
}
