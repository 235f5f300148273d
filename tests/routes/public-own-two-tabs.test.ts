import { expect, test } from "vitest";
import { readVisibleResponse } from "#app/domain/responses/visible-responses.server.ts";
import * as change from "#app/routes/_public.receipt.change/route.tsx";
import * as takeBack from "#app/routes/_public.receipt.take-back.tsx";
import * as withdraw from "#app/routes/_public.receipt.withdraw.tsx";
import { wordsIn } from "#app/words/words.ts";
import { openOwn, ownAt } from "#tests/given/own-response.ts";
import { anyLead } from "#tests/given/people.ts";
import { givenReadingDesk, now } from "#tests/given/reading-desk.ts";

const { ofAnother } = wordsIn("en").receipt.items;
const answer = "I was moved. My nan took me in.";

/**
 * Somebody who helps two people opened one receipt, and then the other in a
 * second tab: the browser has the second one's cookie, and the first one's page.
 */
async function givenSecondOpened() {
  const desk = await givenReadingDesk(answer);
  const { db, context, responseId, reference, earlierReference } = desk;
  const browser = openOwn(context, responseId);
  const ofFirst: [string, string] = ["reference", earlierReference];
  const ofSecond: [string, string] = ["reference", reference];
  const seen = () =>
    readVisibleResponse(db, { responseId, viewer: anyLead, now });
  return { browser, ofFirst, ofSecond, seen };
}

test("the other's page takes neither a response nor an answer back", async () => {
  const { browser, ofFirst, ofSecond, seen } = await givenSecondOpened();
  for (const [route, path] of [
    [withdraw, "withdraw"],
    [takeBack, "take-back?answer=what-first"],
  ] as const)
    for (const marks of [[ofFirst], []])
      expect(await browser.post(route, ownAt(path), marks)).toMatchObject({
        status: 409,
        data: { errors: [ofAnother] },
      });
  expect(await seen()).toMatchObject({ state: "received", answersVersion: 1 });
  const meant = await browser.post(withdraw, ownAt("withdraw"), [ofSecond]);
  expect(meant.location).toBe("/receipt/response");
  expect(await seen()).toMatchObject({ state: "withdrawn" });
});

test("the other's page changes no answer: what was typed comes back beside what stands here", async () => {
  const { browser, ofFirst, ofSecond, seen } = await givenSecondOpened();
  const address = ownAt("change?answer=what-first");
  const typed: [string, string][] = [
    ["what-first", "Hers, not his."],
    ["version", "1"],
  ];
  for (const marks of [[ofFirst], []])
    expect(
      await browser.post(change, address, [...typed, ...marks]),
    ).toMatchObject({
      status: 409,
      data: {
        answers: { "what-first": "Hers, not his." },
        errors: { "": [ofAnother] },
        savedLines: { "what-first": answer },
        version: 1,
      },
    });
  expect(await seen()).toMatchObject({ answersVersion: 1 });
  const meant = await browser.post(change, address, [...typed, ofSecond]);
  expect(meant.location).toBe("/receipt/response");
  expect(await seen()).toMatchObject({ excerpt: "Hers, not his." });
});
