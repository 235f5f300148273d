import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "../text/canonical-json.ts";

/** Stands for what somebody had before their eyes when they opened a form. */
export function seenOf(part: unknown): string {
  const written = canonicalJson((part ?? null) as JsonValue);
  return createHash("sha256").update(written).digest("base64url").slice(0, 22);
}
