import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { openDatabase } from "#app/db/connection.server.ts";
import { givenResponse, givenStaffMember } from "#app/tasks/demo/factories.ts";
import { fromOwnPage, send, urlencoded } from "#tests/asking/http.ts";
import { makeRespondent } from "#tests/asking/respondent.ts";
import { makePdf } from "#tests/fixtures/documents.ts";
import { givenSeveralServers } from "#tests/given/several-servers.ts";
import { type LedgerEntry, sha256 } from "#tests/proof/ledger.ts";
import { findLosses, type Stored } from "#tests/proof/stored-state.ts";

const given = givenSeveralServers();
const callSlug = "call-for-advice";

const stored = (): Stored => ({
  open: () => openDatabase({ url: given.url }),
  readFile: (publicId) =>
    given.bucket.objects.get(`attachments/${publicId}`)?.bytes,
});

/** Presses a button until the page after it comes, as people do where a page did not come. */
async function press(step: () => Promise<{ status: number }>) {
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await step().catch(() => undefined);
    if (answer && answer.status < 400) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The page after it never came");
}

/** The whole way of one person, with a file, as the proxy leads them. */
async function answerTheCall(): Promise<LedgerEntry> {
  const respondent = makeRespondent(given.proxy.address, callSlug);
  const advice = `Ask those who were there. ${randomBytes(12).toString("hex")}`;
  const bytes = makePdf({ text: advice });
  await press(() => respondent.open(`/respond/${callSlug}/about-you`));
  await press(() =>
    respondent.answer("about-you", { "respondent-kind": "parent" }),
  );
  await press(() => respondent.answer("what-first", { "what-first": advice }));
  await press(() => respondent.upload("files", [{ name: "a.pdf", bytes }]));
  await press(() => respondent.answer("quoting", { "may-quote": "yes" }));
  await press(() => respondent.open(`/respond/${callSlug}/check`));
  await press(() => respondent.sendAnswers());
  let receipt: Awaited<ReturnType<typeof respondent.readReceipt>>;
  await press(async () => {
    receipt = await respondent.readReceipt();
    return { status: receipt ? 200 : 502 };
  });
  const files = new Map([["a.pdf", sha256(bytes)]]);
  return { ...receipt!, respondent, advice, files };
}

/** Which servers had a part in what was asked since. */
const serversOf = (since: number) =>
  new Set(given.proxy.passed.slice(since).map(({ server }) => server));

test("a draft begun on one server is sent on the other, with its file, and its receipt is read on both", async () => {
  await answerTheCall();
  const since = given.proxy.passed.length;
  const entry = await answerTheCall();
  const posts = given.proxy.passed
    .slice(since)
    .filter(({ request }) => request.startsWith("POST"));
  expect(posts[0]?.server).not.toBe(posts.at(-1)?.server);
  const again = given.proxy.passed.length;
  for (let count = 0; count < 2; count += 1)
    expect(await entry.respondent.readReceipt()).toMatchObject({
      receiptCode: entry.receiptCode,
    });
  expect(serversOf(again).size).toBe(2);
  expect(await findLosses(stored(), [entry])).toEqual([]);
});

test("a bucket that takes no file is told in words, beside the button", async () => {
  const respondent = makeRespondent(given.proxy.address, callSlug);
  await respondent.open(`/respond/${callSlug}/about-you`);
  await respondent.answer("about-you", { "respondent-kind": "parent" });
  const { troubles } = given.bucket;
  troubles.push({ to: "PUT", key: "attachments/", does: "answer", times: 9 });
  const bytes = makePdf({ text: "Nobody asked the neighbours." });
  const refused = await respondent.upload("files", [{ name: "a.pdf", bytes }]);
  troubles.length = 0;
  expect(refused.status).toBe(400);
  expect(refused.body).toContain("we cannot keep files at the moment");
  const taken = await respondent.upload("files", [{ name: "a.pdf", bytes }]);
  expect(taken.status).toBe(303);
});

async function signIn(email: string, password: string) {
  const { address } = given.proxy;
  return send(`${address}/review/sign-in`, {
    method: "POST",
    headers: { ...fromOwnPage(address), ...urlencoded },
    body: new URLSearchParams({ email, password }).toString(),
  });
}

test("who signs in on one is signed in on the other, and two who take the next at once are given two", async () => {
  const { db, proxy } = given;
  for (let count = 0; count < 4; count += 1) await givenResponse(db);
  const cookies: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { email, password } = await givenStaffMember(db);
    const { headers } = await signIn(email, password);
    cookies.push(headers["set-cookie"]?.[0]?.split(";")[0] ?? "");
  }
  const since = proxy.passed.length;
  for (const cookie of [cookies[0], cookies[0]]) {
    const queue = await send(`${proxy.address}/review/queue`, {
      headers: { cookie: cookie ?? "" },
    });
    expect(queue.status).toBe(200);
  }
  expect(serversOf(since).size).toBe(2);
  const taken = await Promise.all(
    cookies.map((cookie) =>
      send(`${proxy.address}/review/queue/take-next`, {
        method: "POST",
        headers: { ...fromOwnPage(proxy.address), ...urlencoded, cookie },
        body: "",
      }),
    ),
  );
  const places = taken.map(({ headers }) => headers.location);
  for (const place of places) expect(place).toMatch(/review\/responses\/H-/);
  expect(new Set(places).size).toBe(2);
});

test("a server that is killed while people send takes nothing with it: everybody is answered, once, and its work is taken up", async () => {
  const { db, servers, startAgain } = given;
  const before = await countResponses();
  const ledger: LedgerEntry[] = [];
  const people = Array.from({ length: 10 }, () =>
    answerTheCall().then((entry) => ledger.push(entry)),
  );
  await expect.poll(() => ledger.length).toBeGreaterThan(2);
  await servers[0]?.kill();
  await Promise.all(people);
  expect(await findLosses(stored(), ledger)).toEqual([]);
  expect(await countResponses()).toBe(before + 10);
  await startAgain(0);
  // As if the time that a job is given had gone by.
  const lockedUntil = new Date(0).toISOString();
  await db
    .updateTable("jobs")
    .set({ locked_until: lockedUntil })
    .where("state", "=", "running")
    .execute();
  await expect.poll(readUnfinishedJobs, { timeout: 40_000 }).toEqual([]);
  expect(await findLosses(stored(), ledger)).toEqual([]);
});

async function countResponses(): Promise<number> {
  return (await given.db.selectFrom("responses").select("id").execute()).length;
}

const readUnfinishedJobs = () =>
  given.db
    .selectFrom("jobs")
    .select(["kind", "state", "last_error"])
    .where("state", "!=", "done")
    .execute();
