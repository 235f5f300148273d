import { describe, expect, test } from "vitest";
import { maxTextCodeUnits } from "#app/domain/text/foreign-text.ts";
import { mostPairs } from "#app/http/request/urlencoded-fields.server.ts";
import { wordsIn } from "#app/words/words.ts";
import { actionOf, forms, givenPortal, routes } from "#tests/asking/forms.ts";
import { hurtful } from "#tests/asking/hurtful-bodies.ts";
import { isLinearGrowth, measureGrowth } from "#tests/setup/growth.ts";

test("every form of the route map is in the table", async () => {
  const withAction: string[] = [];
  for (const { name, load } of routes)
    if ((await load()).action) withAction.push(name);
  expect(Object.keys(forms).sort()).toEqual(withAction.sort());
});

test.each(Object.entries(forms))(
  "%s takes time in proportion to what was written to hurt, and answers it",
  async (name, names) => {
    const action = await actionOf(name);
    const { post } = await givenPortal(name);
    const statuses = new Set<number>();
    const growth = await measureGrowth(async (size) => {
      for (const write of hurtful)
        statuses.add((await post(action, write(size, names))).status);
    }, 60_000);
    expect(isLinearGrowth(growth), `${growth} times the work`).toBe(true);
    for (const status of statuses) expect(status).toBeLessThan(500);
  },
);

const withFields = Object.entries(forms).filter(
  ([, names]) => names.length > 0,
);

test.each(withFields)(
  "%s does not even look at Conform's own names, nor at names that are paths",
  async (name, [first]) => {
    const action = await actionOf(name);
    const { post } = await givenPortal(name);
    const plain = await post(action, "");
    for (const strange of [
      "__intent__=zzz",
      `__intent__=${encodeURIComponent('{"type":"validate","payload":{}}')}`,
      `__intent__=${encodeURIComponent('{"type":"update","payload":{"name":"__proto__.zz","value":1}}')}`,
      "__state__=zzz",
      "__proto__=x&__proto__[y]=1&constructor=2",
      `${first}[0]=x&${first}.a=y&${first}[]=z`,
    ])
      expect(await post(action, strange)).toEqual(plain);
    expect("zz" in {}).toBe(false);
  },
);

describe("what was left out is told", () => {
  const questionPage = "_public.respond.$call.$page/route.tsx";
  const { page } = wordsIn("en");

  test("of a form with more pairs than are read", async () => {
    const action = await actionOf(questionPage);
    const { post } = await givenPortal(questionPage);
    const sent = await post(
      action,
      `what-first=Listen&${"a=&".repeat(mostPairs)}`,
    );
    expect(sent).toMatchObject({
      status: 400,
      data: {
        answers: { "what-first": "Listen" },
        errors: { "": [page.formIncomplete] },
      },
    });
  });

  test("of an answer that is longer than any may be, and no more of it is kept", async () => {
    const action = await actionOf(questionPage);
    const { db, post } = await givenPortal(questionPage);
    const text = "x".repeat(2_000_000);
    const sent = await post(action, `what-first=${text}`);
    const kept = text.slice(0, maxTextCodeUnits);
    expect(sent).toMatchObject({
      status: 400,
      data: {
        answers: { "what-first": kept },
        errors: { "what-first": [page.answerCut] },
      },
    });
    const rows = await db
      .selectFrom("draft_answers")
      .select("value")
      .where("question_id", "=", "what-first")
      .execute();
    expect(rows.map(({ value }) => JSON.parse(value) as string)).toEqual([
      kept,
    ]);
  });

  test("of a note that came twice in one form, of which none is saved", async () => {
    const name = "review.responses.$reference_.notes.tsx";
    const action = await actionOf(name);
    const { db, post } = await givenPortal(name);
    const sent = await post(action, "body=One&body=Two");
    expect(sent.status).toBe(400);
    expect(await db.selectFrom("notes").select("id").execute()).toEqual([]);
  });
});
