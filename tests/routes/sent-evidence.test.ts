import { expect, test } from "vitest";
import type { EvidenceItem } from "#app/domain/calls/evidence-items/evidence-item.ts";
import { raiseSafeguardingFlag } from "#app/domain/triage/flags.server.ts";
import { withdrawOwnResponse } from "#app/domain/responses/own-withdrawal.server.ts";
import * as own from "#app/routes/_public.receipt.response.tsx";
import * as ownFile from "#app/routes/_public.receipt.references.$question.$format.ts";
import * as check from "#app/routes/_public.respond.$call.check.tsx";
import { loader as responsePage } from "#app/routes/review.responses.$reference.tsx";
import { loader as staffFile } from "#app/routes/review.responses.$reference_.references.$question.$format.ts";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { openBrowser } from "#tests/asking/browser.ts";
import { addressWith } from "#tests/asking/question-page.ts";
import { evidenceDefinition, someItem } from "#tests/given/evidence.ts";
import { comeWith, givenSent } from "#tests/given/receipts.ts";
import {
  givenCallToAnswer,
  givenRespondent,
  now,
} from "#tests/given/respondents.ts";
import { signInAs } from "#tests/given/sessions.ts";

const trial = someItem(
  1,
  {
    type: "article-journal",
    title: "Mine: a trial of breaks",
    author: [{ family: "Okafor", given: "Ada" }, { literal: "The Group" }],
    issued: { "date-parts": [[2026]] },
    DOI: "10.1000/182",
  },
  {
    design: "randomised-trial",
    found: "Breaks help.",
    strength: "strong",
    interests: "None.",
    topics: ["breaks"],
  },
);

async function givenCall() {
  const definition = evidenceDefinition();
  return givenCallToAnswer({ definition });
}

/** A response with evidence, after somebody else's, and whoever reads it. */
async function givenRead(items: EvidenceItem[] = [trial]) {
  const { context, call } = await givenCall();
  const { db } = context;
  const hers = { who: "Her", evidence: { items: [someItem(1)] } };
  await givenResponse(db, { call, answers: hers });
  const answers = { who: "Me", evidence: { items } };
  const { responseId, reference } = await givenResponse(db, { call, answers });
  const staff = await signInAs(context, "reviewer");
  const browser = openBrowser(context, staff.cookie);
  const path = `/review/responses/${reference}`;
  const read = async () => {
    const at = { path, params: { reference } };
    const { data } = await browser.get(responsePage, at);
    return data as { answers: ShownAnswer[] };
  };
  const take = (format: string, question = "evidence", by = browser) =>
    by.get(staffFile, {
      path: `${path}/references/${question}/${format}`,
      params: { reference, question, format },
    });
  return { context, db, responseId, reference, staff, read, take };
}

type ShownAnswer = {
  source: string;
  segments: { text: string }[];
  evidence?: Record<string, unknown> & { cards: Record<string, unknown>[] };
};

test("the team reads pieces of evidence as cards, over the text in which they tag", async () => {
  const { read, reference } = await givenRead([trial, someItem(2)]);
  const { answers } = await read();
  const [who, evidence] = answers;
  expect(who?.evidence).toBeUndefined();
  expect(evidence?.evidence).toMatchObject({
    heading: "2 pieces of evidence",
    cards: [
      {
        title: "Mine: a trial of breaks",
        lines: ["Okafor, Ada; The Group (2026)"],
        link: { href: "https://doi.org/10.1000/182" },
        facts: [
          { label: "Kind", value: "An article in a journal" },
          { label: "Study design", value: "Randomised trial" },
          { label: "What was found", value: "Breaks help." },
          { label: "How strong, in the sender's view", value: "Strong" },
          { label: "Interests", value: "None." },
          { label: "Speaks to", value: "Do breaks help?" },
        ],
      },
      { title: "Report 2", facts: [{ label: "Kind", value: "A report" }] },
    ],
    formats: {
      links: [
        { to: `/review/responses/${reference}/references/evidence/ris` },
        {},
        {},
      ],
    },
  });
  const text = evidence?.segments.map((segment) => segment.text).join("");
  expect(text).toContain("What was found: Breaks help.");
});

