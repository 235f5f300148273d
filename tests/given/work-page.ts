import { selectResponseTags } from "#app/domain/tagging/response-tags.server.ts";
import { claimResponse } from "#app/domain/responses/claims.server.ts";
import { selectNotes } from "#app/domain/triage/notes.server.ts";
import * as takeNextRoute from "#app/routes/review.queue_.take-next.tsx";
import { loader } from "#app/routes/review.responses.$reference.tsx";
import * as claimRoute from "#app/routes/review.responses.$reference_.claim.tsx";
import * as notesRoute from "#app/routes/review.responses.$reference_.notes.tsx";
import * as passagesRoute from "#app/routes/review.responses.$reference_.passages.tsx";
import * as removeRoute from "#app/routes/review.responses.$reference_.passages_.$passage.remove.tsx";
import * as flagRoute from "#app/routes/review.responses.$reference_.safeguarding.tsx";
import * as tagsRoute from "#app/routes/review.responses.$reference_.tags.tsx";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";
import type { Fields } from "#tests/asking/browser.ts";

const words = "I was moved. My nan took me in.";

/** A response's page as one person has it open, and what can be typed into each of its parts. */
export async function givenPage() {
  const desk = await givenReadingDesk(words);
  const { db, reference, responseId, amina, tagId, source } = desk;
  const path = `/review/responses/${reference}`;
  /** The page's form as it was opened, with what somebody typed into it. */
  const page = (typed: Record<string, string> = {}): Fields =>
    Object.entries({
      wholePage: "yes",
      reference,
      rowVersion: "1",
      returnTo: `${path}?q=nan`,
      view: "q=nan",
      responseNewTagName: "",
      responseNewTagDefinition: "",
      source,
      quote: "",
      passageTagIds: "",
      memo: "",
      passageNewTagName: "",
      passageNewTagDefinition: "",
      state: "received",
      assigneeId: "",
      note: "",
      body: "",
      reason: "",
      ...typed,
    });
  const kept = async () => {
    const answer = await desk.browser.get(loader, desk.at());
    return (answer.data as { kept?: Record<string, unknown> }).kept;
  };
  const tagNames = async () =>
    (await selectResponseTags(db, responseId)).map(({ name }) => name);
  const noteBodies = async () =>
    (await selectNotes(db, responseId)).map(({ body }) => body);
  const claim = { responseId, staffId: amina.staffId, role: amina.role, now };
  const typed = {
    tags: { tagIds: String(tagId) },
    passage: { quote: "My nan", passageTagIds: String(tagId), memo: "Kinship" },
    decision: { state: "triaged", note: "Ready to code." },
    note: { body: "Ring them back." },
    flag: { reason: "A child may be at risk." },
  };
  return { ...desk, page, kept, tagNames, noteBodies, claim, typed };
}

type Page = Awaited<ReturnType<typeof givenPage>>;

/** Each button of the page: where it goes, what it needs, and which part it saves. */
export const buttons: [
  name: string,
  saves: keyof Page["typed"] | undefined,
  press: (page: Page, typed: Record<string, string>) => Promise<unknown>,
][] = [
  [
    "Save tags",
    "tags",
    ({ browser, at, page, typed }, more) =>
      browser.post(tagsRoute, at("/tags"), page({ ...more, ...typed.tags })),
  ],
  [
    "Tag the passage",
    "passage",
    ({ browser, at, page, typed }, more) =>
      browser.post(
        passagesRoute,
        at("/passages"),
        page({ ...more, ...typed.passage }),
      ),
  ],
  [
    "Add note",
    "note",
    ({ browser, at, page, typed }, more) =>
      browser.post(notesRoute, at("/notes"), page({ ...more, ...typed.note })),
  ],
  [
    "Flag for safeguarding",
    "flag",
    ({ browser, at, page, typed }, more) =>
      browser.post(
        flagRoute,
        at("/safeguarding"),
        page({ ...more, ...typed.flag, intent: "raise" }),
      ),
  ],
  [
    "Take it to read",
    undefined,
    ({ browser, at, page }, more) =>
      browser.post(
        claimRoute,
        at("/claim"),
        page({ ...more, intent: "claim" }),
      ),
  ],
  [
    "Give it back",
    undefined,
    async ({ browser, at, page, db, claim }, more) => {
      await claimResponse(db, claim);
      await browser.post(
        claimRoute,
        at("/claim"),
        page({ ...more, intent: "release" }),
      );
    },
  ],
  [
    "a link, which the script follows",
    undefined,
    ({ browser, at, page }, more) =>
      browser.post(claimRoute, at("/claim"), page({ ...more, intent: "keep" })),
  ],
  [
    "Take next",
    undefined,
    ({ browser, page }, more) =>
      browser.post(
        takeNextRoute,
        { path: "/review/queue/take-next", params: {} },
        page(more),
      ),
  ],
  [
    "Take the tag off a passage",
    undefined,
    async ({ browser, at, page, tag }, more) => {
      const tagged = await tag("moved");
      const passage = tagged.ok ? tagged.publicId : "";
      const address = at(`/passages/${passage}/remove`, { passage });
      await browser.post(
        { ...removeRoute, loader: () => null },
        address,
        page(more),
      );
    },
  ],
  [
    "Add note, with nothing in it",
    "note",
    ({ browser, at, page }, more) =>
      browser.post(notesRoute, at("/notes"), page(more)),
  ],
];
