import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { givenResponse } from "#app/tasks/demo/factories.ts";
import { givenServer } from "#tests/given/started-server.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";

const secretWords = "Words that only the review team may read";
let reference: string;

const { home } = givenServer(async (_home, db) => {
  const answers = {
    "respondent-kind": "parent",
    "what-first": secretWords,
    "may-quote": "yes",
  };
  ({ reference } = await givenResponse(db, { answers }));
});

/** Every address of the review side, from the reviewed map of routes; a new one is asked as soon as it is there. */
const staffRoutes = readFileSync("tests/route-map.txt", "utf8")
  .split("\n")
  .map((line) =>
    /^\s*(\S+)\s+routes\/(review\..+?)(?:\/route)?\.tsx?$/.exec(line),
  )
  .filter((found) => found !== null)
  .map(([, address = "", file = ""]) => ({ address, file }))
  .filter(({ address }) => !["*", "(index)", "sign-out"].includes(address));

function addressOf(route: string): string {
  const path = route.replace(":reference", reference).replace(/:\w+/g, "1");
  return `${home.address}/review/${path}`;
}

/** A form that is held for its sender; an address without a loader or an action of its own. */
const saysNothing = new Set([401, 204, 404, 405]);
const signIn = /\/review\/sign-in/;

describe("without a session, no address of the review side says anything", () => {
  test("the map has them", () => {
    expect(staffRoutes.length).toBeGreaterThan(10);
  });

  test.each(staffRoutes)("$address", async ({ address, file }) => {
    const url = addressOf(address);
    const post = {
      method: "POST",
      headers: { ...fromOwnPage(home.address), ...urlencoded },
      body: "rowVersion=1&intent=save",
    };
    const alone = `${url}.data?_routes=${encodeURIComponent(`routes/${file}`)}`;
    const answers = await Promise.all([
      send(url),
      send(`${url}.data`),
      send(alone),
      send(url, post),
      send(`${url}.data`, post),
    ]);
    for (const answer of answers) {
      const told = `${answer.headers.location ?? ""} ${answer.body}`;
      expect(answer.body).not.toContain(secretWords);
      if (!saysNothing.has(answer.status)) expect(told).toMatch(signIn);
    }
    expect(answers.some(({ status }) => [202, 303, 401].includes(status))).toBe(
      true,
    );
  });
});