test("a link leads to the web and nowhere else, and two of the same are told", async () => {
  const script = { URL: "javascript:alert(1)" };
  const { read } = await givenRead([
    someItem(1, script),
    someItem(2, { URL: "https://example.org/a b" }),
    someItem(3, { title: "The same", DOI: "10.1000/1" }),
    someItem(4, { title: "The same", DOI: "10.1000/1" }),
  ]);
  const cards = (await read()).answers.at(-1)?.evidence?.cards ?? [];
  expect(
    cards.map(({ link }) => (link as { href: string } | undefined)?.href),
  ).toEqual([
    undefined,
    "https://example.org/a%20b",
    "https://doi.org/10.1000/1",
    "https://doi.org/10.1000/1",
  ]);
  expect(cards[3]?.note).toContain("The same");
});

test("of very many the first fifty are cards, and the page says where the others are", async () => {
  const many = Array.from({ length: 53 }, (_, index) => someItem(index + 1));
  const { read } = await givenRead(many);
  const evidence = (await read()).answers.at(-1)?.evidence;
  expect(evidence?.cards).toHaveLength(50);
  expect(evidence?.more).toContain("3 more");
});

test.each([
  ["ris", "TI  - Mine: a trial of breaks", "ris"],
  ["bibtex", "doi = {10.1000/182}", "bib"],
  ["csl-json", '"DOI": "10.1000/182"', "json"],
])(
  "the evidence of one answer leaves as %s, and it is written down",
  async (format, line, extension) => {
    const { db, take, reference, responseId } = await givenRead();
    const { response } = await take(format);
    const text = (await response?.text()) ?? "";
    expect(text).toContain(line);
    expect(text).not.toContain("Report 1");
    expect(response?.headers.get("Content-Disposition")).toBe(
      `attachment; filename="references-${reference}.${extension}"`,
    );
    const events = await db
      .selectFrom("events")
      .select(["subject_id", "details"])
      .where("type", "=", "response.references-exported")
      .execute();
    expect(events).toEqual([
      {
        subject_id: responseId,
        details: expect.stringContaining('"count":1') as string,
      },
    ]);
  },
);

test("nothing leaves by a wrong address, without signing in, while it is frozen, or once its sender took it back", async () => {
  const { context, db, take, read, responseId, reference, staff } =
    await givenRead();
  for (const [format, question] of [
    ["docx", "evidence"],
    ["ris", "who"],
    ["ris", "nothing"],
  ] as const)
    expect((await take(format, question)).status).toBe(404);
  const stranger = await take("ris", "evidence", openBrowser(context));
  expect(stranger.location).toContain("/review/sign-in");
  const flag = { responseId, reason: "", actor: staff, now };
  await raiseSafeguardingFlag(db, flag);
  expect((await take("ris")).location).toBe(`/review/responses/${reference}`);
  expect((await read()).answers.at(-1)?.evidence?.formats).toBeUndefined();
  await withdrawOwnResponse(db, { responseId, now });
  expect((await take("ris")).location).toContain("/withdrawn");
  const events = await db
    .selectFrom("events")
    .select("id")
    .where("type", "=", "response.references-exported")
    .execute();
  expect(events).toEqual([]);
});

test("whoever sent evidence takes it along from the check and from the receipt, and nobody else's", async () => {
  const { context, call } = await givenCall();
  await givenSent(context, call, {
    who: "H",
    evidence: { items: [someItem(1)] },
  });
  const answers = { who: "Me", evidence: { items: [trial] } };
  const unsent = await givenRespondent(context, call, answers);
  const { publicId } = unsent.draft;
  const checked = await unsent.browser.get(
    check.loader,
    addressWith(publicId, "check"),
  );
  const ris = `/respond/advice/evidence/references/ris?draft=${publicId}`;
  expect(checked.data?.answers).toMatchObject([
    { formats: undefined },
    { formats: { links: [{ to: ris, label: "RIS" }, {}, {}] } },
  ]);
  const browser = await comeWith(
    context,
    await givenSent(context, call, answers),
  );
  const page = { path: "/receipt/response", params: {} };
  const held = await browser.get(own.loader, page);
  const path = "/receipt/references/evidence/ris";
  expect(held.data?.answers).toMatchObject([
    { formats: undefined },
    { formats: { links: [{ to: path }, {}, {}] } },
  ]);
  const take = (by: typeof browser, question = "evidence", format = "ris") =>
    by.get(ownFile.loader, { path, params: { question, format } });
  const text = await (await take(browser)).response?.text();
  expect(text).toContain("Mine: a trial of breaks");
  expect(text).not.toContain("Report 1");
  expect((await take(browser, "who")).status).toBe(404);
  expect((await take(browser, "evidence", "docx")).status).toBe(404);
  expect((await take(openBrowser(context))).location).toBe("/receipt");
});
