import { z } from "zod";
import { type CallDefinition, checkDefinition } from "../definition.ts";
import {
  callFileFormat,
  type CallFileFault,
  callFileShape,
  callFileVersion,
  deepestCallFile,
  maxCallFileBytes,
} from "./call-file.ts";
import { isDeeperThan, lineOfFault } from "./json-text.ts";
import {
  namesNotTaken,
  unreadableSigns,
  unreadableTexts,
} from "./names-not-taken.ts";

export type ReadCallFile =
  | {
      ok: true;
      file: { slug: string; definition: CallDefinition; sha256?: string };
    }
  | { ok: false; fault: CallFileFault };

const headSchema = z.looseObject({
  format: z.literal(callFileFormat),
  version: z.number(),
});

/**
 * Takes a call's file, or says all that stands against it. Its size and depth are
 * looked at before it is parsed; nothing is passed over that it does not know.
 *
 * @param text of at most `maxCallFileBytes` as UTF-8; a mark at its beginning that tells its encoding is none of it
 */
export function readCallFile(text: string): ReadCallFile {
  if (Buffer.byteLength(text) > maxCallFileBytes) return fault("too-big");
  if (isDeeperThan(text, deepestCallFile)) return fault("too-deep");
  const parsed = parseJson(text.replace(/^\uFEFF/, ""));
  if (!parsed.ok) return parsed;
  const head = headSchema.safeParse(parsed.value);
  if (!head.success) return fault("not-a-call");
  const { version } = head.data;
  if (version > callFileVersion)
    return { ok: false, fault: { reason: "newer", version } };
  return readCall(parsed.value);
}

function fault(reason: "too-big" | "too-deep" | "not-a-call"): ReadCallFile {
  return { ok: false, fault: { reason } };
}

function parseJson(
  text: string,
): { ok: true; value: unknown } | { ok: false; fault: CallFileFault } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const line = lineOfFault(text, error);
    return { ok: false, fault: { reason: "not-json", line } };
  }
}

function readCall(value: unknown): ReadCallFile {
  const shaped = callFileShape.safeParse(value);
  if (!shaped.success) return { ok: false, fault: shapeFault(shaped.error) };
  const { slug, sha256, definition } = shaped.data;
  const at = namesNotTaken(value, shaped.data);
  if (at.length > 0)
    return { ok: false, fault: { reason: "unknown-names", at } };
  const problems = unreadableTexts(definition, ["definition"]).map((where) => ({
    ...{ reason: "misshapen" as const, at: where, detail: unreadableSigns },
  }));
  if (problems.length > 0)
    return { ok: false, fault: { reason: "problems", problems } };
  const checked = checkDefinition(definition);
  if (!checked.ok)
    return {
      ok: false,
      fault: { reason: "problems", problems: checked.problems },
    };
  const file = { slug, definition: checked.definition };
  return { ok: true, file: sha256 === undefined ? file : { ...file, sha256 } };
}

/** What Zod says of each part, with the names that no part has named by themselves. */
function shapeFault(error: z.ZodError): CallFileFault {
  const at = error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [...issue.path, key].join("."))
      : [],
  );
  if (at.length > 0) return { reason: "unknown-names", at };
  const problems = error.issues.map(({ path, message }) => ({
    reason: "misshapen" as const,
    at: path.join("."),
    detail: message,
  }));
  return { reason: "problems", problems };
}
