import type { AcceptedTypeId } from "./accepted-types.ts";
import type { FileFlag, FileRefusalReason } from "./findings.ts";
import { type ForeignKind, reasonOfKind } from "./foreign-types.ts";

/** What the bytes turned out to be, or why they are not taken. */
export type Inspection =
  | { ok: true; typeId: AcceptedTypeId; flags: FileFlag[] }
  | {
      ok: false;
      reason: FileRefusalReason;
      /** What it is, where that is known: a kind that we do not take, or one of ours under another's name. */
      found?: FoundKind;
    };

export type FoundKind = ForeignKind | AcceptedTypeId;

export type InspectionTask = { path: string; originalName: string };

/** Beyond these a file is refused, whatever it claims to be. */
export const inspectionLimits = {
  timeoutMilliseconds: 10_000,
  /** For a file that was sent unchecked and is looked into afterwards. */
  laterMilliseconds: 30_000,
  /** Of a thread, for all files of one request, and for all of one draft in ten minutes. */
  requestMilliseconds: 15_000,
  senderMilliseconds: 45_000,
  forgetAfterMilliseconds: 600_000,
  /** A telephone takes photos of 108 megapixels; nobody takes one of 900. */
  maxImagePixels: 120_000_000,
  maxArchiveEntries: 5_000,
  maxUnpackedBytes: 250_000_000,
  maxUnpackedXmlBytes: 100_000_000,
  maxUnpackedRatio: 200,
  /** What is small may pack very well; only larger things are measured by their ratio. */
  ratioAppliesFromBytes: 10_000_000,
} as const;

export function refuse(reason: FileRefusalReason): Inspection {
  return { ok: false, reason };
}

export function refuseKind(found: ForeignKind): Inspection {
  return { ok: false, reason: reasonOfKind(found), found };
}

/** Something that we take, under a name that says another kind. */
export function refuseMismatch(found: AcceptedTypeId): Inspection {
  return { ok: false, reason: "mismatch", found };
}

/** Holds for a part and for the whole: many parts of a permitted size make a bomb too. */
export function isUnpackedTooBig(sizes: {
  packedBytes: number;
  unpackedBytes: number;
}): boolean {
  const { maxUnpackedBytes, maxUnpackedRatio, ratioAppliesFromBytes } =
    inspectionLimits;
  if (sizes.unpackedBytes > maxUnpackedBytes) return true;
  return (
    sizes.unpackedBytes > ratioAppliesFromBytes &&
    sizes.unpackedBytes > sizes.packedBytes * maxUnpackedRatio
  );
}
