import type { LeftOutCounts } from "./exports.ts";
import type { ExportFormat, ExportKind, ExportReason } from "./exports.ts";

/** Of what a file holds and how; counted on when its fields change. */
const schemaVersion = 1;

type Facts = {
  asked: {
    id: number;
    search: string;
    kind: ExportKind;
    format: ExportFormat;
    reason: ExportReason;
    asked_at: string;
  };
  call: { slug: string };
  askedBy: string;
  made: Date;
  members: { name: string; byteSize: number; sha256: string }[];
  /** How many responses the search found. */
  found: number;
  leftOut: LeftOutCounts;
};

/** What is in an archive, for whom it was made and what was left out of it. */
export async function* writeManifest(facts: Facts): AsyncGenerator<string> {
  const { asked, call, askedBy, made, members, found, leftOut } = facts;
  const { withdrawn, safeguarding, consent } = leftOut;
  const manifest = {
    program: "Heard",
    schemaVersion,
    export: asked.id,
    call: call.slug,
    search: asked.search,
    kind: asked.kind,
    format: asked.format,
    reason: asked.reason,
    askedBy,
    askedAt: asked.asked_at,
    madeAt: made.toISOString(),
    responsesFound: found,
    responsesThatMayLeave: found - withdrawn - safeguarding - consent,
    leftOut: { withdrawn, safeguarding, consent },
    redactions: {
      responses: leftOut.redactedResponses,
      places: leftOut.redactedPlaces,
      filesWithheld: leftOut.withheldFiles,
      responsesNobodyLookedAt: leftOut.notLookedAt,
      passagesAndMemosLeftOut: leftOut.besideRedactions,
    },
    passagesInChangedWordsLeftOut: leftOut.changed,
    files: members,
  };
  yield `${JSON.stringify(manifest, null, 2)}\n`;
}
