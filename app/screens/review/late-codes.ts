import { formPlaceAddress } from "#app/addresses.ts";
import { keptCallAddress } from "#app/call-addresses.ts";
import { stepRefusal } from "#app/domain/calls/call-steps.ts";
import type { Call } from "#app/domain/calls/calls.server.ts";
import { inLanguage } from "#app/domain/calls/languages.ts";
import {
  type CodeProblem,
  maxCodeNoteCharacters,
} from "#app/domain/drafts/late-code-form.ts";
import type { IssuedCode } from "#app/domain/drafts/late-codes.server.ts";
import { formatMoment } from "#app/words/review-en/times.ts";
import { plural } from "./counted.ts";

/** The codes of a call as the team sees them: for whom, and whether they were used; never the codes. */
export function describeLateCodes(call: Call, codes: IssuedCode[], now: Date) {
  const left = codes.filter(({ usedAt }) => usedAt === null).length;
  const takesLate = stepRefusal("late", call, now) === "takes-late";
  return {
    callTitle: inLanguage(call.definition.title, "en"),
    backHref: keptCallAddress(call.slug),
    standing: takesLate
      ? "The call takes late answers by code now."
      : "The codes work once the call is closed to all but codes. Until then they open nothing.",
    left:
      codes.length === 0
        ? "No code has been given out."
        : `${plural(left, "code is", "codes are")} left of ${codes.length} that were given out.`,
    codes: codes.map(({ id, note, issuedAt, usedAt }) => ({
      ...{ id, note: note ?? "Nobody said for whom" },
      issued: formatMoment(issuedAt),
      used: usedAt ? formatMoment(usedAt) : "Not yet",
    })),
  };
}

/** Where the code is typed in. */
export function lateCodePlace(slug: string, publicBaseUrl: URL): string {
  const path = formPlaceAddress({ slug, draft: undefined }, "late");
  return new URL(path, publicBaseUrl).href;
}

export const codeProblems: Record<CodeProblem, string> = {
  "code-note-missing": "Say for whom the code is",
  "code-note-too-long": `The note must be ${maxCodeNoteCharacters} characters or less`,
};

/** What is said around a code that was made just now. */
export const newCodeWords = {
  copy: "Copy the code",
  copied: "Copied",
  notCopied: "It could not be copied: select it and copy it",
};
