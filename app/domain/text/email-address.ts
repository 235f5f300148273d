import { normaliseText } from "./foreign-text.ts";

/** RFC 5321's longest path, and its longest part before the @. */
const maxEmailCharacters = 254;
const maxLocalBytes = 64;
const maxHostLabel = 63;
/** Longer than an address is with a name and marks around it: it is not even looked into. */
export const longestTypedAddress = 1_000;

/** What browsers take, and letters of every script (RFC 6531); dots between, never two together. */
const atom = "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+";
const localPattern = new RegExp(`^${atom}(?:\\.${atom})*$`, "u");
const hostPattern = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;
const unseen = /[\p{Cf}\p{Cc}\u034F\uFE00-\uFE0F]/gu;

/** An address as it is meant: without what a mail program or a sentence puts around it. Blanks inside stay. */
export function tidyEmailAddress(typed: string): string {
  const text = normaliseText(
    typed.replace(/\s+/g, " ").replace(unseen, ""),
    "NFKC",
  ).trim();
  const inBrackets = /^[^<>]*<([^<>]*)>[\s.,;]*$/.exec(text)?.[1] ?? text;
  return inBrackets
    .trim()
    .replace(/[.,;:]+$/, "")
    .replace(/^mailto:/i, "")
    .replace(/^(["'“‘(])(.*)(["'”’)])$/u, "$2")
    .replace(/[.,;:]+$/, "")
    .trim();
}

/** One address that mail can be sent to, and nothing beside it. */
export function isEmailAddress(text: string): boolean {
  if (text.length > longestTypedAddress) return false;
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const host = text.slice(at + 1);
  const bytes = new TextEncoder().encode(local).length;
  return (
    at > 0 &&
    bytes <= maxLocalBytes &&
    localPattern.test(local) &&
    isMailHost(host) &&
    bytes + 1 + (asciiOf(host) ?? host).length <= maxEmailCharacters
  );
}

/** A host that mail can be sent to: by letters, never a bare number, which a browser would read as an address. */
function isMailHost(host: string): boolean {
  if (!hostPattern.test(host)) return false;
  const ascii = asciiOf(host);
  const labels = ascii?.split(".") ?? [];
  return (
    labels.every(
      (label) =>
        label.length <= maxHostLabel &&
        /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(label),
    ) && /^[a-z][a-z0-9-]*[a-z0-9]$/.test(labels.at(-1) ?? "")
  );
}

/** As the domain name system knows it (IDNA); undefined where it cannot be written there. */
function asciiOf(host: string): string | undefined {
  const address = `http://${host}/`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
