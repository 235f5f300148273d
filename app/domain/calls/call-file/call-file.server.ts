import { createHash } from "node:crypto";
import { canonicalJson, type JsonValue } from "../../text/canonical-json.ts";
import type { CallDefinition } from "../definition.ts";
import { callFileFormat, callFileVersion } from "./call-file.ts";

/**
 * A call as one file: its address, words, pages, questions and rules, and
 * nothing of where it stands or what was answered. The same call has the same
 * bytes each time, with names in one order, so that two files can be compared.
 */
export function writeCallFile(call: {
  slug: string;
  definition: CallDefinition;
}): string {
  const { slug } = call;
  const file = {
    format: callFileFormat,
    version: callFileVersion,
    slug,
    sha256: hashOfCall(call),
    definition: call.definition as JsonValue,
  };
  // Its names come back in the order in which they were written.
  const inOrder: unknown = JSON.parse(canonicalJson(file));
  return `${JSON.stringify(inOrder, null, 2)}\n`;
}

/** Whether a file is as it was taken out; undefined where it does not say. A file may be changed by hand. */
export function isAsWritten(file: {
  slug: string;
  definition: CallDefinition;
  sha256?: string;
}): boolean | undefined {
  return file.sha256 === undefined
    ? undefined
    : file.sha256 === hashOfCall(file);
}

function hashOfCall({
  slug,
  definition,
}: {
  slug: string;
  definition: CallDefinition;
}): string {
  const written = canonicalJson({ slug, definition: definition as JsonValue });
  return createHash("sha256").update(written).digest("hex");
}
