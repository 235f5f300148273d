import { randomBytes } from "node:crypto";
import type { Params } from "@remix-run/react";
import type { StaffRole } from "#app/domain/accounts/accounts.ts";
import { findResponseForReview } from "#app/domain/responses/review.server.ts";
import { indexResponse } from "#app/domain/responses/search-index.server.ts";
import { tagPassage } from "#app/domain/tagging/passages.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { makeTestContext } from "./context.ts";
import { openTestDatabase } from "./database.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { signInAs } from "./sessions.ts";
import { anyLead } from "./people.ts";

export const now = new Date("2026-11-22T09:00:00Z");

/**
 * A response with one answer and one tag, and people who sign in to read it. An
 * earlier response, of the same words in another order, comes before it in every
 * list and search.
 */
export async function givenReadingDesk(answer: string) {
  const { db } = openTestDatabase();
  const context = await makeTestContext(db, { now: () => now });
  const amina = await signInAs(context, "reviewer", "Amina");
  const earlier = await givenResponse(db, {
    answers: { "what-first": backwards(answer), email: "earlier@example.org" },
    receivedAt: new Date("2026-11-19T08:30:00Z"),
  });
  await indexResponse(db, earlier);
  const { responseId, reference } = await givenResponse(db, {
    answers: { "what-first": answer, email: "someone@example.org" },
    receivedAt: new Date("2026-11-20T08:30:00Z"),
  });
  await indexResponse(db, { responseId });
  const response = await findResponseForReview(db, {
    reference,
    viewer: anyLead,
    now,
  });
  const answerId = response?.answers[0]?.answerId ?? 0;
  const defined = await defineTag(db, {
    name: "Moves",
    definition: "Being moved.",
    actor: amina,
    now,
  });
  const tagId = defined.ok ? defined.tagId : 0;
  return {
    db,
    context,
    amina,
    responseId,
    reference,
    earlierReference: earlier.reference,
    answerId,
    tagId,
    source: `answer-${answerId}`,
    browser: openBrowser(context, amina.cookie),
    /** Another person's browser. */
    async openAs(role: StaffRole, name: string) {
      const staff = await signInAs(context, role, name);
      return { staff, browser: openBrowser(context, staff.cookie) };
    },
    tag: (quote: string) =>
      tagPassage(db, {
        responseId,
        answerId,
        tagId,
        quote,
        memo: "",
        actor: amina,
        now,
        randomBytes,
      }),
    /** An address below the response's own. */
    at: (rest = "", more: Params = {}) => ({
      path: `/review/responses/${reference}${rest}`,
      params: { reference, ...more },
    }),
  };
}

function backwards(words: string): string {
  return words.split(" ").reverse().join(" ");
}
