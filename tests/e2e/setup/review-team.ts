import type { Page } from "@playwright/test";
import type { Db } from "#app/db/schema.ts";
import type { StaffRole } from "#app/db/column-values.ts";
import { findCallBySlug } from "#app/domain/calls/calls.server.ts";
import { defineTag } from "#app/domain/tagging/tags.server.ts";
import { givenResponse, givenStaffMember } from "#app/tasks/demo/factories.ts";
import { expect } from "./journey.ts";

/** A response to the Call for Advice; `receivedAt` in a distant year puts it first in the queue. */
export async function givenAdvice(db: Db, text: string, receivedAt: Date) {
  const call = await findCallBySlug(db, "call-for-advice");
  return givenResponse(db, {
    ...(call && { call }),
    answers: {
      "respondent-kind": "care-experienced",
      "what-first": text,
      "may-quote": "yes",
    },
    receivedAt,
  });
}

/** A tag in use, by nobody on the team. */
export async function givenTag(db: Db, name: string) {
  const { staffId } = await givenStaffMember(db, {
    ...{ name: "Kit Keen", role: "reviewer" },
    email: `${crypto.randomUUID()}@review.example`,
  });
  const actor = { staffId, role: "reviewer" as const };
  return defineTag(db, {
    ...{ name, definition: `What is said of ${name}.`, actor },
    now: new Date(),
  });
}

/** Types the two into the form that stands where somebody without a session asked for a page. */
export async function signInByForm(
  page: Page,
  { email, password }: { email: string; password: string },
) {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** Adds a member of staff, sends the form of signing in for this page, and shows the queue: the form itself is one journey's. */
export async function signInAs(
  page: Page,
  db: Db,
  name: string,
  role: StaffRole = "reviewer",
) {
  const staff = await givenStaffMember(db, {
    ...{ name, role },
    email: `${crypto.randomUUID()}@review.example`,
  });
  const { email, password } = staff;
  const sent = await page.request.post("/review/sign-in", {
    form: { email, password },
    headers: { "sec-fetch-site": "same-origin" },
    maxRedirects: 0,
  });
  expect(sent.status()).toBe(303);
  await page.goto("/review");
  await expect(page.getByRole("heading", { name: "Queue" })).toBeVisible();
  return staff;
}

export function referenceOf(page: Page): string {
  return /H-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page.url())?.[0] ?? "";
}
