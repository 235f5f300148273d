import { expect, test } from "vitest";
import type { CallState } from "#app/domain/calls/calls.ts";
import { mayAnswer } from "#app/domain/drafts/answering.ts";
import type { LateCodeStanding } from "#app/domain/drafts/drafts.ts";

const now = new Date("2026-11-22T09:00:00Z");
const before = "2026-11-22T08:59:59.999Z";
const after = "2026-11-22T09:00:00.001Z";

type Standing = LateCodeStanding | undefined;

test.each<
  [
    CallState,
    opensAt: string | null,
    closesAt: string | null,
    Standing,
    answer: string,
  ]
>([
  ["draft", null, null, undefined, "not-yet-open"],
  ["open", after, null, "none", "not-yet-open"],
  ["open", null, null, undefined, "yes"],
  ["open", null, null, "used", "yes"],
  ["closing-announced", null, after, "none", "yes"],
  ["closing-announced", null, before, "none", "closed"],
  ["closing-announced", null, before, "unused", "closed"],
  ["closed-late-accepted", null, before, undefined, "code-needed"],
  ["closed-late-accepted", null, before, "none", "code-needed"],
  ["closed-late-accepted", null, before, "unused", "yes"],
  ["closed-late-accepted", null, before, "used", "code-used"],
  ["closed", null, before, "unused", "closed"],
  ["archived", null, before, "unused", "closed"],
])(
  "a call that is %s, opens at %s and closes at %s takes a draft whose code is %s: %s",
  (state, opensAt, closesAt, lateCode, answer) => {
    const draft = lateCode && { lateCode };
    const answering = mayAnswer({ state, opensAt, closesAt }, draft, now);
    expect(answering.ok ? "yes" : answering.reason).toBe(answer);
  },
);
